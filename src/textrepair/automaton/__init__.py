"""Triggers as programs of the kernel's automaton: see `kernel/automaton.h`."""

from .programs import programs as programs
