"""The tokens of a line, and where they stand: words and numbers with the hyphens and apostrophes inside them.

Of a line in ASCII they are what blanks part once all other signs are blanks, which takes a fifth of the time that a
regular expression takes. Where they stand is asked of few of them.
"""

from __future__ import annotations

import re
from functools import lru_cache

_UNSPACED = r"\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff"
#: A word or number with the hyphens and apostrophes inside it; of scripts without blanks, one character.
TOKEN = re.compile(rf"[{_UNSPACED}]|[^\W_{_UNSPACED}]+(?:['\u2019-][^\W_{_UNSPACED}]+)*")
#: The kernel cuts lines without characters from here on.
_FAR = 0x3000
#: Of ASCII: letters in lower case, figures, hyphens and apostrophes; all others are blanks.
_BLANKED = {i: chr(i).lower() if chr(i).isalnum() or chr(i) in "'-" else " " for i in range(128)}
#: Hyphens and apostrophes that are not between two letters or figures. Two together are never: these come first.
_OUTSIDE = ("''", "--", "'-", "-'", "' ", " '", "- ", " -")
#: So many places are looked up each on its own; the rest one after the other.
_MOST = 12


def fold(text: str) -> str:
    """The text without ASCII case. Other letters keep theirs, as in the scan that says which lines to look at."""
    if text.isascii():
        return text.lower()
    return text.encode("utf-8", "surrogatepass").lower().decode("utf-8", "surrogatepass")


@lru_cache(maxsize=1)
def table() -> bytes:
    """For the kernel, of each character that is not far: 1 if it makes words, 2 if it joins two parts of one."""
    return bytes(2 if chr(i) in "'\u2019-" else chr(i).isalnum() for i in range(_FAR))


class Tokens:
    """The tokens of a text, folded: `words`."""

    def __init__(self, text: str) -> None:
        self._blanked = text.isascii()
        self._text = _blanked(text) if self._blanked else fold(text)
        self.words = self._text.split() if self._blanked else TOKEN.findall(self._text)
        self._places: dict[int, tuple[int, int]] = {}
        self._found = self._known = 0

    def place(self, i: int) -> tuple[int, int]:
        """Where token `i` stands."""
        if i not in self._places:
            if i - 1 in self._places:
                start = self._text.index(self.words[i], self._places[i - 1][1])
                self._places[i] = start, start + len(self.words[i])
            else:
                self._find(i)
        return self._places[i]

    def _find(self, i: int) -> None:
        self._found += 1
        if self._blanked and self._found <= _MOST:
            start = len(self._text) - len(self._text.split(None, i)[i])
            self._places[i] = start, start + len(self.words[i])
        else:
            self._find_up_to(i)

    def _find_up_to(self, i: int) -> None:
        at = self._places[self._known - 1][1] if self._known else 0
        for k in range(self._known, i + 1):
            start = self._text.index(self.words[k], at)
            at = start + len(self.words[k])
            self._places[k] = start, at
        self._known = i + 1


def _blanked(text: str) -> str:
    """A line in ASCII, folded, with blanks for all that is in no token."""
    text = f" {text.translate(_BLANKED)} "
    for marks in _OUTSIDE:
        text = text.replace(marks, "  ")
    return text[1:-1]
