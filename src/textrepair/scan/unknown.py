"""The unknown words of a batch, for the rules that judge words one by one.

Most of them are names that no rule wants. A test without context is asked once for each, and the answer is kept under
the bytes of the word with one on either side: from then on the word costs one look into a set, or a dictionary.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import TYPE_CHECKING

from ..document import Document
from ..model import Span
from ..words import WORD, word_spans
from .batch import Batch
from .room import Room
from .single import Listed, strange

if TYPE_CHECKING:
    from ..lexicon import Lexicon
    from .features import Features
    from .native import NativeFeatures

#: Words that are remembered.
MOST = 1 << 15
#: A rule by its number, and where the word stands, from the token's start.
Place = tuple[int, int, int]
_APOSTROPHES = ("'", "\u2019")


class Words:
    """The rules of scope "word", with their tests, whose answers are remembered: one object a language.

    `room`: for the answers, those of other languages too.
    """

    def __init__(
        self, rules: Sequence[tuple[int, Callable[[Lexicon, str], bool] | None]], room: Room | None = None
    ) -> None:
        self._rules = rules
        self._dull: set[bytes] = set()
        self._known: dict[bytes, Sequence[Place]] = {}
        self._room = room or Room(MOST)
        self._room.share(self._dull.clear)
        self._room.share(self._known.clear)

    @property
    def numbers(self) -> list[int]:
        """Numbers of the rules."""
        return [number for number, _ in self._rules]

    def candidates(
        self, docs: Sequence[Document], batch: Batch, features: Features | NativeFeatures
    ) -> Iterator[tuple[int, int, Span]]:
        """Record, rule number and span of each unknown word that a rule wants."""
        if not self._rules or not docs or docs[0].lexicon is None:
            return
        buffer, dull = batch.buffer, self._dull
        # A byte more on either side, lest `don` of `don't` stands for another `don`.
        for start, end in features.unknown(dull):
            key = buffer[start - 1 : end + 1]
            record = batch.record_at(start)
            at, stop = batch.characters(record, (start, end))
            places = self._known.get(key)
            if places is None:
                lone = key[:1] not in b"'\x80\x99" and key[-1:] not in b"'\xe2"
                if lone and (word := key[1:-1]).isascii():  # letters only, and all of them
                    places = [(number, 0, end - start) for number in self._judged(docs[record], word.decode())]
                else:
                    places = [(number, a - at, b - at) for number, (a, b) in self._wanted(docs[record], (at, stop))]
                if end - start < 40 and lone:
                    self._remember(key, places)
            yield from ((record, number, (at + a, at + b)) for number, a, b in places)

    def _remember(self, key: bytes, places: Sequence[Place]) -> None:
        """What the rules say of a word that nothing around it belongs to."""
        self._room.take()
        if places:
            self._known[key] = places
        else:
            self._dull.add(key)

    def _wanted(self, doc: Document, token: Span) -> Iterator[tuple[int, Span]]:
        """The unknown words that the token is made of or a part of."""
        text = doc.text
        for m in WORD.finditer(text, _begin(text, token[0]), _end(text, token[1])):
            yield from ((number, m.span()) for number in self._judged(doc, m.group()))

    def _judged(self, doc: Document, word: str) -> list[int]:
        """Numbers of the rules that want the word."""
        lexicon = doc.lexicon
        assert lexicon is not None
        wanted = [number for number, when in self._rules if when is None or when(lexicon, word)]
        return [] if wanted and doc.knows(word) else wanted


def unknown_spans(doc: Document) -> Iterator[Span]:
    """The words that neither the lexicon has nor the table of its tokens, in which pieces of words count too."""
    if not doc.language or not Listed(doc.language, "tokens"):
        return
    for start, end in word_spans(doc.text):
        word = doc.text[start:end]
        if not doc.knows(word) and strange(doc.language, word):
            yield start, end


def _begin(text: str, at: int) -> int:
    """Where the word begins in which `at` lies: before an apostrophe other letters may stand."""
    while at > 1 and text[at - 1] in _APOSTROPHES and text[at - 2].isalpha():
        at -= 2
        while at > 0 and text[at - 1].isalpha():
            at -= 1
    return at


def _end(text: str, at: int) -> int:
    """Where the word ends in which the character before `at` lies."""
    while at + 1 < len(text) and text[at] in _APOSTROPHES and text[at + 1].isalpha():
        at += 2
        while at < len(text) and text[at].isalpha():
            at += 1
    return at
