"""Marks that machine translation from Chinese leaves in English text."""
