"""Finders of broken encodings: text read in the wrong code page, lost characters, leftover escapes, unseen characters."""
