"""What the lines of a document are: prose or not, closed by a stop or not, wrapped by hand or a paragraph each."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from functools import lru_cache
from itertools import accumulate, compress, count

from ...document import Document
from ...memo import lazy

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
#: Behind one of these a line break is no break in the sentence.
_FINISHED = ENDS | {","}


def layout_of(doc: Document) -> Layout:
    """The layout of a document. Remembered for the several rules that ask for it."""
    found: Layout | None = doc.memo.get(layout_of)
    if found is None:
        found = doc.memo[layout_of] = Layout(doc)
    return found


class Layout:
    """The lines of a document that hold something, in order, and what they have in common.

    `texts` are the lines without blanks at their ends; `numbers` their line numbers in the document.
    """

    def __init__(self, doc: Document) -> None:
        self.source = doc.source
        self._raw = doc.text.split("\n")
        stripped = list(map(str.strip, self._raw))
        self.numbers = list(compress(count(), stripped))
        self.texts = list(filter(None, stripped))

    def __len__(self) -> int:
        return len(self.texts)

    @lazy
    def _starts(self) -> list[int]:
        """Where the lines begin. (The document knows, but it keeps its layout: the two would be cyclic garbage.)"""
        return list(accumulate((len(line) + 1 for line in self._raw), initial=0))

    @lazy
    def _long(self) -> list[bool]:
        """Of each longer line whether it ends in a stop."""
        return [line[-1] in ENDS for line in self.texts if line.count(" ") >= 5]

    @lazy
    def prose(self) -> int:
        """How many of the longer lines end in a stop."""
        return sum(self._long)

    @lazy
    def stopped(self) -> float:
        """Their share."""
        return self.prose / len(self._long) if self._long else 0.0

    def at(self, number: int) -> int:
        """Index in `texts` of the line with this number, which is not empty."""
        return bisect_left(self.numbers, number)

    def end(self, at: int) -> int:
        """Offset in the document where the line ends, its blanks not counted."""
        return self._starts[self.numbers[at]] + len(self._raw[self.numbers[at]].rstrip())

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

    @lazy
    def wrapped(self) -> bool:
        """Whether lines run on into the next all over the text."""
        lower = [i for i, after in enumerate(self.texts[1:]) if after[0].islower()]
        if len(lower) < 2:
            return False
        runs = sum(self._goes_on(i) and self.texts[i][-1] not in _FINISHED for i in lower)
        if runs < 2:
            return False
        pairs = sum(map(self._goes_on, range(len(self) - 1)))
        return (runs >= 2 and runs > 0.15 * pairs) or (runs >= 4 and runs > 0.05 * pairs)

    def _goes_on(self, at: int) -> bool:
        """Whether the line is long enough to be a piece of prose, and another follows."""
        return self.numbers[at + 1] == self.numbers[at] + 1 and self.texts[at].count(" ") >= 4

    def ragged(self, at: int) -> bool:
        """Whether most lines around this one have no stop either: verse, a list, a table, an address."""
        near = self.texts[max(0, at - _NEAR) : at] + self.texts[at + 1 : at + 1 + _NEAR]
        return len(near) >= 2 and sum(line[-1] not in ENDS for line in near) > 0.5 * len(near)


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
    capitals = [w[0].isupper() for w in words[1:] if len(w) > 3]
    return sum(capitals) > (0.6 if len(words) < 16 else 0.75) * len(capitals)


def caption(text: str) -> bool:
    """Whether the line speaks of a picture, a source or an author."""
    return bool(_CAPTION.search(text))
