"""Finders of text that was left in another language."""
