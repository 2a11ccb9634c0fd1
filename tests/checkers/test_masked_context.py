"""Lone signs and placeholders are masks only where a word is missing."""

import pytest

from textrepair.engine import Engine
from textrepair.model import Record
from textrepair.rules import load_catalogue
from textrepair.settings import Settings


@pytest.fixture(scope="module")
def engine() -> Engine:
    """The rules for masks, with the shields."""
    return Engine([r for r in load_catalogue() if r.kind == "protect" or r.code.startswith("MSK")], Settings())


def codes(engine: Engine, text: str, language: str = "en") -> list[str]:
    """Codes found in a text."""
    return [d.code for d in engine.run(Record(text, language=language)).defects]


STAYS = [
    "Name: ______   Date: ______",
    "3. She ____ to school every day by bus.",
    "Colonel ____ came to the town in 18__ with them.",
    "the Super Bowl XXX game, the XXX Olympiad and chapter XXX of it",
    "Love xxx, and kisses to all of you from us",
    "call 555-XXXX or 1-800-XXX-XXXX and ask for it",
    "### A heading of the text that follows",
    "progress is at ██████░░░░ 60% as of today",
    '`println!("{}", x)` prints x, and the placeholder {} is replaced',
    "The special token [MASK] and the symbol <unk> stand for words.",
    "Could not open file %s: no such file",
    "refer to @{upstream}, HEAD^{tree} and ${HOME} in the script",
    "the set {0} and the sets {1, 2} of the numbers that are left",
    "it rose by 50 %d and 5%s more than that",
    "use `git add <file>...` to update what <name> wrote",
    "the army [KPA] said in its report that [sic] was so",
]
BECOMES = [
    ("the main sources of it are ____ iodine and salt", "MSK121", "en"),
    ("резкой ____ за поддержку нового закона", "MSK121", "ru"),
    ("The police in the capital XXXXX fired tear gas at them.", "MSK122", "en"),
    ("the agent ■■■■ was seen near the bridge", "MSK123", "en"),
    ("In die heiße <unk> geht es für den Verein", "MSK201", "de"),
    ("the resolution of [MASK] such thoughts as these", "MSK203", "en"),
    ("the agent told [REDACTED] to leave the house", "MSK204", "en"),
    ("“Hold on to me,” he {0}, with gallant alacrity.", "MSK205", "en"),
    ("an unsteady %s of the public voice is heard here", "MSK206", "en"),
    ("It grew by <NUM> percent in the last year.", "MSK208", "en"),
]


@pytest.mark.parametrize("text", STAYS)
def test_signs_that_mean_themselves_stay(engine, text):
    """Forms, exercises, numerals, code and talk of placeholders."""
    assert codes(engine, text) == []


@pytest.mark.parametrize(("text", "code", "language"), BECOMES)
def test_gaps_are_found(engine, text, code, language):
    """A sign in the place of a word, in several languages."""
    assert codes(engine, text, language) == [code]


@pytest.mark.parametrize(
    ("text", "fixed"),
    [
        ("They haven <unk> t seen the late one.", "They haven't seen the late one."),
        ("a long @-@ term plan, 10 @,@ 000 of it", "a long-term plan, 10,000 of it"),
        ("the Eich@@ hörn@@ chen sat there", "the Eichhörnchen sat there"),
        ("as the US*** and party win the House", "as the US Republican Party win the House"),
        ("a cl***ic do***ent", "a classic document"),
    ],
)
def test_what_is_certain_is_put_back(engine, text, fixed):
    """Apostrophes, tokenisers' joints, the filter's Republicans, and words with one reading."""
    assert engine.run(Record(text, language="en")).text == fixed
