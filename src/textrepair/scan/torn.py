"""Lines with pieces of words and strewn letters: what `joins` does with vectors, for a few lines.

Here the gates decide: what they let pass must be what the vectors of a large batch let pass, or a text would be
repaired in one way alone and in another among others.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import chain, groupby, islice

from ..document import Document
from ..lexicon.fragments import RARE_PIECES
from ..model import Span
from ..patterns.gate import utf8
from .single import TOKEN, Listed

#: Bytes that no capital is among: small letters and what is beyond ASCII.
_SMALL_FROM = 91
#: Bytes between a letter and the second behind it.
_NEAR = 5
#: Characters in which those two are looked for; a token that is cut there is no single letter.
_AHEAD = 60
_Tokens = Sequence[re.Match[str]]


def torn_lines(doc: Document) -> Iterator[Span]:
    """The lines of the text that may hold a torn word of its language."""
    if doc.language is None:
        return
    known, whole = Listed(doc.language, "tokens"), Listed(doc.language, "whole")
    if not known or not whole:
        return
    lenient = doc.primary in ("de", "ru")
    for start, end in doc.lines():
        tokens = list(TOKEN.finditer(doc.text, start, end))
        if not tokens:
            continue
        strange = {n for n, m in enumerate(tokens) if m.group() not in known}
        if strange and (
            any(_is_torn(doc.text, some, known, whole, lenient) for some in _stretches(doc.text, tokens, strange))
            or _is_strewn(doc.text, tokens, list(islice(TOKEN.finditer(doc.text, end, end + _AHEAD), 2)))
        ):
            yield start, end


def _stretches(text: str, tokens: _Tokens, strange: set[int] | None = None) -> Iterator[_Tokens]:
    """Tokens with nothing but a blank between each, one of them strange if any has to be."""
    stretch = 0
    keys = []
    for n, m in enumerate(tokens):
        stretch += n > 0 and text[tokens[n - 1].end() : m.start()] != " "
        keys.append(stretch)
    for _, numbers in groupby(range(len(tokens)), keys.__getitem__):
        some = list(numbers)
        if strange is None or not strange.isdisjoint(some):
            yield [tokens[n] for n in some]


def _is_torn(text: str, tokens: _Tokens, known: Listed, whole: Listed, lenient: bool) -> bool:
    """Whether two or three in a row are a word, and one of them is hardly any."""
    for size in (2, 3):
        for n in range(len(tokens) - size + 1):
            pieces = [m.group() for m in tokens[n : n + size]]
            if _after_apostrophe(text, tokens[n]) or all(piece in whole for piece in pieces):
                continue
            joined = "".join(pieces)
            if joined in known or (lenient and not utf8(joined)[:8].isascii()):
                return True
    return False


def _is_strewn(text: str, tokens: _Tokens, behind: _Tokens) -> bool:
    """Whether the line has three small single letters (`a` aside), or one with two of any kind behind it.

    `behind`: the next two tokens, which may stand on the next line: that is how it is in the vectors.
    """
    some = [*tokens, *behind]
    single = [_is_single(m.group()) for m in some]
    for n in range(len(some) - 2):
        if all(single[n : n + 3]) and len(utf8(text[some[n].end() : some[n + 2].start()])) <= _NEAR:
            return True
    alone = [m for m, one in zip(tokens, single, strict=False) if one and _stands_alone(text, m)]
    return len(alone) >= 3


def _is_single(token: str) -> bool:
    raw = utf8(token)
    return len(raw) == 1 or (len(raw) <= 3 and raw[0] >= 0xC3)


def _stands_alone(text: str, m: re.Match[str]) -> bool:
    first = utf8(m.group())[0]
    is_open = all(c <= " " or c >= "\x80" for c in (_before(text, m), _after(text, m)))
    return first >= _SMALL_FROM and first != ord("a") and is_open and not _after_apostrophe(text, m)


def rare_piece_lines(doc: Document) -> Iterator[Span]:
    """The lines with pieces that are a word together, or strewn letters.

    Of these only lines with a piece of an English word that stands alone beside a word, or with three single letters.
    """
    found = []
    for span in doc.lines():
        tokens = list(TOKEN.finditer(doc.text, *span))
        if any(_is_rare_piece(doc.text, m) for m in tokens) or _has_row(doc.text, tokens):
            found.append((span, tokens))
    if doc.language is None or not (known := Listed(doc.language, "tokens")):
        yield from (span for span, _ in found)
        return
    whole, lenient = Listed(doc.language, "whole"), doc.primary in ("de", "ru")
    for n, (span, tokens) in enumerate(found):
        behind = list(islice(chain.from_iterable(some for _, some in found[n + 1 : n + 3]), 2))
        stretches = _stretches(doc.text, tokens)
        if any(_is_torn(doc.text, some, known, whole, lenient) for some in stretches) or _is_strewn(
            doc.text, tokens, behind
        ):
            yield span


def _is_rare_piece(text: str, m: re.Match[str]) -> bool:
    token = m.group()
    if token[0] < "a" or token.lower() not in RARE_PIECES or _after_apostrophe(text, m):
        return False
    before, after = _before(text, m), _after(text, m)
    behind_word = before == " " and _is_letter(text[m.start() - 2 : m.start() - 1])
    before_word = after == " " and _is_letter(text[m.end() + 1 : m.end() + 2])
    alone_before, alone_after = before in ' \n("' or before >= "\x80", after in ' \n.,;:!?)"' or after >= "\x80"
    return (alone_before and before_word) or (behind_word and alone_after)


def _has_row(text: str, tokens: _Tokens) -> bool:
    for one, two, three in zip(tokens, tokens[1:], tokens[2:], strict=False):
        parted = text[one.end() : two.start()] == " " == text[two.end() : three.start()]
        single = parted and all(_is_single(m.group()) for m in (one, two, three))
        if single and _before(text, one) <= " " and _after(text, three) <= " ":
            return True
    return False


def _is_letter(char: str) -> bool:
    return char.isalpha() or char >= "\x80"


def _before(text: str, m: re.Match[str]) -> str:
    return text[m.start() - 1] if m.start() else "\n"


def _after(text: str, m: re.Match[str]) -> str:
    return text[m.end() : m.end() + 1] or "\n"


def _after_apostrophe(text: str, m: re.Match[str]) -> bool:
    return _before(text, m) in "'\u2019"
