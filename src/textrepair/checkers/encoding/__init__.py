"""Finders of broken encodings: wrong code pages, lost characters, leftover escapes, unseen characters."""
