"""Automata are shared by the languages, and no rule is asked about a language that it does not speak."""

import pytest

from textrepair import Repairer, Settings, kernel
from textrepair.document import Document
from textrepair.scan import gate, gates, scanners
from textrepair.scan.batch import Batch
from textrepair.scan.gate import Gate, available

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


def test_many_texts_are_scanned_in_slices(engine, monkeypatch):
    """With the same candidates: a scan takes ten times the room of its texts."""
    docs = [
        Document(f"The the {k}th word,of many  words. Er sah der der Zeit zu.", ("en", "de")[k % 2]) for k in range(9)
    ]
    monkeypatch.setattr(engine._scanners, "_left", 0)  # as after some kilobytes
    whole = engine._scanners.scan(docs, {})
    monkeypatch.setattr(scanners, "_AT_ONCE", 60)
    sizes = []
    scanner = engine._scanners._of("en")
    monkeypatch.setattr(scanner, "scan", lambda some, scan=scanner.scan: sizes.append(len(some)) or scan(some))
    sliced = engine._scanners.scan(docs, {})
    assert {n: sorted(places) for n, places in sliced.items()} == {n: sorted(places) for n, places in whole.items()}
    assert sizes == [2, 2, 1]


def test_triggers_that_fit_in_no_small_budget_get_a_larger_one(monkeypatch):
    """A rule of a user's own may list ten thousand words."""
    monkeypatch.setattr(gate, "_OF_SET", (100, 24 << 20))
    monkeypatch.setattr(gate, "_MEMORY", (100, 24 << 20))
    found = Gate([(0, "wor[dk]s?"), (1, "\\bmany\\b")]).lines(Batch(["so many words\nand more"]))
    assert [(record, sorted(numbers)) for record, _, numbers in found] == [(0, [0, 1])]


def test_a_part_without_a_hit_is_not_searched_by_each(engine):
    """The automaton may hit for what stands around a line: then none of the triggers does, and none is compiled."""
    one = Gate([(0, "b(?m:^)?c"), (1, "x")])
    assert one._whose(b"abd") == []
    assert one._single is None
    assert one._whose(b"abc x") == [0, 1]


@pytest.mark.skipif(not kernel.available(), reason="without the kernel, too, there are no gates")
def test_without_re2_the_kernel_gates_what_stays_in_a_line(engine, monkeypatch):
    """Nearly all rules; those that look across lines look at every text, and so do those beyond what it can hold."""
    monkeypatch.setattr(gates, "available", lambda: False)
    gated = {r.rule.code for r in engine._rules if gates.is_gated(r)}
    without = {engine._rules[i].rule.code for i in gates.Gates(engine._rules).gated}
    assert without < gated and len(gated - without) < 5
    monkeypatch.setattr(gates, "MOST_TRIGGERS", 7)
    assert len(gates.Gates(engine._rules).gated) == 7
