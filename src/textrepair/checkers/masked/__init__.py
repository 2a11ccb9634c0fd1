"""Masks: stars, underscores, crosses, boxes and placeholders that stand where a word or a part of one stood."""
