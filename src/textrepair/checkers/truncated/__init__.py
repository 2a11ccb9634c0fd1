"""Finders of text that breaks off: at the end of a line, inside a paragraph, at a stray full stop."""
