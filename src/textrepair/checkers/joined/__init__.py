"""Finders of missing blanks: between sentences, clauses, words of different case, numbers, and in unknown words."""
