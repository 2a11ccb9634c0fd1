"""The candidate search over a few kilobytes: the same gates, wider, without numpy and with few automata.

To load numpy and to build the automata of all rules takes longer than a short file. What is found here is at least
what the scanner of large batches finds: a gate may let through too much.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from itertools import pairwise

from ..active import ActiveRule
from ..checkers.declare import Scope
from ..document import Document
from ..model import Span
from ..words import word_spans
from .sieve import Sieve
from .single import TOKEN, strange
from .torn import DECIDING

#: Texts of so many characters in all, over which this is cheaper than to build the automata.
LARGEST = 50_000
#: As in `tokens.LONGEST_LOOP`.
_LONGEST_LOOP = 64


class SmallScanner:
    """Finds the candidates of a list of rules in texts of one language."""

    def __init__(self, rules: Sequence[ActiveRule], language: str | None) -> None:
        self._rules = rules
        numbers = [i for i, r in enumerate(rules) if r.rule.speaks(language)]
        self._words = [i for i in numbers if rules[i].scope == "word"]
        self._featured: dict[str, list[int]] = {}
        self._always: list[int] = []
        triggered: list[int] = []
        for i in numbers:
            trigger = rules[i].trigger or ""
            if rules[i].scope == "word":
                continue
            if trigger.startswith("@"):
                self._featured.setdefault(trigger, []).append(i)
            else:
                (triggered if trigger else self._always).append(i)
        self._sieve = Sieve((i, rules[i].trigger or "", rules[i].needs) for i in triggered)

    def scan(self, docs: Sequence[Document]) -> dict[int, list[tuple[int, Span]]]:
        """By rule the texts and the spans in them to look at."""
        found: dict[int, list[tuple[int, Span]]] = {}
        for n, doc in enumerate(docs):
            for i in (*self._always, *self._sieve.hits(doc.text), *self._with_features(doc.text)):
                found.setdefault(i, []).extend((n, span) for span in spans_of(self._rules[i].scope, doc))
            for i, span in (*self._unknown(doc), *self._in_lines(doc)):
                found.setdefault(i, []).append((n, span))
        return found

    def _with_features(self, text: str) -> Iterator[int]:
        for feature, numbers in self._featured.items():
            if feature in DECIDING:
                continue
            test = _TESTS.get(feature)
            if test is None or test(text):
                yield from numbers

    def _in_lines(self, doc: Document) -> Iterator[tuple[int, Span]]:
        """The lines with a feature that is a decision, not only a gate."""
        for feature, lines in DECIDING.items():
            numbers = self._featured.get(feature)
            if numbers:
                yield from ((i, span) for span in lines(doc) for i in numbers)

    def _unknown(self, doc: Document) -> Iterator[tuple[int, Span]]:
        """The unknown words that a rule wants."""
        if not self._words or doc.lexicon is None or doc.language is None:
            return
        tests = [(i, self._rules[i].when) for i in self._words]
        for start, end in word_spans(doc.text):
            word = doc.text[start:end]
            if not doc.knows(word):
                wanted = [i for i, when in tests if when is None or when(doc.lexicon, word)]
                if wanted and strange(doc.language, word):
                    yield from ((i, (start, end)) for i in wanted)


def spans_of(scope: Scope, doc: Document) -> Iterator[Span]:
    """All spans of a text that a rule for lines or for records may be called with."""
    if scope == "line":
        yield from doc.lines()
    else:
        yield 0, len(doc.text)


def _repeats(text: str) -> bool:
    """Whether a word follows itself, or a phrase does."""
    words = TOKEN.findall(text.lower())
    last: dict[tuple[str, str], int] = {}
    for n, pair in enumerate(pairwise(words)):
        if pair[0] == pair[1]:
            return True
        before = last.get(pair, -_LONGEST_LOOP - 1)
        if n - before <= _LONGEST_LOOP and _loops(words, before, n):
            return True
        last[pair] = n
    return False


def _loops(words: Sequence[str], first: int, second: int) -> bool:
    """Whether two places are in runs of words that are equal and touch."""
    period, low, high = second - first, 0, 0
    while first - low > 0 and words[first - low - 1] == words[second - low - 1]:
        low += 1
    while second + high < len(words) and words[first + high] == words[second + high]:
        high += 1
    return low + high >= period


def _repeated_line(text: str) -> bool:
    filled = [line for line in map(str.strip, text.split("\n")) if line]
    return len(set(filled)) < len(filled)


def _repeated_ending(text: str) -> bool:
    """Whether two stops in a row, the end of the last line being one, have the same two characters before them."""
    stops = [m.start() for m in re.finditer(r"\.", text)] + [len(text.rstrip("\n"))]
    return any(text[a - 2 : a] == text[b - 2 : b] for a, b in pairwise(stops) if a >= 2)


def _open_bracket(text: str) -> bool:
    return any(line.count("(") > line.count(")") for line in text.split("\n"))


def _searched(pattern: str) -> Callable[[str], bool]:
    """Whether the pattern is in the text; it is compiled when that is first asked."""
    return lambda text: re.search(pattern, text) is not None


#: These, and any sign beyond ASCII; written as what is left out, which compiles twenty times faster.
_SMALL, _CAPITAL, _LETTER = r"[^\x00-`{-\x7f]", r"[^\x00-@\[-\x7f]", r"[^\x00-@\[-`{-\x7f]"
#: What a text has to have for a feature; one without a test may be anywhere.
_TESTS: dict[str, Callable[[str], bool]] = {
    "@repeat": _repeats,
    "@doubled-word": _repeats,
    "@repeated-phrase": _repeats,
    "@repeated-item": _repeats,
    "@repeat-across-lines": _repeats,
    "@repeated-line": _repeated_line,
    "@repeated-ending": _repeated_ending,
    "@letter-run": _searched(r"(.)\1{3}"),
    "@broken-word": lambda text: "-" in text,
    "@loose-dash": _searched(rf"-|[oi] {_CAPITAL}"),
    "@unbalanced-quotes": _searched('["\u201c\u201d\u201e\xab\xbb]|\u2019\u2019'),
    "@mixed-quotes": lambda text: '"' in text,
    "@open-bracket": _open_bracket,
    "@capital-inside": _searched(rf"{_SMALL}{_CAPITAL}"),
    "@stop-inside": _searched("[.!?\u2026][\u201d\u2019\xbb)]*[^\\W\\d_]"),
    "@comma-inside": _searched(r"[,;:][^\W_]"),
    "@figure-beside": _searched(rf"{_LETTER}\d|\d{_LETTER}|(?![0-9])\d"),
}
