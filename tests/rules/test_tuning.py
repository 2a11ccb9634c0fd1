"""Rules changed by a configuration, without touching their files."""

import pytest

from textrepair.engine import Engine
from textrepair.errors import ConfigError
from textrepair.model import Record
from textrepair.rules.load import load_text
from textrepair.settings import Settings
from textrepair.tuning import tuned

SWAP = load_text(
    """\
code: JOI901
name: teh-swap
message: "{match}"
swap: {teh: the, hte: the}
applicability: safe
unless: [teh end]
examples:
  - {bad: teh, good: the}
  - {ok: the}
---
code: PRT901
name: shield-x
message: x
protect: ['<[^<>\\n]*>']
examples:
  - {ok: <teh>}
""",
    "swap.yaml",
)


def catalogue():
    """A rule with a checker that has options, and the swaps."""
    from textrepair.rules import load_catalogue

    return [*SWAP, *(r for r in load_catalogue() if r.kind == "checker" and r.options)][:40]


def fixed(changes, text, language="en", **settings):
    """The text after the tuned swap rule."""
    return Engine(tuned(SWAP, changes), Settings(**settings)).run(Record(text, language=language)).text


@pytest.mark.parametrize(
    ("change", "text", "becomes"),
    [
        ({}, "teh cat", "the cat"),
        ({"applicability": "unsafe"}, "teh cat", "teh cat"),
        ({"applicability": "display"}, "teh cat", "teh cat"),
        ({"languages": ["de"]}, "teh cat", "teh cat"),
        ({"languages": "en"}, "teh cat", "the cat"),
        ({"except-languages": ["en"]}, "teh cat", "teh cat"),
        ({"unless": ["teh cat"]}, "teh cat, teh dog", "teh cat, the dog"),
        ({"unless": ["teh cat"]}, "teh end", "teh end"),
    ],
)
@pytest.mark.parametrize("name", ["JOI901", "teh-swap"])
def test_keys(name, change, text, becomes):
    """Each key does what it says; `unless` adds to what the rule has."""
    assert fixed({name: change}, text) == becomes


def test_severity():
    """What the gate sees."""
    (rule, _) = tuned(SWAP, {"JOI901": {"severity": "error"}})
    assert rule.severity == "error"


def test_a_family_by_its_prefix():
    """And a rule of it has the last word."""
    assert fixed({"JOI": {"applicability": "display"}}, "teh cat") == "teh cat"
    assert fixed({"JOI": {"applicability": "display"}, "JOI901": {"applicability": "safe"}}, "teh cat") == "the cat"


def test_vocabulary_and_shields():
    """Words of the project and protected spans are not touched."""
    assert fixed({}, "<teh> teh") == "<teh> the"
    assert fixed({"PRT901": {"languages": ["de"]}}, "<teh> teh") == "<the> the"
    assert fixed({}, "teh Hte hte", vocabulary=frozenset(["teh"])) == "teh Hte the"


@pytest.mark.parametrize(
    ("changes", "says", "hint"),
    [
        ({"JOI902": {}}, "no rule is called JOI902", "did you mean JOI901?"),
        ({"JOI901": {"severty": "error"}}, "severty can't be set", "did you mean severity?"),
        ({"JOI901": {"severity": "eror"}}, "'eror' is not one of", "did you mean error?"),
        ({"JOI901": {"severity": {"a": 1}}}, "severity is a table", ""),
        ({"JOI901": {"unless": ["("]}}, "missing )", "regex"),
        ({"JOI901": {"languages": ["english!"]}}, "no language tag", "BCP-47"),
        ({"JOI901": {"min-confidence": 0.5}}, "needs a rule with a checker", ""),
        ({"PRT901": {"applicability": "safe"}}, "can't be set for a protect rule", ""),
        ({"JOI": {"min-length": 3}}, "min-length can't be set", ""),
    ],
)
def test_errors(changes, says, hint):
    """Each names the table and the nearest known name."""
    with pytest.raises(ConfigError) as caught:
        tuned(SWAP, changes)
    assert says in caught.value.message
    assert hint in caught.value.hint


def test_options_of_checkers():
    """Typed by the checker's signature."""
    rules = catalogue()
    rule = next(r for r in rules if r.kind == "checker" and r.options)
    name, value = next(iter(rule.options.items()))
    (found,) = [r for r in tuned(rules, {rule.code: {name: value}}) if r.code == rule.code]
    assert found.options[name] == value
    with pytest.raises(ConfigError, match="has no option no-such-option"):
        tuned(rules, {rule.code: {"no-such-option": 1}})
    (found,) = [r for r in tuned(rules, {rule.code: {"min-confidence": 0.95}}) if r.code == rule.code]
    assert found.min_confidence == 0.95
    with pytest.raises(ConfigError, match="between 0 and 1"):
        tuned(rules, {rule.code: {"min-confidence": 2}})


def test_the_rules_themselves_stay_as_they_are():
    """Tuning makes new values."""
    before = repr(SWAP)
    tuned(SWAP, {"JOI901": {"severity": "error", "unless": ["x"]}})
    assert repr(SWAP) == before
