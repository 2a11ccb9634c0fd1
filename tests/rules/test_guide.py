"""What docs/writing-rules.md shows is true."""

import re
from pathlib import Path

from textrepair.rules.examples import tried
from textrepair.rules.load import load_text
from textrepair.rules.schema import RULE

GUIDE = (Path(__file__).resolve().parents[2] / "docs/writing-rules.md").read_text(encoding="utf-8")


def test_complete_rules_of_the_guide_pass():
    """Those with a code."""
    blocks = [b for b in re.findall(r"```yaml\n(.*?)```", GUIDE, re.S) if b.startswith("code:")]
    assert len(blocks) == 3
    for block in blocks:
        assert [t for t in tried(load_text(block, "guide")) if not t.ok] == []


def test_all_keys_are_explained():
    """In the text, or in the table."""
    assert [key for key in RULE if f"`{key}`" not in GUIDE and f"`{key}:" not in GUIDE] == []
