"""Checkers for blanks, tabs, indentation and line ends."""
