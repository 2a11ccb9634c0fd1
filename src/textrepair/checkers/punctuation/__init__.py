"""Checkers for punctuation: marks, brackets and quotation marks."""
