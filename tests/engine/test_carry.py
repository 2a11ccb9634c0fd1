"""What is carried over to a later pass changes no result: it is what looking again would have found."""

import json
import random
from pathlib import Path

import pytest

from textrepair import Record, Repairer, Settings, engine
from textrepair.carry import Carried, Seen, carried
from textrepair.checkers.joined.place import technical
from textrepair.document import Document
from textrepair.edits import replay
from textrepair.model import Edit, Match
from textrepair.rules.examples import language_of

SEEDS = Path(__file__).resolve().parents[2] / "seeds"
#: Lines beside which one from elsewhere is put: what a checker must not see there would change its mind.
NEIGHBOURS = [
    "",
    "Hand",
    "word",
    "- a, b",
    "the",
    '"',
    "(",
    "3",
    ",",
    ". 5",
    "x.",
    "*",
    "'s",
    "A B C",
    "&",
    "’",
    "“Yes",
    "m",
]


def lines():
    """Lines with a defect or something like one, with their language."""
    found = []
    for name in ("wild", "negative"):
        for row in map(json.loads, (SEEDS / f"{name}.jsonl").read_bytes().splitlines()):
            found += [(line, row.get("lang") or None) for line in row["text"].split("\n")]
    return found


def records():
    """Texts of many lines, of which the first pass changes some."""
    dice, some = random.Random(11), lines()
    by_language = {}
    for line, language in some:
        by_language.setdefault(language, []).append(line)
    for language, own in sorted(by_language.items(), key=str):
        for _ in range(8 if language != "en" else 150):
            chosen = dice.choices(own, k=dice.randint(2, 12))
            yield Record(dice.choice(("\n", "\n\n")).join(chosen), language=language)


def results(some):
    found = Repairer(Settings(unsafe_fixes=True)).run_batch(some)
    return [(r.text, r.edits, r.defects, r.superseded) for r in found]


def test_nothing_is_different_where_nothing_is_carried_over(monkeypatch):
    """Damaged texts of many lines, with and without what was seen in the pass before."""
    some = list(records())
    again = []

    def nothing(seen, edits, doc, rules):
        known = carried(seen, edits, doc, rules)
        assert replay(seen.doc.text, edits) == doc.text
        again.append(sum(end - start for start, end in known.fresh) / len(doc.text))
        return Carried(list(doc.lines()), (), {})

    mine = results(some)
    monkeypatch.setattr(engine, "carried", nothing)
    for theirs, ours in zip(results(some), mine, strict=True):
        assert ours == theirs
    assert len(again) > 50
    assert sum(again) / len(again) < 0.8, "hardly anything is carried over"


def engine_of(settings):
    repairer = Repairer(settings)
    repairer.run("x")
    return repairer._engine


LOCAL = [r for r in engine_of(Settings(unsafe_fixes=True))._rules if r.local]


@pytest.mark.parametrize("active", LOCAL, ids=lambda a: a.rule.code)
def test_local_rules_say_the_same_of_a_line_wherever_it_stands(active):
    """Neighbours that would complete a match, or forbid one, are not seen."""
    dice, others = random.Random(active.rule.code), [line for line, _ in lines()]
    for example in active.rule.examples:
        language = language_of(example, active.rule)
        for line in (example.bad or example.ok or "").split("\n"):
            alone = Document(f"\n{line}\n", language)
            wanted = [(m.start - 1, m.end - 1, m.replacement) for m in active.find(alone, (1, 1 + len(line)))]
            for before, after in [dice.sample(NEIGHBOURS, 2) for _ in range(4)] + [dice.sample(others, 2)]:
                head = f"Some text.\n{others[0]}\n{before}\n"
                among = Document(f"{head}{line}\n{after}\n{dice.choice(others)}", language)
                if technical(among) == technical(alone):
                    span = len(head), len(head) + len(line)
                    got = [(m.start - span[0], m.end - span[0], m.replacement) for m in active.find(among, span)]
                    assert got == wanted, (before, line, after)


def of(text):
    """A text in which a local rule looked at every line and found the first letter of each."""
    doc = Document(text, "en")
    places = [(0, line) for line in doc.lines()]
    return Seen(
        doc, places, {place: [Match(place[1][0], place[1][0] + 1)] for place in places if place[1][0] < place[1][1]}
    )


class Local:
    scope, local = "line", True


class AtLarge:
    scope, local = "line", False


@pytest.mark.parametrize(
    "edits, fresh, found",
    [
        ([Edit(0, 1, "o", "OOO", "X")], ["OOOne"], "tf"),
        ([Edit(3, 4, "\n", "", "X")], ["onetwo"], "f"),  # lines that become one
        ([Edit(5, 5, "", "\n", "X")], ["t", "wo"], "of"),  # and one that becomes two
        ([Edit(4, 8, "two\n", "", "X")], ["four"], "o"),
        ([Edit(7, 7, "", "!", "X"), Edit(8, 8, "", "!", "X")], ["two!", "!four"], "o"),
        ([Edit(4, 5, "t", "T", "X"), Edit(6, 7, "o", "0", "X")], ["Tw0"], "of"),
        ([Edit(0, 12, "one\ntwo\nfour", "", "X")], [""], ""),
    ],
)
def test_what_is_known_moves_with_its_line(edits, fresh, found):
    """Lines that an edit touches, if only at their ends, are new; on the others matches stand where they stood."""
    seen = of("one\ntwo\nfour")
    doc = Document(replay(seen.doc.text, edits), "en")
    known = carried(seen, edits, doc, [Local])
    assert [doc.text[a:b] for a, b in known.fresh] == fresh
    assert "".join(doc.text[m.start] for some in known.matches.values() for m in some) == found
    assert [span for _, span in known.places] == [line for line in doc.lines() if doc.text[slice(*line)] not in fresh]


def test_rules_that_see_other_lines_are_asked_again():
    """Their places are known, what they found there is not."""
    seen = of("one\ntwo")
    known = carried(seen, [Edit(0, 1, "o", "O", "X")], Document("One\ntwo", "en"), [AtLarge])
    assert known.places == [(0, (4, 7))]
    assert not known.matches


def test_nothing_is_known_of_a_text_in_another_language():
    """A repair may be what tells the language."""
    seen = of("one\ntwo")
    known = carried(seen, [Edit(0, 1, "o", "O", "X")], Document("One\ntwo", "de"), [Local])
    assert (list(known.fresh), list(known.places)) == ([(0, 3), (4, 7)], [])
