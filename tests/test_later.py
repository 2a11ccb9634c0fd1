"""Patterns that are compiled when they are first used."""

import re

import pytest

from textrepair import later


def test_nothing_is_compiled_before_it_is_used(monkeypatch):
    """And then once."""
    seen = []
    real = re.compile
    monkeypatch.setattr(re, "compile", lambda *a: seen.append(a) or real(*a))
    pattern = later.later("a+", re.IGNORECASE)
    assert not seen
    assert pattern.search("xAa").group() == "Aa"
    assert pattern.search("b") is None
    assert pattern.sub("-", "aXa") == "-X-"
    assert {a for a, *_ in seen} == {"a+"}
    assert len(seen) == 2  # one for each thing asked of it; `re` itself remembers the pattern


def test_what_is_wrong_is_told_when_it_is_used():
    """As by `re` and `regex` themselves."""
    with pytest.raises(re.error):
        later.later("(").search("")
    assert later.later_regex(r"\p{Lu}").findall("aBC") == ["B", "C"]
