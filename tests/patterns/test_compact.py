"""A compact class holds every character of the class it stands for."""

import pytest
import re2
import regex

from textrepair.patterns.compact import _WIDER, compact

CHARACTERS = [chr(code) for code in range(0x110000) if not 0xD800 <= code < 0xE000]


@pytest.mark.parametrize("name", sorted(_WIDER))
def test_no_character_is_lost(name):
    """As the module `regex` sees the class, which patterns are written for; inside brackets as outside."""
    members = "".join(regex.findall(rf"\p{{{name}}}", "".join(CHARACTERS)))
    for form in (rf"\p{{{name}}}", rf"[\p{{{name}}}]"):
        left = re2.sub(compact(form), "", members)
        assert left == ""


@pytest.mark.parametrize("pair", ["年年", "नम", "ある", "한글", "مر"])
def test_scripts_without_capitals_have_no_capitals(pair):
    """Else every word of Chinese would look like two words run together."""
    assert not re2.search(compact(r"\p{Ll}\p{Lu}"), pair)


@pytest.mark.parametrize(("trigger", "text"), [(r"\p{Ll}\p{Lu}", "aB"), (r"\pL\*", "é*"), (r"[^\pL]x", "1x")])
def test_the_rest_of_a_trigger_stays(trigger, text):
    assert re2.search(compact(trigger), text)
