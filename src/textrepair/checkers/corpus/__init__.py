"""Finders that need the evidence of the whole corpus (`--profile`); without it their rules are off."""
