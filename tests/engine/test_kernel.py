"""The kernel in C says the same as the vectors, and looks at nothing beyond its buffer."""

from __future__ import annotations

import importlib
import random
import subprocess
import sys
from array import array
from collections.abc import Sequence
from itertools import accumulate
from pathlib import Path
from types import SimpleNamespace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from textrepair import Record, Repairer, Settings
from textrepair import kernel as compiled
from textrepair.checkers import find
from textrepair.checkers.language.sentences import MARKERS, _places, markers
from textrepair.checkers.repeated.tandem import runs
from textrepair.checkers.repeated.tokens import Tokens
from textrepair.document import Document
from textrepair.language import trials
from textrepair.language.profiles import Shares
from textrepair.scan import native
from textrepair.scan.batch import Batch
from textrepair.scan.features import Features
from textrepair.scan.scanner import Scanner
from textrepair.scan.tokens import LONGEST_LOOP
from textrepair.scan.verdicts import Runs

SEEDS = Path(__file__).resolve().parents[2] / "seeds"
EXACT = [
    "@unknown-word",
    "@torn-word",
    "@rare-piece",
    "@foreign-word",
    "@english-word",
    "@letter-run",
    "@open-end",
    "@repeat-across-lines",
    "@repeated-item",
    "@repeated-line",
    "@repeated-ending",
    "@unbalanced-quotes",
    "@mixed-quotes",
    "@open-bracket",
    "@capital-inside",
    "@figure-beside",
    "@stop-inside",
    "@comma-inside",
    "@loose-dash",
    "@broken-word",
]
PIECES = [
    "the",
    "re",
    "ports",
    "of",
    "ing",
    "famil",
    "iar",
    "a",
    "d",
    "T",
    "h",
    "e",
    "w",
    "i",
    "t",
    "s",
    "tud",
    "ents",
    "it's",
    "'s",
    "don’",
    "le",
    "Whi",
    "n'",
    "o",
    "conside",
    "red",
    "colle",
    "cted",
    "xqz",
    "McDonald",
    "theUnited",
    "USA",
    '"a',
    "“b”",
    "”c",
    "„d«",
    "»e",
    "’’f",
    "''g",
    "(h",
    "i)",
    "ab1",
    "1990",
    "14tanks",
    "слово٣",
    "été",
    "ÉCOLE",
    "Ünï",
    "漢",
    "漢字theUnitedの2019年TERFは14tanksあ",
    "。" * 45 + "theUnited",
    "字",
    "。",
    "！",
    "…",
    "–",
    "—",
    "é́",
    "и",
    "в",
    "не",
    "the",
    "the",
    "est",
    "und",
    "der",
    "und",
    "Sino",
    "anti",
    "China",
    "self-made",
    "government-owned",
    "owned and government-owned",
    "non - personal",
    "Nanako",
    "end.",
    "end.",
    "x5x",
    "i",
    "s p a c e d",
    "be fo re hand",
    "wh i t h er",
    "stra ße",
    "Com̃ons",
    "€",
    "to.In",
    "it.”The",
    "U.S.",
    "e.g.",
    "got.would",
    "что.Он",
    "x…Да",
    "years,Austria",
    "oceans;and",
    'said:"Although',
    "one,23",
    "да,нет",
    "aaaa",
    "аааа",
    "...",
    "\x85",
    "\xa0",
    "\u3000",
]
GAPS = st.sampled_from((" ", " ", " ", " ", "  ", "\n", "\n\n", ", ", "-", " - ", "- ", "\t\n", "", " \n \n", "’"))
TEXTS = st.lists(st.tuples(st.sampled_from(PIECES), GAPS), max_size=40).map(lambda s: "".join(w + g for w, g in s))
ANY = st.text(alphabet=st.characters(exclude_categories=("Cs",)), max_size=60)
LANGUAGES = st.sampled_from(("en", "de", "ru", "zh", None, "xx"))


def _runs() -> dict[str, Runs]:
    tested = {
        "@capital-inside": "joined.case",
        "@figure-beside": "joined.digit",
        "@stop-inside": "joined.sentence",
        "@comma-inside": "joined.clause",
        "@loose-dash": "split.compound",
        "@torn-word": "split.words",
        "@rare-piece": "split.pieces",
    }
    return {name: Runs([find(checker).wants]) for name, checker in tested.items()}


def test_it_is_there() -> None:
    """Where this runs there is a compiler; without one the vectors are what all other tests look at."""
    assert compiled.available()


@settings(max_examples=150, deadline=None)
@given(st.lists(TEXTS | ANY, max_size=6), LANGUAGES)
def test_the_lines_are_the_same(texts: list[str], language: str | None) -> None:
    for feature in EXACT:
        kinds = (Features, native.NativeFeatures)
        vectors, kernel = (kind(Batch(texts), language, frozenset(), (), _runs()) for kind in kinds)
        assert list(vectors.spans(feature)) == list(kernel.spans(feature)), feature


@settings(max_examples=100, deadline=None)
@given(st.lists(TEXTS | ANY, max_size=6))
def test_without_tests_of_runs_all_places_count(texts: list[str]) -> None:
    for feature in (*_runs(), "@broken-word"):
        vectors, kernel = (kind(Batch(texts), "en", frozenset()) for kind in (Features, native.NativeFeatures))
        assert list(vectors.spans(feature)) == list(kernel.spans(feature)), feature


ENDS = st.sampled_from(
    ("", "\n", " ", "\t\n", ".", " the\n", " за", " Że", " è\u3000", " der", " i", "\xa0\n", ' "of', " (to", "–by")
)


@settings(max_examples=300, deadline=None)
@given(st.lists(st.tuples(TEXTS, ENDS), max_size=5), st.sampled_from(("en", "de", "fr", "cs", "ru", "en-GB")))
def test_lines_that_may_be_cut_are_found(parts: list[tuple[str, str]], language: str) -> None:
    text = "".join(map("".join, parts))
    doc = Document(text, language)
    seen = {line for _, line in native.NativeFeatures(Batch([text]), language, frozenset()).spans("@open-sentence")}
    open_ends = {line for _, line in native.NativeFeatures(Batch([text]), language, frozenset()).spans("@open-end")}
    assert seen <= open_ends
    for line in open_ends - seen:
        assert not list(find("truncated.line-end").function(doc, line)), text[slice(*line)]


CLAUSES = st.sampled_from(
    (
        "He said that the",
        "was it",
        "Is there",
        "Would the",
        "boats",
        "a",
        "Harbour",
        "the end.",
        "told us",
        "“I",
        "which",
        "été",
    )
)
LINES = st.lists(CLAUSES, max_size=9).map(" ".join)


@settings(max_examples=400, deadline=None)
@given(st.lists(LINES, min_size=1, max_size=6), st.sampled_from(("", "\n", " \n\u3000\n", ".\n")))
def test_sentences_without_a_stop_are_found(lines: list[str], end: str) -> None:
    doc = Document("\n".join(lines) + end, "en")
    seen = {line for _, line in native.NativeFeatures(Batch([doc.text]), "en", frozenset()).spans("@open-sentence")}
    for line in doc.lines():
        assert line in seen or not list(find("truncated.line-end").function(doc, line)), doc.text[slice(*line)]


def test_most_open_lines_are_no_sentences() -> None:
    lines = [
        "Harbour Times",
        "all of it in lower case, as he said it there",
        "The new boats of the old harbour",
        "it was the",
    ]
    lines += [
        "The boats were all out at sea when he came",
        "The new boats. Of the old harbour",
        "The boats of the harbour",
    ]
    kernel = native.NativeFeatures(Batch(["\n".join(lines)]), "en", frozenset())
    assert ["\n".join(lines)[a:b] for _, (a, b) in kernel.spans("@open-sentence")] == lines[3:]


ECHO = (
    "We sold old battle tanks",
    "countries with old battle tanks",
    "We met",
    "all",
    "été et des chars d'assaut",
    "x" * 112,
)
MARKS = st.sampled_from((". ", ". ", ".", "\n", ".\n", " ", "...", ". \n"))


@settings(max_examples=300, deadline=None)
@given(st.lists(st.lists(st.tuples(st.sampled_from(ECHO), MARKS).map("".join)).map("".join), max_size=4))
def test_endings_that_come_again_are_found(texts: list[str]) -> None:
    seen = []
    for kind in (native.NativeFeatures, Features):
        seen.append(list(kind(Batch(texts), "en", frozenset()).spans("@repeated-ending")))
    assert seen[0] == seen[1]
    for record, text in enumerate(texts):
        told = list(find("truncated.echo").function(Document(text, "en"), (0, len(text))))
        assert not told or any(record == number for number, _ in seen[0]), text


def _speaks(words: Sequence[str]) -> bool:
    """Rows of numbers are for no rule."""
    return any(c.isalpha() for word in words for c in word)


TWICE = st.sampled_from(
    ("don't", "b2b", "so-so", "4x4", "Ka", "ka", "é", "x⁰", "a’b", "die", "20th", "k-1-k", "日", "very")
)
BETWEEN = st.sampled_from((" ", " ", "  ", "\t", "\xa0", "-", ", ", "\n", ". ", " and "))
LISTS = st.sampled_from((", ", " and ", "\u00a0und ", " y", "\tor ", " sowie ", " things", " с", ".", ", of"))


@settings(max_examples=300, deadline=None)
@given(
    st.lists(st.tuples(TWICE, BETWEEN, st.integers(1, 3), LISTS | st.just(" "))).map(
        lambda some: "".join((word + gap) * times + word + end for word, gap, times, end in some)
    )
)
def test_words_that_stand_twice_are_found(text: str) -> None:
    scan = native.NativeFeatures(Batch([text]), "en", frozenset())
    doubled, items = ({line for _, line in scan.spans(name)} for name in ("@doubled-word", "@repeated-item"))
    doc = Document(text, "en")
    for line in doc.lines():
        words = find("repeated.word").function(doc, line, others="safe", min_length=1, sure=("b2b", "4x4", "20th"))
        assert line in doubled or not list(words), text[slice(*line)]
        listed = find("repeated.item").function(doc, line, min_length=1)
        assert line in items or not list(listed), text[slice(*line)]


def test_a_phrase_is_no_doubled_word() -> None:
    texts = ["It is in the DOT. The DOT is there.", "The 5 boats and 5 nets.", "He has has it.", "They don't don't."]
    kernel = native.NativeFeatures(Batch(texts), "en", frozenset())
    assert [record for record, _ in kernel.spans("@doubled-word")] == [2, 3]
    texts = ["Many, many things.", "Russia, Russia and Europe.", "Russia, Russia, Europe."]
    for kind in (native.NativeFeatures, Features):
        assert [record for record, _ in kind(Batch(texts), "en", frozenset()).spans("@repeated-item")] == [1, 2]


WORDS = st.lists(st.sampled_from(("a", "b", "c", "Of", "of", "1", "22", "\n", ",", "é", "①", "½")), max_size=30)


@settings(max_examples=300, deadline=None)
@given(st.lists(st.tuples(WORDS, st.integers(1, 4)), max_size=4))
def test_what_repeats_within_a_line_is_found(parts: list[tuple[list[str], int]]) -> None:
    text = " ".join(" ".join(words * times) for words, times in parts)
    for kind in (native.NativeFeatures, Features):
        seen = {text[a:b] for _, (a, b) in kind(Batch([text]), "en", frozenset()).spans("@repeated-phrase")}
        for line in text.split("\n"):
            words = Tokens(line).words
            longer = [r for r in runs(words) if 1 < r.period <= LONGEST_LOOP and _speaks(words[r.start : r.end])]
            assert not longer or line in seen, (kind, line)


@settings(max_examples=200, deadline=None)
@given(st.lists(st.tuples(st.text(alphabet="哈字の\n。a", max_size=8), st.integers(1, 4)), max_size=5))
def test_characters_that_follow_themselves_are_found(parts: list[tuple[str, int]]) -> None:
    text = "".join(some * times for some, times in parts)
    seen = {
        text[a:b] for _, (a, b) in native.NativeFeatures(Batch([text]), "zh", frozenset()).spans("@repeated-characters")
    }
    for line in text.split("\n"):
        assert not any(r.period > 1 for r in runs(list(line))) or line in seen, line


def test_of_very_many_pieces_none_is_asked() -> None:
    """A line of nothing else would take a hundred times its size."""
    asked: list[str] = []

    def wants(doc: Document, pieces: str) -> bool:
        return bool(asked.append(pieces))

    for kind in (Features, native.NativeFeatures):
        for times, count in ((20, 0), (2000, 1)):
            found = kind(Batch(["xqz " + "th er " * times]), "en", frozenset(), (), {"@torn-word": Runs([wants])})
            assert len(list(found.spans("@torn-word"))) == count
    assert "th er" in asked


def test_what_is_dull_is_not_named_again() -> None:
    batch = Batch(["An xqz and a vbn."])
    kernel, vectors = (kind(batch, "en", frozenset()) for kind in (native.NativeFeatures, Features))
    for dull, count in ((set(), 2), ({b" xqz "}, 1), ({b" xqz ", b" vbn."}, 0)):
        assert list(kernel.unknown(dull)) == list(vectors.unknown(dull))
        assert len(kernel.unknown(dull)) == count


@pytest.mark.parametrize("slots", [16, 1 << 12, 1 << 19])
def test_a_table_is_looked_through_part_by_part(slots: int, monkeypatch: pytest.MonkeyPatch) -> None:
    """With the same tokens found as at once: of a large one only a part need be in memory."""
    batch = Batch(["An xqz and a vbn, thiss and that, Überr dass."])
    whole = native.NativeFeatures(batch, "en", frozenset()).unknown(set())
    monkeypatch.setattr(native, "_SLOTS", slots)
    assert native.NativeFeatures(batch, "en", frozenset()).unknown(set()) == whole
    assert len(whole) > 2


def test_what_is_no_part_of_a_table_is_refused() -> None:
    from textrepair.kernel._kernel import Scan

    batch, table = Batch(["text"]), bytes(64)
    scan = Scan(batch.buffer, batch.starts, batch.ends)
    for part, parts in ((-1, 2), (2, 2), (0, 0), (0, 3), (0, 32)):
        with pytest.raises(ValueError, match="part"):
            scan.judge(table, part, parts)
    with pytest.raises(ValueError, match="table"):
        scan.judge(b"1234", 0, 1)


@pytest.mark.parametrize(
    ("buffer", "starts", "ends"),
    [
        (b"", [], []),
        (b"no padding at all, and long enough", [8], [10]),
        (Batch(["text"]).buffer, [8], []),
        (Batch(["text"]).buffer, [0], [12]),
        (Batch(["text"]).buffer, [8], [4000]),
        (Batch(["a", "b"]).buffer, [11, 8], [9, 12]),
        (Batch(["text"]).buffer, [-1], [12]),
    ],
)
def test_what_is_no_batch_is_refused(buffer: bytes, starts: list[int], ends: list[int]) -> None:
    from textrepair.kernel._kernel import Scan

    with pytest.raises((ValueError, OverflowError)):
        Scan(buffer, starts, ends)


def test_what_is_no_table_is_refused() -> None:
    from textrepair.kernel._kernel import Scan

    batch = Batch(["text"])
    scan = Scan(batch.buffer, batch.starts, batch.ends)
    with pytest.raises(ValueError, match="table"):
        scan.torn(b"1234" * 16, b"123", False, "a")
    with pytest.raises(ValueError, match="flags"):
        scan.function_words(b"", 1, b"")
    for place in (0, 10**6):
        with pytest.raises(ValueError, match="place"):
            scan.around([place])
    with pytest.raises(TypeError):
        scan.unknown(b"1234" * 16, [])
    assert scan.lines([3, 9, 10**6]) == [(0, (0, 4))]


def test_one_that_was_compiled_from_other_sources_is_not_used(monkeypatch: pytest.MonkeyPatch) -> None:
    from textrepair.kernel import _kernel

    monkeypatch.setattr(_kernel, "VERSION", 0)
    assert not importlib.reload(compiled).available()
    monkeypatch.undo()
    assert importlib.reload(compiled).available()


def test_results_are_the_same_without_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("textrepair.scan.scanners.LARGEST", 0)
    records = [Record(p.read_text(encoding="utf-8"), id=p.name) for p in sorted(SEEDS.glob("*.txt"))]
    assert records
    results = []
    for there in (True, False):
        monkeypatch.setattr(compiled, "available", lambda there=there: there)
        results.append(Repairer(Settings(unsafe_fixes=True)).run_batch(records))
    assert results[0] == results[1]
    assert any(r.edits for r in results[0])


def table(dice: random.Random, rows: int, columns: int) -> Shares:
    """Each group occurs in some of the languages."""
    spoken = [sorted(dice.sample(range(columns), dice.randrange(columns + 1))) for _ in range(rows)]
    languages = [number for some in spoken for number in some]
    ends = array("I", [0, *accumulate(map(len, spoken))])
    return Shares(ends, bytes(languages), array("d", [dice.random() for _ in languages]), columns)


@settings(max_examples=60, deadline=None)
@given(st.integers(1, 40), st.integers(1, 60), st.integers(0, 10**6))
def test_a_trial_of_langdetect_ends_as_in_lists(rows: int, columns: int, seed: int) -> None:
    """To the last bit, and with the dice where they are then."""
    dice = random.Random(seed)
    shares, more = table(dice, rows, columns), dice.random() / 10_000
    numbers = [dice.randrange(rows) for _ in range(dice.randrange(1, 80))]
    detector = SimpleNamespace(ITERATION_LIMIT=300, CONV_THRESHOLD=0.99999)
    mine, theirs = random.Random(seed), random.Random(seed)
    found = trials.trial(detector, shares, more, numbers, mine)
    assert found == trials.in_lists(detector, shares, more, numbers, theirs)
    assert mine.random() == theirs.random()


def test_a_trial_without_groups_is_refused() -> None:
    shares, draw = Shares(array("I", [0, 1, 2]), b"\0\2", array("d", [0.5, 0.5]), 3), random.Random(1).getrandbits
    with pytest.raises(ValueError, match="no groups"):
        compiled.trial(*shares, 1e-4, [], draw, 1, 10, 0.9)
    for broken in (
        shares._replace(ends=b""),
        shares._replace(ends=array("I", [0])),
        shares._replace(ends=array("I", [0, 9, 9])),
        shares._replace(shares=b""),
        shares._replace(columns=0),
        shares._replace(languages=b"\0\3"),
    ):
        with pytest.raises((IndexError, MemoryError)):
            compiled.trial(*broken, 1e-4, [0, 1], draw, 1, 10, 2.0)
    with pytest.raises(IndexError):
        compiled.trial(*shares, 1e-4, [7], draw, 1, 10, 0.9)
    with pytest.raises(ZeroDivisionError):
        compiled.trial(*shares, 1e-4, [0, 1], lambda bits: 1 // 0, 1, 10, 0.9)


def test_with_it_numpy_is_not_loaded() -> None:
    """In a process that has the tables of its languages: fifteen megabytes and a tenth of a second."""
    run = (
        "import sys; from textrepair import Record, Repairer; "
        "text = 'The old old house, nad it stands empty since many years. ' * 1200; "
        "assert Repairer().run(Record(text, language='en')).defects; "
        "print('numpy' in sys.modules)"
    )
    said = [subprocess.run([sys.executable, "-c", run], capture_output=True, text=True, check=True) for _ in range(2)]
    assert said[-1].stdout.strip() == "False"


@pytest.mark.parametrize("end", ["", ".", "\n", ".\n\n"])
def test_an_echo_at_the_end_is_found(end: str) -> None:
    text = f"They sold us new fishing boats. Northern ports with new fishing boats{end}"
    for kind in (native.NativeFeatures, Features):
        assert list(kind(Batch([text, text]), "en", frozenset()).spans("@repeated-ending")), kind
    assert [d.code for d in Repairer().run(Record(text, language="en")).defects] == ["TRU402"]


@pytest.mark.parametrize(
    ("text", "there"),
    [
        ("He met Ursula von der Leyen there.", True),
        ("von hier", True),
        ("first\nvon hier", True),
        ("It is said\xa0von ihm.", True),
        ("And c'est la vie.", True),
        ("A film called “von hier” is on.", False),
        ("A film called 'von hier' is on.", False),
        ("A film called «von hier» is on.", False),
        ("You can’t win ’em all, or 'em either.", False),
        ("The pro-con question (von X) is open.", False),
    ],
)
def test_function_words_stand_free(text: str, there: bool) -> None:
    """Where all are set off by marks, no sentence in another language is looked for."""
    for kind in (native.NativeFeatures, Features):
        assert bool(list(kind(Batch([text]), "en", frozenset()).spans("@foreign-word"))) == there, kind
    places = list(_places(text, markers("en", tuple(x for x in MARKERS if x != "en"))))
    assert there or not any(at == 0 or text[at - 1].isspace() for at in places)


def test_what_nothing_is_beside_is_no_candidate() -> None:
    """A strange word alone is none for a rule that wants several."""
    rule = SimpleNamespace(code="LNG203", speaks=lambda language: True)
    check = find("language.foreign-words")
    active = SimpleNamespace(rule=rule, scope="word", trigger="@unknown-word", when=check.when, beside=check.beside)
    alone, several = "The gestern came in.", "The council hat gestern beschlossen to wait."
    scanner = Scanner([active], "en")
    docs = [Document(text, "en") for text in (alone, several)]
    assert {record for some in scanner.scan(docs).values() for record, _ in some} == {1}
