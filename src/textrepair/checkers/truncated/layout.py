"""What the lines of a document are: prose or not, closed by a stop or not, wrapped by hand or a paragraph each."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cached_property, lru_cache

from ...document import Document

#: A line that ends in one of these is finished, or its end says nothing.
ENDS = frozenset(".!?…:;。！？：；\"”’'»›)]}*_`|>")
#: List items, headings, quotes, table rows, code, by-lines: nothing there needs a stop.
_MARKED = re.compile(
    r"[-–—*•·●▪■◦>#|$=~%&@\\{}<\[+]|\d{1,3}[.)](?:\s|$)|[a-zA-Z][.)]\s|\(?[ivx]{1,4}\)\s|::|//|``|`|…|\.\."
)
_TAIL = re.compile(
    r"(?:https?://|www\.)\S*$|[@#]\w+$|\b[\w-]{1,60}\.(?:com|org|net|gov|edu|io|co|uk|de|fr|ru)/?\S{0,60}$|\S@\S{1,60}$|\d$"
)
_CAPTION = re.compile(
    r"\b(?:Figure|Fig\.|Image|Photo|Picture|Table|Credit|Source|By|Via|File|Listing|Copyright|©|Posted|Published|Updated)\b"
    r"(?! (?:of|that|was|is))|[©®|]"
)
_WORDS = re.compile(r"[^\W\d_]+(?:['’\-][^\W\d_]+)*")
_EXAMPLE = re.compile(r"https?://|[-*•`$<>|!\[={%:]|\.\. |[A-Z]<")
#: A line that begins with one of these may begin a sentence.
_FIRST = frozenset("\"“‘«„'(0123456789")
_NEAR = 3


class Layout:
    """The lines of a document that hold something, in order, and what they have in common.

    `texts` are the lines without blanks at their ends; `numbers` their line numbers in the document.
    """

    def __init__(self, doc: Document) -> None:
        self._doc = doc
        self.source = doc.source
        self._raw = doc.text.split("\n")
        stripped = [line.strip() for line in self._raw]
        self.numbers = [n for n, line in enumerate(stripped) if line]
        self.texts = [line for line in stripped if line]
        self._closed = [line[-1] in ENDS for line in self.texts]
        long = [closed for line, closed in zip(self.texts, self._closed, strict=True) if line.count(" ") >= 5]
        #: How many of the longer lines end in a stop, and their share.
        self.prose = sum(long)
        self.stopped = self.prose / len(long) if long else 0.0

    def __len__(self) -> int:
        return len(self.texts)

    @cached_property
    def at(self) -> dict[int, int]:
        """Index in `texts` by line number."""
        return {number: i for i, number in enumerate(self.numbers)}

    def end(self, at: int) -> int:
        """Offset in the document where the line ends, its blanks not counted."""
        start = self._doc.line_starts[self.numbers[at]]
        return start + len(self._raw[self.numbers[at]].rstrip())

    def indented(self, at: int) -> bool:
        """Whether the line begins with a tab or four blanks, as code does."""
        return self._raw[self.numbers[at]].startswith(("    ", "\t"))

    def block_end(self, at: int) -> bool:
        """Whether a blank line follows, and something after it."""
        return at + 1 < len(self) and self.numbers[at + 1] > self.numbers[at] + 1

    def runs_on(self, at: int) -> bool:
        """Whether the next line goes on: in lower case, with a link or code, or after a blank line with an example."""
        if at + 1 >= len(self):
            return False
        after = self.texts[at + 1]
        if self.numbers[at + 1] > self.numbers[at] + 1:
            return bool(_EXAMPLE.match(after)) or self._raw[self.numbers[at + 1]][0] in " \t"
        if self._raw[self.numbers[at + 1]].startswith((" ", "\t")):
            return True
        return not after[0].isupper() and after[0] not in _FIRST

    @cached_property
    def wrapped(self) -> bool:
        """Whether lines run on into the next all over the text."""
        follows = [i for i in range(len(self) - 1) if self.numbers[i + 1] == self.numbers[i] + 1]
        runs = sum(
            1
            for i in follows
            if not self._closed[i]
            and self.texts[i + 1][0].islower()
            and self.texts[i][-1] != ","
            and self.texts[i].count(" ") >= 4
        )
        if runs < 2:
            return False
        pairs = sum(1 for i in follows if self.texts[i].count(" ") >= 4)
        return (runs >= 2 and runs > 0.15 * pairs) or (runs >= 4 and runs > 0.05 * pairs)

    def ragged(self, at: int) -> bool:
        """Whether most lines around this one have no stop either: verse, a list, a table, an address."""
        near = self._closed[max(0, at - _NEAR) : at] + self._closed[at + 1 : at + 1 + _NEAR]
        return len(near) >= 2 and near.count(False) > 0.5 * len(near)


@lru_cache(maxsize=256)
def words_of(text: str) -> tuple[str, ...]:
    """The words of a line; what hyphens join is one. Asked for several times of a line that may be cut."""
    return tuple(_WORDS.findall(text))


def plain(text: str) -> bool:
    """Whether a line looks like running prose by its marks: no list item, address, code."""
    if text.isupper() or "\t" in text or " | " in text or "   " in text:
        return False
    return not _MARKED.match(text) and not _TAIL.search(text, text.rfind(" ") + 1)


def titled(words: Sequence[str]) -> bool:
    """Whether it is set like a title: most of its longer words begin with a capital."""
    long = [w for w in words[1:] if len(w) > 3]
    return bool(long) and sum(w[0].isupper() for w in long) > (0.6 if len(words) < 16 else 0.75) * len(long)


def caption(text: str) -> bool:
    """Whether the line speaks of a picture, a source or an author."""
    return bool(_CAPTION.search(text))
