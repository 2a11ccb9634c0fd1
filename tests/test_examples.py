"""Every rule of the catalogue does what its own examples say."""

import pytest

from textrepair.rules import load_catalogue
from textrepair.rules.examples import tried

RULES = load_catalogue()
SHIELDS = [r for r in RULES if r.kind == "protect"]


@pytest.mark.parametrize("rule", [r for r in RULES if r.kind != "protect"], ids=lambda r: r.code)
def test_examples_hold(rule):
    """Each `bad` is found and repaired to its `good`, each `ok` is left alone."""
    wrong = [(t.outcome, t.example.text, t.got) for t in tried([rule], SHIELDS) if not t.ok]
    assert wrong == []
