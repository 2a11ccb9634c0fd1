"""Multi-byte code pages of East Asia: UTF-8 read in one of them (`don鈥檛`), and their text read as Latin."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import Literal

from ...document import Document
from ...lexicon import lexicon
from ...model import Match, Span
from .. import checker

_RUN = re.compile(
    "[\u2e80-\u9fff\uac00-\ud7a3\uf900-\ufaff\uff00-\uffef\u3000-\u30ff\u2010-\u2026\u20ac\xb7\xa4-\xb7]+[A-Za-z0-9.,;:!?]?"
)
_IDEOGRAPH = re.compile("[\u3400-\u9fff\uac00-\ud7a3\uff61-\uff9f]")
_HIGH = re.compile(
    "[\x80-\xff\u0152-\u0192\u02c6\u02dc\u2013-\u203a\u20ac\u2122][\x21-\xff\u0152-\u0192\u02c6\u02dc\u2013-\u203a\u20ac\u2122]{3,}"
)
_MARKS = frozenset("’‘“”–—…•·°£€©®™éèêëàâäáãåçíìîïñóòôöõúùûüßæøÉÈÀÂÄÁÇÍÑÓÖÚÜœ\xa0«»¿¡")
_LANGUAGE = {"gbk": "zh", "big5": "zh", "shift_jis": "ja", "cp932": "ja", "euc_jp": "ja", "euc_kr": "ko", "cp949": "ko"}

#: The word lists are in simplified characters; these are the most frequent traditional ones.
_TRADITIONAL = (
    "國這個來們時說為會對學發經過還沒開無從樣現實長動機關體頭問進種電話業愛見後點處東"
    "報級間樂書車門華義萬與當興馬給氣員號應產麼將民臺灣"
)

Way = Literal["utf-8-read-as", "read-as-latin"]


@checker(
    scope="line",
    trigger=r"[\x{2e80}-\x{9fff}\x{ac00}-\x{d7a3}\x{ff61}-\x{ff9f}]|[\x{80}-\x{ff}ŒœŠšŸŽžƒˆ˜–—‘’‚“”„†‡•…‰‹›€™]{2}",
)
def check(doc: Document, span: Span, *, page: str = "gbk", way: Way = "utf-8-read-as") -> Iterator[Match]:
    """Yield runs that make sense only after decoding."""
    text = doc.text
    if way == "read-as-latin":
        for m in _HIGH.finditer(text, *span):
            new = _from_latin(m.group(), page)
            if new:
                sure = len(new) >= 4
                yield Match(*m.span(), new, 0.9, applicability=None if sure else "unsafe")
        return
    for m in _RUN.finditer(text, *span):
        start, end, new = _from_page(m, page)
        if new and _all_decode(text, start, end, page) and _is_better(text, start, end, new):
            yield Match(start, end, new, 0.95)


def _all_decode(text: str, start: int, end: int, page: str) -> bool:
    """Whether the other runs of the same word decode too: half a repair helps nobody."""
    left, right = start, end
    while left > max(0, start - 30) and not text[left - 1].isspace():
        left -= 1
    while right < min(len(text), end + 30) and not text[right].isspace():
        right += 1
    others = [m for m in _RUN.finditer(text, left, right) if m.end() <= start or m.start() >= end]
    return all(_from_page(m, page)[2] or m.group().isascii() or not _IDEOGRAPH.search(m.group()) for m in others)


def _from_page(m: re.Match[str], page: str) -> tuple[int, int, str | None]:
    """The run decoded, with or without the ASCII character after it, which may be half of a letter."""
    for cut in (0, 1) if m.group()[-1].isascii() else (0,):
        run = m.group()[: len(m.group()) - cut]
        new = _utf8(run, page)
        if new and new != run:
            return m.start(), m.end() - cut, new
    return m.start(), m.end(), None


@lru_cache(maxsize=4096)
def _utf8(run: str, page: str) -> str | None:
    try:
        return run.encode(page).decode("utf-8")
    except UnicodeError:
        return None


def _is_better(text: str, start: int, end: int, new: str) -> bool:
    """Marks and letters of Latin text beside Latin letters; or a long run of frequent characters."""
    beyond = [c for c in new if not c.isascii()]
    if all(c in _MARKS for c in beyond):
        beside = text[max(0, start - 1) : start] + text[end : end + 1] + "".join(c for c in new if c.isascii())
        return any(c.isalpha() and c.isascii() for c in beside)
    old = [c for c in text[start:end] if not c.isascii()]
    return len(beyond) >= 2 and _frequent(beyond) >= 0.7 and _frequent(beyond) > _frequent(old) + 0.4


def _frequent(chars: list[str]) -> float:
    known = _common("zh") | _common("ja") | frozenset("，。、！？：；（）「」“”・ー")
    return sum(1 for c in chars if c in known or "\u3040" <= c <= "\u30ff" or "\uac00" <= c <= "\ud7a3") / max(
        1, len(chars)
    )


@lru_cache(maxsize=4)
def _common(language: str) -> frozenset[str]:
    """The characters of the most frequent words."""
    known = lexicon(language)
    if known is None:
        return frozenset()
    found: set[str] = set(_TRADITIONAL) if language == "zh" else set()
    for word, _ in known.words(20_000):
        found.update(c for c in word if ord(c) > 0x2E7F)
        if len(found) >= 1300:
            break
    return frozenset(found)


def _from_latin(run: str, page: str) -> str | None:
    """A run of Latin characters as the page reads its bytes, if what comes out is nearly all frequent."""
    try:
        raw = b"".join(c.encode("windows-1252") if ord(c) > 255 else bytes([ord(c)]) for c in run)
        new = raw.decode(page)
    except UnicodeError:
        return None
    chars = [c for c in new if ord(c) > 127]
    if len(set(chars)) < 2 or any(  # one again and again: `ÅÅÅÅ-MM-DD`
        0x80 <= ord(c) < 0x2000 or 0xFF61 <= ord(c) <= 0xFF9F for c in chars
    ):
        return None
    language = _LANGUAGE[page]
    kana = sum(1 for c in chars if "\u3040" <= c <= "\u30ff") / len(chars)
    if language == "ja" and kana < 0.25 and len(chars) < 4:
        return None
    common = sum(1 for c in chars if c in _common(language) or c in "，。、！？：；（）「」・ー") / len(chars)
    return new if common >= (0.9 if len(chars) < 4 else 0.75) else None
