"""Checkers of the family `repeated`: words, phrases, sentences and lines that follow themselves."""
