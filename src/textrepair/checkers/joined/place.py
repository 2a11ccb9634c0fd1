"""Where a suspected join stands: the run of non-blank characters around it, and whether that is prose or code."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from ...document import Document
from ...lexicon import Lexicon, lexicon

_REACH = 80
#: A text of more characters has three signs of documentation, which are mostly none.
_MANY = 10_000
_NEARBY = 50_000
_BLANK = re.compile(r"\s")
_CODE = re.compile(r"[/\\@_=<>{}|#`\[\]~^+&]|::|\(\)|->|\.\w+\.\w")
_TECHNICAL = re.compile(
    r"`[^`\n]+`|\]\([^)\n]*\)|^ {4,}\S|^\s*(?:```|----$|\$ )|\w\(\)|\b[a-z]+_[a-z]+|(?<!\w)--\w", re.MULTILINE
)
#: One of these, where that is true of its place, is in all that `_TECHNICAL` finds, but for an indented line that the
#: text begins with.
_SIGNS: dict[str, Callable[[str, int], bool]] = {
    "`": lambda text, at: True,
    "](": lambda text, at: True,
    "_": lambda text, at: "a" <= text[at - 1 : at] <= "z" and "a" <= text[at + 1 : at + 2] <= "z",
    "$ ": lambda text, at: not text[text.rfind("\n", 0, at) + 1 : at].strip(),
    "()": lambda text, at: _is_word(text[at - 1 : at]),
    "\n    ": lambda text, at: True,
    "--": lambda text, at: text.startswith("----", at) or _is_word(text[at + 2 : at + 3]),
}


def run_at(text: str, start: int, end: int) -> tuple[int, int]:
    """The widest run without blanks around a span, cut at 80 characters on either side."""
    before = text[max(0, start - _REACH) : start]
    if before and not before[-1].isspace():
        start -= len(before.rsplit(None, 1)[-1])
    high = min(len(text), end + _REACH)
    blank = _BLANK.search(text, end, high)
    return start, blank.start() if blank else max(end, high)


def runs(text: str, start: int, end: int, sign: re.Pattern[str]) -> Iterator[tuple[int, int]]:
    """Runs without blanks of `text[start:end]` with `sign` in them: what has no blanks inside is looked for only there.

    `sign` must match without blanks itself.
    """
    m = sign.search(text, start, end)
    while m is not None:
        blank = _BLANK.search(text, m.end(), end)
        stop = blank.start() if blank else end
        at = max(start, *(text.rfind(b, start, m.start()) + 1 for b in " \n"))
        yield at, stop
        start = stop
        m = sign.search(text, start, end)


def code_like(text: str, start: int, end: int) -> bool:
    """Whether the run around a span looks like code, an address or a path."""
    a, b = run_at(text, start, end)
    return b - a > 2 * _REACH or _CODE.search(text, a, b) is not None


def alone(doc: Document, run: str) -> Document:
    """A run without blanks as a text: blanks around it, so that it is no beginning and no end, and no documentation.

    `doc` says the language and the vocabulary.
    """
    found = Document(f" {run} ", doc.language, doc.vocabulary)
    found.memo[technical] = False
    return found


def technical(doc: Document) -> bool:
    """Whether the text is documentation: code spans, links, commands."""
    found: bool | None = doc.memo.get(technical)
    if found is None:
        found = doc.memo[technical] = _technical(doc.text)
    return found


def _is_word(char: str) -> bool:
    return char.isalnum() or char == "_"


def _technical(text: str) -> bool:
    most = 3 if len(text) > _MANY else int(text.startswith("    "))
    for sign in _SIGNS:
        if most < 3 and sign[0] in text:  # of one character that is quickly said
            most += text.count(sign) // (2 if sign == "`" else 1)
    return most >= 3 and sum(1 for _, _ in zip(_traces(text), range(3), strict=False)) >= 3


def _traces(text: str) -> Iterator[re.Match[str]]:
    """All matches of `_TECHNICAL`, found in the lines that hold a sign of one, with the empty lines before them."""
    done = set[int]()
    for at in _signs(text):
        start, end = text.rfind("\n", 0, at) + 1, text.find("\n", at)
        end = end if end >= 0 else len(text)
        if start in done or text[start:end].isspace():
            continue
        done.add(start)
        while start and text[(before := text.rfind("\n", 0, start - 1) + 1) : start].isspace():
            start = before
        yield from _TECHNICAL.finditer(text, start, end)


def _signs(text: str) -> Iterator[int]:
    """Places in all lines with a match of `_TECHNICAL`, and in few others: `--` is mostly a dash."""
    if text.startswith("    "):
        yield 0
    for sign, is_one in _SIGNS.items():
        at = text.find(sign)
        while at >= 0:
            if is_one(text, at):
                yield at + 1 if sign[0] == "\n" else at
            at = text.find(sign, at + len(sign))


def occurrences(text: str, word: str, at: int) -> int:
    """How often `word` stands within 50,000 characters of `at`: a candidate must not cost more in a longer text."""
    return text.count(word, max(0, at - _NEARBY), at + _NEARBY)


def words_of(doc: Document) -> Lexicon | None:
    """The lexicon to judge Latin words by: that of the text, or else English."""
    own = doc.lexicon
    if own is None or doc.primary in ("zh", "ja", "ko", "ar", "fa", "he", "th"):
        return lexicon("en")
    return own


def known(doc: Document, word: str) -> bool:
    """Whether a word is of the text's language, or English in a text of another script."""
    found = words_of(doc)
    return word in doc.vocabulary or (found is not None and found.zipf(word) >= 1.5)
