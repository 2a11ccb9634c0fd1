"""Finders of missing blanks: between sentences, clauses, words of different case, numbers and words, and inside unknown words."""
