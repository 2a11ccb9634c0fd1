"""Which words of the lexicon could stand behind a mask: `cl***ic` -> classic."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import islice

from ...lexicon import lexicon

#: What the filters of forums, games and comment fields cut, also out of the middle of harmless words.
_CUT = (
    "anal anus arse ass asses bitch boob butt clit cock coon crap cum cunt damn dick dyke fag fuck gay hell ho "
    "hoe homo hore jap kkk nazi nig nip penis pis piss poo poop porn prick rap rape semen sex shit slut spic "
    "suck tard tit tits turd twat wank whore xxx "
)
CUT = frozenset(_CUT.split())
_RARE = 2.0


@lru_cache(maxsize=4096)
def fitting(language: str, head: str, low: int, high: int, tail: str, least: float) -> tuple[tuple[str, float], ...]:
    """Words that begin with `head`, hide `low` to `high` letters and end with `tail`, with their Zipf frequencies.

    They are at least so frequent, and the most frequent come first.
    """
    words = lexicon(language)
    if not words:
        return ()
    first, last = head.lower(), tail.lower()
    # The words lie in their file as UTF-8, in which a letter has up to four bytes.
    word = re.compile(rb"(%b[^\n\0]{%d,%d}%b)(?=[\n\0])" % (_bytes(first), low, 4 * high, _bytes(last)))
    column = _column(language, least)
    begin, end = (part.encode("utf-8", "surrogatepass") for part in (first, last))
    lines = _at_line_starts(word, begin, column) if first or not last else _before_line_ends(word, end, column)
    found = (m[1].decode() for m in lines)
    hidden = ((w, w[len(first) : len(w) - len(last)]) for w in found)
    fit = (w for w, letters in hidden if low <= len(letters) <= high and (not letters or letters.isalpha()))
    return tuple((w, words.zipf(w)) for w in islice(fit, 200))


@lru_cache(maxsize=4)
def _column(language: str, least: float) -> bytes:
    """All words of a language but the rare ones, a line each: searched too often to be fetched each time."""
    words = lexicon(language)
    return words.common(least) if words else b""


def _at_line_starts(pattern: re.Pattern[bytes], head: bytes, column: bytes) -> Iterator[re.Match[bytes]]:
    """Matches at the starts of lines that begin with `head`: `find` gets there faster than a search."""
    at, start = 0, b"\n" + head
    while at >= 0:
        m = pattern.match(column, at)
        if m:
            yield m
        at = column.find(start, at) + 1 or -1


def _before_line_ends(pattern: re.Pattern[bytes], tail: bytes, column: bytes) -> Iterator[re.Match[bytes]]:
    """The same of lines that end with `tail`."""
    at, end = 0, tail + b"\n"
    while (at := column.find(end, at)) >= 0:
        m = pattern.match(column, column.rfind(b"\n", 0, at) + 1)
        if m:
            yield m
        at += len(end)


@lru_cache(maxsize=4096)
def ends_a_word(language: str, tail: str) -> bool:
    """Whether some longer word of the language ends with `tail`."""
    words = lexicon(language)
    if len(tail) < 2 or not words:
        return len(tail) < 2
    end = rb"%b[\n\0]" % _bytes(tail.lower())
    # What begins with letters is found faster, so the letter before them is looked for last.
    return re.search(rb"%b(?<=[^\n]%b)" % (end, end), words.column()) is not None


def _bytes(text: str) -> bytes:
    return re.escape(text.encode("utf-8", "surrogatepass"))


@lru_cache(maxsize=4096)
def solved(language: str, head: str, hidden: int, tail: str) -> tuple[tuple[str, ...], str]:
    """The words behind a mask of `hidden` signs, best first, and how sure the first one is: safe, unsafe or display."""
    if len(head) + len(tail) < 3:
        return (), "display"
    exact = fitting(language, head, hidden, hidden, tail, _RARE)
    loose = fitting(language, head, 1, hidden + 3, tail, _RARE)
    cut = [(w, z) for w, z in exact if w[len(head) : len(w) - len(tail)] in CUT]
    long = len(head) + len(tail) >= 4
    if len(cut) == 1 and long:
        best, zipf = cut[0]
        rivals = [w for w, _ in exact if w != best]
        if all(z <= zipf for _, z in loose):
            return (best, *rivals)[:4], "safe" if _certain(best, zipf, exact, loose) else "unsafe"
    if len(loose) == 1 and loose[0][1] >= 3.0 and long:
        return (loose[0][0],), "unsafe"
    ranked = sorted(exact, key=lambda e: -e[1]) or sorted(loose, key=lambda e: -e[1])
    return tuple(w for w, _ in ranked[:4]), "display"


def _certain(best: str, zipf: float, exact: Sequence[tuple[str, float]], loose: Sequence[tuple[str, float]]) -> bool:
    """Whether no other word comes near: thirty times rarer where as many letters are hidden, three times elsewhere."""
    return (
        zipf >= 3.0
        and all(z < zipf - 1.5 for w, z in exact if w != best)
        and all(z < zipf - 0.5 for w, z in loose if w != best)
    )
