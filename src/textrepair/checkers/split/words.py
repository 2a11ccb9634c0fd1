"""A blank inside a word: `re ports`, `conside red`, `w i th`. Where blanks are everywhere they mean little."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from ...document import Document
from ...later import later_regex
from ...lexicon import Lexicon
from ...lexicon import lexicon as lexicon_of
from ...lexicon.build import LETTERS
from ...lexicon.fragments import alone, is_piece
from ...model import Match, Span
from .. import checker
from ..joined.place import code_like, technical
from .stretch import Torn, knows_all, mended, promising

#: Tokens of letters with one blank between them; marks may open the first and close the last.
_STRETCH = later_regex(r"(?<![\p{L}\p{M}\d'’@/_.-])\p{L}+(?: \p{L}+)+(?![\p{L}\p{M}\d@/_²³]|['’\"]\p{L})")
_CLOSING = later_regex(r" [.,;:!?)\]]+(?=\s|$)")
_OPENING = later_regex(r"(?<!\S)[(\[] $")
_LOOSE_BEFORE = later_regex(r"[^\p{L}\s.,;:!?)] ?$")
_LOOSE_AFTER = later_regex(r" ?[^\p{L}\s.,;:)(]")
#: Brackets and quotation marks with blanks inside: there the text is damaged otherwise too.
_SPACED_BEFORE, _SPACED_AFTER = later_regex(r"[(\[\"“] $"), later_regex(r" [\"”]|[\"”]? [)\]]")
_DAMAGED = later_regex(r"(?<![^\s(\"“])\p{L} \p{L} \p{L}(?![^\s).,;:\"”])")
_LETTERS = later_regex(r"[\p{L} ]+")
_REACH = 8
#: Words of one letter that no join is looked for with, yet that stand alone: `Alex e i suoi amici`.
_ARTICLES = {"it": "i"}


def wanted(doc: Document, pieces: str, *, closing: float = 4.0, further: float = 1.5, margin: float = 1.0) -> bool:
    """Whether two or three pieces may be a word, whatever stands around them."""
    return doc.lexicon is None or promising(doc.lexicon, pieces.split(" "), closing, further, margin)


@checker(scope="line", trigger="@torn-word", wants=wanted, local=True)
def check(
    doc: Document, span: Span, *, closing: float = 4.0, further: float = 1.5, margin: float = 1.0, listed: bool = False
) -> Iterator[Match]:
    """Yield torn words.

    `closing`, `further`: how rare (log10) a first and each further spurious blank is; `margin`: the least gain;
    `listed`: look where every token is in the list, else where one is not.
    """
    lexicon = doc.lexicon
    if lexicon is None:
        return
    damaged = _damage(doc, lexicon, span)
    if damaged:
        closing, further = 0.7, 0.3
    for m in _STRETCH.finditer(doc.text, *span):
        tokens = m.group().split(" ")
        if not damaged and not (
            listed == knows_all(lexicon, tokens, doc.vocabulary)
            and promising(lexicon, tokens, closing, further, margin)
        ):
            continue
        starts = _starts(m.start(), tokens)
        for first, last in _windows(lexicon, tokens, damaged):
            for torn in mended(lexicon, tokens[first:last], closing, further):
                a = first + torn.first
                start, end = starts[a], starts[first + torn.last - 1] + len(tokens[first + torn.last - 1])
                tier = _tier(doc, lexicon, torn, tokens[a : first + torn.last], damaged, margin)
                if tier and not code_like(doc.text, start, end):
                    if damaged:
                        start, end = _with_marks(doc.text, start, end, span)
                    if _beside_marks(doc.text, start, end, damaged):
                        tier = "unsafe"
                    whole = _closed(doc.text[start:end], torn.word)
                    yield Match(start, end, whole, min(0.99, 0.5 + torn.gain / 20), applicability=tier)


def _with_marks(text: str, start: int, end: int, span: Span) -> Span:
    """The span with the marks that a blank keeps off the word in letter-spaced text: `( sub jec t )`."""
    after = _CLOSING.match(text, end, span[1])
    before = _OPENING.search(text, max(span[0], start - 3), start)
    return before.start() if before else start, after.end() if after else end


def _beside_marks(text: str, start: int, end: int, damaged: bool) -> bool:
    """Whether loose marks are beside the span: there more may be torn. In damaged text hyphens count as well."""
    before, after = (_LOOSE_BEFORE, _LOOSE_AFTER) if damaged else (_SPACED_BEFORE, _SPACED_AFTER)
    return before.search(text, max(0, start - 3), start) is not None or after.match(text, end) is not None


def _closed(text: str, word: str) -> str:
    """The word with the marks of the text around it."""
    marks = _LETTERS.sub("\0", text).split("\0")
    return f"{marks[0]}{word}{''.join(marks[1:])}"


def _starts(at: int, tokens: list[str]) -> list[int]:
    starts = []
    for token in tokens:
        starts.append(at)
        at += len(token) + 1
    return starts


def _windows(lexicon: Lexicon, tokens: list[str], damaged: bool) -> Iterator[Span]:
    """Ranges of tokens around those that are hardly words of their own."""
    first = last = -1
    for i, token in enumerate(tokens):
        if not is_piece(lexicon, token) or not (damaged or _fits(lexicon, tokens, i)):
            continue
        if last >= 0 and i - _REACH <= last:
            last = min(len(tokens), i + _REACH + 1)
            continue
        if last >= 0:
            yield first, last
        first, last = max(0, i - _REACH), min(len(tokens), i + _REACH + 1)
    if last >= 0:
        yield first, last


def _fits(lexicon: Lexicon, tokens: list[str], i: int) -> bool:
    """Whether the piece and its neighbours, one or two on either side, make a word."""
    return any(
        lexicon.zipf("".join(tokens[a:b])) > 0
        for a in range(max(0, i - 2), i + 1)
        for b in range(max(i + 1, a + 2), min(len(tokens), a + 3, i + 3) + 1)
    )


def _damage(doc: Document, lexicon: Lexicon, span: Span) -> bool:
    """Whether the line is full of pieces: then a blank means little."""
    text = doc.text[span[0] : min(span[1], span[0] + 4000)]
    parts = text.split()
    if sum(map(str.isalpha, parts[:12])) >= 6 and sum([t.islower() for t in parts if len(t) == 1 and t != "a"]) < 3:
        return False
    tokens = [t for t in parts if t.isalpha()]
    if len(tokens) < 6:
        return len(_DAMAGED.findall(text)) > 0 and len(tokens) > 2
    plain = LETTERS.get(lexicon.language, "") + "a"
    single = sum(len(t) == 1 and t.islower() and t not in plain for t in tokens)
    return single >= 3 and single > 0.06 * len(tokens)


def _tier(doc: Document, lexicon: Lexicon, torn: Torn, tokens: list[str], damaged: bool, margin: float) -> Any:
    """How sure a repair is; None if not sure enough."""
    if torn.gain < margin or (technical(doc) and not damaged):
        return None
    if all(len(t) == 1 and t.isupper() for t in tokens) and (len(tokens) < 4 or lexicon.zipf(torn.word) < 3):
        return None  # initials
    if damaged:
        return _in_damage(lexicon, torn, tokens)
    if not any(is_piece(lexicon, t) for t in tokens) or lexicon.zipf(torn.word) < 2 or len(torn.word) < 4:
        return None
    if lexicon.zipf(torn.word) < (
        2.8 if lexicon.language == "en" and torn.gain < 4 else 2 if lexicon.language == "en" else 3
    ):
        return None
    if lexicon.language != "en" and min(alone(lexicon, t) for t in tokens) < 3.5 and torn.gain < 2.5:
        return None  # a word of everyday may well stand there
    if lexicon.language != "en" and _foreign_or_plain(lexicon, tokens):
        return None
    if len(torn.word) < 5 and torn.gain < 4:
        return None
    if tokens[0][0].isupper() and any(t[0].isupper() for t in tokens[1:]) and not torn.word.isupper():
        return None
    if any(len(t) == 1 for t in tokens) and any(lexicon.zipf(t) >= 2.5 and len(t) > 3 for t in tokens):
        return None  # `a sequence s`
    return "safe" if torn.gain > 3.5 and lexicon.zipf(torn.word) >= 3 and len(torn.word) > 4 else "unsafe"


def _foreign_or_plain(lexicon: Lexicon, tokens: list[str]) -> bool:
    """Whether all tokens are words: of English (`play off`), or of the language, one of a single letter (`řad a`)."""
    english = lexicon_of("en")
    if english is not None and all(t.isascii() and english.zipf(t) >= 4.5 for t in tokens):
        return True
    letters = LETTERS.get(lexicon.language, "") + _ARTICLES.get(lexicon.language, "")
    return any(t.lower() in letters for t in tokens if len(t) == 1) and not lexicon.unknown(tokens)


def _in_damage(lexicon: Lexicon, torn: Torn, tokens: list[str]) -> Any:
    """How sure a repair is in a line full of pieces: as sure as no other reading comes near."""
    zipf, length = lexicon.zipf(torn.word), len(torn.word)
    if length < 4 and zipf < 4:
        return None
    plain = len(tokens) == 2 and min(alone(lexicon, t) for t in tokens) < 3.2
    if plain and (torn.gain < 3 or zipf < 4):
        return None
    if zipf >= 4.5 and torn.lead > (1.8 if zipf >= 5.8 else 4):
        return "safe"
    long = length > 4 or (length == 4 and zipf > 4.5)
    return "safe" if long and torn.gain > 6 and torn.lead > 1.2 else "unsafe"
