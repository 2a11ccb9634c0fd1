"""What the lines of a document are: prose or not, closed by a stop or not, wrapped by hand or a paragraph each."""

from __future__ import annotations

import re
from dataclasses import dataclass

from ...document import Document

_CLOSERS = "\"”’'»›)]}*_`"
_STOPS = ".!?…:;。！？：；"
#: List items, headings, quotes, table rows, code, by-lines: nothing there needs a stop.
_MARKED = re.compile(
    r"[ \t]*(?:[-–—*•·●▪■◦>#|$=~%&@\\{}<\[+]|\d{1,3}[.)](?:\s|$)|[a-zA-Z][.)]\s|\(?[ivx]{1,4}\)\s|::|//|``|`|…|\.\.)|(?: {4}|\t)"
)
_TAIL = re.compile(r"(?:https?://|www\.)\S*$|[@#]\w+$|\b[\w-]+\.(?:com|org|net|gov|edu|io|co|uk|de|fr|ru)/?\S*$|\S@\S+$|\d$")
_CAPTION = re.compile(r"\b(?:Figure|Fig\.|Image|Photo|Picture|Table|Credit|Source|By|Via|File|Listing|Copyright|©|Posted|Published|Updated)\b(?! (?:of|that|was|is))|[©®|]")
_WORDS = re.compile(r"[^\W\d_]+(?:['’\-][^\W\d_]+)*")
_NEAR = 3


@dataclass(slots=True)
class Line:
    """A line with content: its span without blanks at its ends, and its number in the document."""

    number: int
    start: int
    end: int
    text: str

    @property
    def closed(self) -> bool:
        """Whether it ends in a stop, a colon or a closing mark."""
        return closed(self.text)

    @property
    def words(self) -> list[str]:
        """Its words."""
        return _WORDS.findall(self.text)


def closed(text: str) -> bool:
    """Whether a line ends in a stop, a colon or a closing mark."""
    last = text[-1:]
    return last in _STOPS or last in _CLOSERS


class Layout:
    """The lines of a document, and what they have in common."""

    def __init__(self, doc: Document) -> None:
        text = doc.text
        self.lines: list[Line] = []
        for number, (start, end) in enumerate(doc.lines()):
            raw = text[start:end]
            kept = raw.strip()
            if kept:
                at = start + len(raw) - len(raw.lstrip())
                self.lines.append(Line(number, at, at + len(kept), kept))
        self.raw = text
        self._long = [x for x in self.lines if x.text.count(" ") >= 5]
        self._stopped = sum(x.closed for x in self._long)

    @property
    def stopped(self) -> float:
        """Share of the longer lines that end in a stop."""
        return self._stopped / len(self._long) if self._long else 0.0

    @property
    def prose(self) -> int:
        """Number of longer lines that end in a stop."""
        return self._stopped

    @property
    def wrapped(self) -> bool:
        """Whether lines run on into the next: text broken by hand at some width."""
        pairs = [(a, b) for a, b in zip(self.lines, self.lines[1:], strict=False) if b.number == a.number + 1 and a.text.count(" ") >= 4]
        runs = sum(1 for a, b in pairs if not a.closed and a.text[-1] != "," and b.text[0].islower())
        return runs >= 2 and runs > 0.15 * len(pairs)

    def ragged(self, at: int) -> bool:
        """Whether most lines around this one have no stop either: verse, a list, a table, an address."""
        near = [self.lines[i] for i in range(max(0, at - _NEAR), min(len(self.lines), at + _NEAR + 1)) if i != at]
        open_ = sum(not x.closed for x in near)
        return len(near) >= 2 and open_ > 0.5 * len(near)


def plain(line: Line, raw: str, *, titles: bool = False) -> bool:
    """Whether the line looks like running prose by its form: no list item, heading, address, code; with `titles` also titles."""
    text = line.text
    if _MARKED.match(text) or _TAIL.search(text) or text.isupper() or "\t" in text or " | " in text or "  " in text.strip() and text.count("   "):
        return False
    if raw[max(0, line.start - 4) : line.start].endswith(("    ", "\t")):
        return False
    return titles or not titled(line.words)


def titled(words: list[str]) -> bool:
    """Whether it is set like a title: most of its longer words begin with a capital."""
    long = [w for w in words[1:] if len(w) > 3]
    return bool(long) and sum(w[0].isupper() for w in long) > (0.6 if len(words) < 16 else 0.75) * len(long)


def caption(text: str) -> bool:
    """Whether the line speaks of a picture, a source or an author."""
    return bool(_CAPTION.search(text))
