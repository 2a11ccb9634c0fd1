"""Checkers of the family `boilerplate`: lines of the page around a text, not of the text."""
