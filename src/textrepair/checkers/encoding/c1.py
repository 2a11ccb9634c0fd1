"""C1 controls: bytes of windows-1252, or now and then of Mac Roman, that were read as Latin-1."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from functools import lru_cache

from ...document import Document
from ...model import Match, Span
from .. import checker
from .layers import damage
from .lexica import lexicon_for

_LEADS = frozenset("âÃÂÅÄÐÑ")
_ENDINGS = frozenset(["s", "t", "re", "ve", "ll", "d", "m"])
_RUN = re.compile("[\x80-\x9f]+")
#: Bytes of undecodable input, as Python keeps them.
_UNDECODED = re.compile("[\udc80-\udcff]")
_EAST_ASIAN = re.compile("[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7a3]")


@checker(scope="line", trigger=r"[\x{80}-\x{9f}]")
def check(doc: Document, span: Span) -> Iterator[Match]:
    """Yield C1 controls that belong to no damaged UTF-8."""
    damaged = [(span[0] + d.start, span[0] + d.end) for d in damage(doc.text[span[0] : span[1]])]
    at = 0
    for m in _RUN.finditer(doc.text, *span):
        while at < len(damaged) and damaged[at][1] <= m.start():
            at += 1
        if at < len(damaged) and damaged[at][0] < m.end():
            continue
        match = _mac_word(doc, *m.span()) or _bytes(doc.text, *m.span(), m.group())
        if _is_torn(doc.text, *m.span()):
            match = replace(match, applicability="display")
        yield replace(match, applicability="unsafe") if not match.applicability and _is_undecoded(doc) else match


def _is_torn(text: str, start: int, end: int) -> bool:
    """Whether an East Asian letter stands beside: then it is what is left of another such letter."""
    return _EAST_ASIAN.search(text[max(0, start - 2) : start] + text[end : end + 2]) is not None


def _is_undecoded(doc: Document) -> bool:
    """Whether bytes of the text could not be decoded: then what could may be of the other encoding too."""
    found: bool | None = doc.memo.get(_is_undecoded)
    if found is None:
        found = doc.memo[_is_undecoded] = _UNDECODED.search(doc.text) is not None
    return found


def _bytes(text: str, start: int, end: int, run: str) -> Match:
    """The characters of windows-1252; between letters, where these are no letters, those of Mac Roman."""
    raw = run.encode("latin-1")
    new = raw.decode("windows-1252", "ignore")
    inside = text[max(0, start - 1) : start].islower() and text[end : end + 1].islower()
    if (
        inside
        and not new.isalpha()
        and new not in ("’", "‘", "…", "—", "–", "“", "”")
        and raw.decode("mac-roman").islower()
    ):
        return Match(start, end, raw.decode("mac-roman"), 0.6, (new,), "unsafe")
    sure = (
        len(new) == len(run)
        and text[max(0, start - 1) : start] not in _LEADS
        and not (inside and _is_word_inside(text, start, end))
    )
    return Match(start, end, new, 0.9, applicability=None if sure else "unsafe")


def _is_word_inside(text: str, start: int, end: int) -> bool:
    """Whether no apostrophe can stand there: long letters on both sides, as in `conf\x92an`."""
    before = re.search(r"[^\W\d_]*$", text[max(0, start - 20) : start])
    after = re.match(r"[^\W\d_]*", text[end : end + 20])
    return (
        before is not None
        and after is not None
        and len(before[0]) > 3
        and after[0] not in _ENDINGS
        and text[start:end] == "\x92"
    )


def _mac_word(doc: Document, start: int, end: int) -> Match | None:
    """The word read as Mac Roman, if that makes it one and windows-1252 does not."""
    text = doc.text
    left, right = start, end
    while left > max(0, start - 30) and (text[left - 1].isalpha() or "\x80" <= text[left - 1] <= "\x9f"):
        left -= 1
    while right < min(len(text), end + 30) and (text[right].isalpha() or "\x80" <= text[right] <= "\x9f"):
        right += 1
    word = text[left:right]
    lexicon = lexicon_for(doc)
    if lexicon is None or len(word) - (end - start) < 3:
        return None
    windows, mac = _readings(word)
    if not mac.isalpha() or lexicon.knows(windows) or lexicon.zipf(mac) < 1.5:
        return None
    return Match(left, right, mac, 0.95)


@lru_cache(maxsize=4096)
def _readings(word: str) -> tuple[str, str]:
    """The word with its controls read as windows-1252, and as Mac Roman."""
    windows = _RUN.sub(lambda m: m.group().encode("latin-1").decode("windows-1252", "ignore"), word)
    return windows, _RUN.sub(lambda m: m.group().encode("latin-1").decode("mac-roman"), word)
