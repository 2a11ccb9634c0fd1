"""Two versions of a text, and the places where they differ."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from difflib import SequenceMatcher

from ...errors import UsageError

_TOKEN = re.compile(r"\w+|\s+|.", re.DOTALL)
_WORD = re.compile(r"\w")
_LONGEST = 200


@dataclass(frozen=True, slots=True)
class Pair:
    """A text and its good version. `note` says where they come from."""

    bad: str
    good: str
    language: str | None = None
    note: str = ""


@dataclass(frozen=True, slots=True)
class Change:
    """One difference: `text[start:end]` must become `after`. All that is left and right of it is right already."""

    text: str
    start: int
    end: int
    after: str

    @property
    def before(self) -> str:
        """What is wrong."""
        return self.text[self.start : self.end]

    @property
    def good(self) -> str:
        """The text with this change made."""
        return self.text[: self.start] + self.after + self.text[self.end :]

    def wider(self, left: int, right: int) -> Change:
        """The same change with more of the text around it."""
        start, end = max(0, self.start - left), min(len(self.text), self.end + right)
        return Change(self.text, start, end, self.text[start : self.start] + self.after + self.text[self.end : end])

    def line(self) -> Change:
        """The same change in the lines that it touches."""
        first = self.text.rfind("\n", 0, self.start) + 1
        last = self.text.find("\n", self.end)
        last = len(self.text) if last < 0 else last
        return Change(self.text[first:last], self.start - first, self.end - first, self.after)


def changes(pair: Pair) -> Iterator[Change]:
    """Each difference by itself, in whole words, in a text that is right everywhere else."""
    if pair.bad == pair.good:
        raise UsageError("the two texts are the same", "change what is wrong in the second one")
    for i1, i2, j1, j2 in _differences(pair.bad, pair.good):
        text = pair.good[:j1] + pair.bad[i1:i2] + pair.good[j2:]
        if max(i2 - i1, j2 - j1) > _LONGEST:
            raise UsageError("the texts differ in too much", "give the sentence with the defect, and nothing else")
        yield _in_words(Change(text, j1, j1 + i2 - i1, pair.good[j1:j2]))


def _differences(bad: str, good: str) -> list[tuple[int, int, int, int]]:
    """Character spans that differ. Those with only one blank or mark between them count as one."""
    a, b = _TOKEN.findall(bad), _TOKEN.findall(good)
    at_a, at_b = _starts(a), _starts(b)
    merged: list[tuple[int, int, int, int]] = []
    for tag, i1, i2, j1, j2 in SequenceMatcher(None, a, b, autojunk=False).get_opcodes():
        if tag == "equal":
            continue
        if merged and i1 - merged[-1][1] <= 1:
            merged[-1] = (merged[-1][0], i2, merged[-1][2], j2)
        else:
            merged.append((i1, i2, j1, j2))
    return [(at_a[i1], at_a[i2], at_b[j1], at_b[j2]) for i1, i2, j1, j2 in merged]


def _starts(tokens: list[str]) -> list[int]:
    starts = [0]
    for token in tokens:
        starts.append(starts[-1] + len(token))
    return starts


def _in_words(change: Change) -> Change:
    """Widened to whole words, and by the word before where nothing would be left to look for."""
    text = change.text
    left = right = 0
    while change.start - left > 0 and _inside(text, change.start - left, change.before + change.after, first=True):
        left += 1
    while change.end + right < len(text) and _inside(
        text, change.end + right, change.before + change.after, first=False
    ):
        right += 1
    wide = change.wider(left, right)
    return wide if wide.before.strip() else more(wide) or wide


def _inside(text: str, at: int, core: str, *, first: bool) -> bool:
    """Whether a cut at this place would go through a word."""
    outer, inner = (text[at - 1], text[at : at + 1]) if first else (text[at], text[at - 1 : at])
    edge = (core[:1] if first else core[-1:]) or inner
    return bool(_WORD.match(outer) and (_WORD.match(edge) or _WORD.match(inner or " ")))


def more(change: Change) -> Change | None:
    """The change with one more word on the shorter side; None where there is none left."""
    left = re.search(r"(?:\w+|[^\w\s]+)\s*\Z", change.text[: change.start])
    right = re.match(r"\s*(?:\w+|[^\w\s]+)", change.text[change.end :])
    if not left and not right:
        return None
    if left and (not right or len(left[0]) <= len(right[0])):
        return change.wider(len(left[0]), 0)
    assert right
    return change.wider(0, len(right[0]))
