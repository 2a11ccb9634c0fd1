"""The kernel's automaton says of each line what RE2 says of it."""

import random
import struct
from functools import lru_cache

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from textrepair import Settings
from textrepair.automaton.program import program
from textrepair.automaton.syntax import Unreadable
from textrepair.kernel import available
from textrepair.patterns.gate import gate
from textrepair.repairer import Repairer
from textrepair.scan.batch import Batch
from textrepair.scan.excerpt import Excerpt
from textrepair.scan.gate import gate_of

pytestmark = pytest.mark.skipif(not available() or gate("a") is None, reason="it takes the kernel, and RE2 to judge it")

#: Triggers, and lines; whether they hit, RE2 says.
TRIGGERS = [
    "a",
    "the|then|[xyz]{2}",
    r"\bcat\b",
    r"\Bcat",
    r"(?i:straße|KELVIN|[a-c]x)",
    r"(?i:(?-i:A)b)",
    r"(?m:^)[ \t]+[^ \t\n]",
    r"[,;](?m:$)",
    r"a.c",
    r"(?s:a.c)",
    r"[^\x00-\x7f]{2,3}",
    r"(?:ab)*c(?:de)+f?",
    r"a{3}",
    r"a{2,}b",
    r"[\x{4e00}-\x{9fff}]x",
    r"\pL\d\pL",
    r"[^\pL\pN ]{2}",
    r"[^\pL\pM\pN\pP\pS\pZ\pC]",
    r"\*\*\*[\w]",
    r"[]\-a]]",
    r"x*?y",
    r"(?:(?:a*)*)*b",
    r"(?:a|)(?:b|)c",
    r"[^\n]*\.[^\n]*;",
    r"\x{1f600}",
]
LINES = [
    *(
        "a",
        "the",
        "th",
        "xy zz",
        "cat",
        "a cat.",
        "concat",
        "cat_",
        "caté",
        "Straße STRASSE",
        "kelvin \u212aelvin",
        "ax AX Ab ab",
    ),
    *(
        "  x",
        "x  ",
        "x,",
        "x, y;",
        "abc a\nc a\u2028c",
        "éé",
        "é",
        "中文x",
        "abababcdedef",
        "cde",
        "aaa",
        "aab",
        "a1é",
        "é١é",
    ),
    *(
        "--",
        "- -",
        "\u0378",
        "***a",
        "*** a",
        "-]",
        "]]",
        "y",
        "xxy",
        "aaab",
        "abc",
        "c",
        "a.b;",
        "a;b.",
        "\U0001f600",
        "\ufffd",
    ),
]


@lru_cache(maxsize=64)
def automaton(triggers, most=1 << 20):
    """One for some triggers."""
    from textrepair.kernel._kernel import Automaton

    return Automaton([program(t) for t in triggers], most)


def lines_hit(triggers, text, most=1 << 20):
    """By line of the text the numbers of the triggers that hit in it."""
    one, raw = automaton(tuple(triggers), most), text.encode() + b"\n"
    return {raw[start:end].decode(): one.hits(number) for start, end, number in one.lines(raw, 0, len(raw))}


def truth(trigger, line):
    """What RE2 says."""
    return gate(trigger).search(line.encode()) is not None


@pytest.mark.parametrize("trigger", TRIGGERS)
def test_it_hits_where_re2_does(trigger):
    for line in "\n".join(LINES).split("\n"):
        assert bool(lines_hit([trigger], line)) == truth(trigger, line), line


def test_all_at_once_hit_where_each_does():
    text = "\n".join(LINES)
    each = [lines_hit([t], text) for t in TRIGGERS]
    together = {line: [n for n, one in enumerate(each) if line in one] for line in text.split("\n")}
    assert lines_hit(TRIGGERS, text) == {line: some for line, some in together.items() if some}


WORDS = st.sampled_from(
    ["cat", "the", " ", "  ", "a", "b", "c", "x", "y", ",", ".", "é", "ß", "K", "中", "1", "\n", "\n\n", "-", "*", "_"]
)


@settings(max_examples=200)
@given(st.lists(WORDS, max_size=40).map("".join), st.sampled_from([0, 3000, 1 << 20]))
def test_any_text_gives_the_same(text, most):
    """However often the states must be forgotten."""
    expected = {line: [n for n, t in enumerate(TRIGGERS) if truth(t, line)] for line in text.split("\n") if line}
    assert lines_hit(TRIGGERS, text, most) == {line: some for line, some in expected.items() if some}


@pytest.mark.parametrize("longest", [5, 400, 40_000])
def test_long_texts_are_read_in_parts(longest):
    """Several lines at a time, some longer than a part; with states forgotten now and then."""
    draw = random.Random(longest)
    lines = ["".join(draw.choices("abcxyz ,;.*é中1", k=draw.randrange(longest))) for _ in range(200_000 // longest + 3)]
    text = "\n".join(lines)
    whole = lines_hit(TRIGGERS, text)
    each = [lines_hit(TRIGGERS, line) for line in lines]
    assert whole == {line: hits for one in each for line, hits in one.items()}
    assert lines_hit(TRIGGERS, text, 60_000) == whole


@pytest.fixture(scope="module")
def rules():
    """The active rules of the catalogue."""
    repairer = Repairer(Settings())
    repairer.run("x")
    return repairer._engine._rules


def triggers_of(rule):
    return rule.trigger if rule.trigger and not rule.trigger.startswith("@") else ""


def test_every_trigger_of_the_catalogue_can_be_read(rules):
    for rule in filter(triggers_of, rules):
        assert program(rule.trigger)


def test_the_catalogue_hits_where_re2_does(rules):
    """Line by line over the examples of all rules."""
    gated = [r for r in rules if triggers_of(r) and (r.within or r.scope == "line")]
    texts = [t for r in rules for e in r.rule.examples for t in (e.bad, e.good, e.ok) if t]
    lines = list(dict.fromkeys(line for text in texts for line in text.split("\n") if line and line.isprintable()))
    found = gate_of([(n, r.trigger) for n, r in enumerate(gated)], lines=True)
    batch = Batch(["\n".join(lines)])
    hits = {batch.buffer[slice(*span)].decode(): set(numbers) for _, span, numbers in found.lines(batch)}
    for n, rule in enumerate(gated):
        for line in lines:
            assert (n in hits.get(line, ())) == truth(rule.trigger, line), (rule.rule.code, line)


def test_records_and_excerpts_are_told_apart():
    batch = Batch(["no\nthe cat", "", "cat\n\nno\na cat", "nothing"])
    found = gate_of([(7, "cat"), (5, "the"), (9, "cat")], lines=True)
    lines = [(n, batch.buffer[slice(*span)], sorted(some)) for n, span, some in found.lines(batch)]
    assert lines == [(0, b"the cat", [5, 7, 9]), (2, b"cat", [7, 9]), (2, b"a cat", [7, 9])]
    excerpt = Excerpt.of(batch, 5)
    short = [(n, batch.buffer[slice(*span)], sorted(some)) for n, span, some in found.lines(batch, excerpt)]
    assert short == lines[1:]
    assert [*found.records(batch)] == [(0, [5, 7, 9]), (2, [7, 9])]
    assert [*found.records(Batch([]))] == [*found.records(batch, Excerpt.of(batch, 0))] == []


@pytest.mark.parametrize(
    "trigger",
    [
        "(",
        "a)",
        "[a",
        "*",
        r"\q",
        r"\p{Klingon}",
        "a{2000}",
        "[[:alpha:]]",
        "(?<=a)b",
        "[z-a]",
        "",
        "a*",
        r"\b",
        "(?:b?|c)(?m:$)",
    ],
)
def test_what_it_can_not_read_is_left_to_others(trigger):
    with pytest.raises(Unreadable):
        program(trigger)


def test_a_trigger_of_a_million_instructions_is_left_to_others():
    with pytest.raises(Unreadable, match="too long"):
        program(r"(?:(?:[^\x{100}-\x{20000}]{100}){100}){100}")


def test_its_states_stay_within_their_room():
    """A text that leads to ever new ones."""
    from textrepair.kernel._kernel import Automaton

    automaton = Automaton([program(r"a[ab]{14}c")], 100_000)
    text = "".join(random.Random(1).choices("ab", k=50_000)).encode() + b"\n"
    assert automaton.lines(text, 0, len(text)) == []
    states, forgotten, size = automaton.sizes()
    assert forgotten > 10 and states < 5000 and size < 1_000_000


@settings(max_examples=300)
@given(st.data())
def test_a_damaged_program_is_refused_or_harmless(data):
    from textrepair.kernel._kernel import Automaton

    good = bytearray(program(r"\b(?:ab|[cd]*)e(?m:$)"))
    for _ in range(data.draw(st.integers(1, 4))):
        good[data.draw(st.integers(0, len(good) - 1))] = data.draw(st.integers(0, 255))
    try:
        automaton = Automaton([bytes(good[: data.draw(st.integers(0, len(good)))])], 1000)
    except ValueError:
        return
    automaton.lines(b"abe cde\nxx\n", 0, 11)


@pytest.mark.parametrize("programs", [[b""], [b"1234567"], [struct.pack("<2I", 0, 0)], ["a"], [program("a")] * 600])
def test_what_is_no_program(programs):
    from textrepair.kernel._kernel import Automaton

    with pytest.raises((ValueError, TypeError)):
        Automaton(programs, 1000)


@pytest.mark.parametrize("place", [(-1, 2), (0, 4), (2, 1), (0, 1)])
def test_what_are_no_lines(place):
    from textrepair.kernel._kernel import Automaton

    with pytest.raises(ValueError, match="lines"):
        Automaton([program("a")], 1000).lines(b"ab\n", *place)


def test_no_two_lines_need_be_hit_by_the_same():
    """Each line by others: sets are found by what they hold, and none is taken for another."""
    letters = "abcdefghijklmnop"
    draw = random.Random(1)
    lines = list(dict.fromkeys("".join(draw.sample(letters, draw.randrange(1, 16))) for _ in range(5000)))
    hits = lines_hit(letters, "\n".join(lines))
    assert hits == {line: sorted(map(letters.index, line)) for line in lines}
