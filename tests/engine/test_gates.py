"""Automata are shared by the languages, and no rule is asked about a language that it does not speak."""

import pytest

from textrepair import Repairer, Settings
from textrepair.document import Document
from textrepair.scan.gate import available

pytestmark = pytest.mark.skipif(not available(), reason="there are no automata without google-re2")


@pytest.fixture(scope="module")
def engine():
    """With the whole catalogue."""
    repairer = Repairer(Settings())
    repairer.run("x")
    return repairer._engine


@pytest.mark.parametrize("language, asked", [("de", True), ("de-CH", True), ("en", False), (None, False)])
def test_rules_of_other_languages_are_not_asked(engine, language, asked):
    """Their triggers are in the automaton that all languages share."""
    found = engine._scanners.scan([Document("Er sah der der Zeit zu.", language)], {})
    codes = {engine._rules[number].rule.code for number in found}
    assert ("REP109" in codes) == asked
    assert all(engine._rules[number].rule.speaks(language) for number in found)


def test_languages_share_automata(engine):
    """But for boilerplate, whose lines are other ones in each."""
    english, german = (engine._scanners._of(language) for language in ("en", "de"))
    assert set(map(id, english._lines)) < set(map(id, german._lines))


def test_the_automaton_of_a_language_holds_its_own_lines_only(engine):
    """Most lines of boilerplate are looked for in all languages: their automaton is large, and one serves all."""
    gates = engine._scanners._of("de")._lines
    own = [
        {engine._rules[number].rule.code for some in gate._numbers for number in some}
        for gate in gates
        if gate not in engine._scanners._of("en")._lines
    ]
    assert own == [{"BLP201", "BLP202", "BLP203"}]


def test_the_padding_is_no_text(engine):
    """Seven blanks follow themselves: once they were taken for a line of the last record, with a span that ran backwards."""
    found = engine._scanners.scan(
        [Document("".join(map(chr, range(0x4E00, 0x6E00))), "zh"), Document("Words.", "zh")], {}
    )
    assert all(place >= 0 and start <= end for spans in found.values() for place, (start, end) in spans)
