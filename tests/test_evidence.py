"""Every rule of the catalogue is there because real text shows its defect."""

from __future__ import annotations

import pytest

from textrepair.rules import Rule, load_catalogue
from textrepair.rules.page import page, real

#: Asked for by those who meet the defect, whose texts are not public.
ASKED_FOR = {"LNG801"}
RULES = [r for r in load_catalogue() if r.kind != "protect" and r.code not in ASKED_FOR]


def seen(rule: Rule) -> str:
    return str(rule.metadata.get("seen", ""))


@pytest.mark.parametrize("rule", RULES, ids=lambda r: r.code)
def test_real_text_shows_the_defect(rule):
    assert real(rule.code) or (rule.url and seen(rule)), "neither right in real text nor seen anywhere"


@pytest.mark.parametrize("rule", [r for r in RULES if seen(r)], ids=lambda r: r.code)
def test_what_was_seen_has_an_address_and_is_shown(rule):
    assert rule.url.startswith(("http://", "https://"))
    assert f"Seen in <{rule.url}>: " in page(rule)


def test_the_catalogue_has_at_least_120_rules():
    assert len(RULES) >= 120
