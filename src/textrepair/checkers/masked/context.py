"""What stands around a mask: does it fill a gap in running text, or is it code, a form, a separator, a rating?"""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

from ...document import Document
from ...later import later_regex

_WINDOW = 90
_LAST = later_regex(r"([\p{L}\p{N}][\p{L}\p{M}\p{N}'’-]*)[^\p{L}\p{N}]*\Z")
_FIRST = later_regex(r"[^\p{L}\p{N}]*([\p{L}\p{N}][\p{L}\p{M}\p{N}'’-]*)")
_PLAIN_WORDS = later_regex(r"(?<![\p{L}\p{N}_/@#.\\-])\p{Ll}{2,}(?![\p{L}\p{N}_/\\(=])")
_OPENS = later_regex(r"(?:\A|[ \t\u00a0])[\"'“‘„«»(\[—–-]*\Z|[—–]\Z")
_CLOSES = later_regex(r"['’](?:s|t|re|ve|ll|d|m)\b|[.,;:!?…)\]\"'”’“«»—–]*(?:[ \t\u00a0]|\Z)|[—–]")
_SENTENCE_ENDS = later_regex(r"[.!?…]['\"”’»)]*\s*\Z")
_CODE = later_regex(
    r"[;{]\s*\Z|=>|[-]>|\w\(\)|\w\(['\"]|::|==|!=|\+=|&&|\|\||</\w|/>|\\[a-z]+\{|\$\{|#\{|@\{|\^\{|%\{|\{%|\{\{"
    r"|\b(?:printf?|println|sprintf)\(|\bconsole\.|\b(?:return|import|echo|const|def|let|var) [\w.$]+(?:;|\(| =)"
    r"|\b(?:elif|endif|stdin|stdout|argv|regexp?)\b|^\s*(?:[$>#%]|[A-Z]:\\) ?\w+.*--?\w"
    r"|^\s*\$ [a-z]|^\s*//|^\s*#include|/\*|\*/|^\s*@@|\w=\"|--\w+[= ]"
)


@dataclass(frozen=True, slots=True)
class Surroundings:
    """The text of the line on both sides of a mask, at most a window of it."""

    before: str
    after: str

    @property
    def previous(self) -> str:
        """The word before, or ""."""
        m = _LAST.search(self.before)
        return m[1] if m else ""

    @property
    def next(self) -> str:
        """The word after, or ""."""
        m = _FIRST.match(self.after)
        return m[1] if m else ""

    @property
    def alone(self) -> bool:
        """Whether the mask stands where a word would: blanks, quotes, brackets or closing marks on both sides."""
        return bool(_OPENS.search(self.before)) and bool(_CLOSES.match(self.after))

    @property
    def plain_words(self) -> int:
        """How many lower-case words are near: the measure of running text."""
        return len(_PLAIN_WORDS.findall(self.before)) + len(_PLAIN_WORDS.findall(self.after))

    @property
    def separates(self) -> bool:
        """Whether it stands between two sentences, or between a sentence and the edge of the line."""
        after = self.after.lstrip(" \t\"'“‘«")
        at_edge = not self.before.strip() or bool(_SENTENCE_ENDS.search(self.before))
        return at_edge and not after[:1].islower()


def surroundings(doc: Document, start: int, end: int) -> Surroundings:
    """The surroundings of `doc.text[start:end]` in its line."""
    low, _ = doc.line_at(start)
    _, high = doc.line_at(max(start, end - 1))
    return Surroundings(doc.text[max(low, start - _WINDOW) : start], doc.text[end : min(high, end + _WINDOW)])


def fills_a_gap(around: Surroundings, *, words: int = 3) -> bool:
    """Whether a mask takes the place of a word of running text."""
    if not around.alone or around.separates or around.plain_words < words:
        return False
    if around.before.rstrip().endswith(":") and not around.after[:1].strip() and not around.next[:1].islower():
        return False  # a form: `Name: ____`
    if not around.next:
        return around.previous[:1].islower() or (around.plain_words > words and bool(around.after.strip()))
    return not (_shouts(around.previous) and around.next[:1].isupper())


def _shouts(word: str) -> bool:
    return len(word) > 1 and word.isupper()


def is_code(doc: Document, start: int, end: int) -> bool:
    """Whether the part of the line around the span shows signs of code, markup or a command."""
    around = surroundings(doc, start, end)
    quoted = around.before.count("`") % 2 == 1 and "`" in around.after
    return quoted or _code(around.before) or _code(around.after)


@lru_cache(maxsize=256)
def _code(text: str) -> bool:
    return bool(_CODE.search(text))
