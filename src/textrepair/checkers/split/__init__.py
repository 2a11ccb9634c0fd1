"""Finders of blanks and hyphens inside words and numbers, and of hyphens that got lost."""
