"""The letter groups of a text that langdetect draws from: the same in the same order, found word by word.

They are of one to three letters, with a blank on either side of a word. What is no letter is a blank to it, and some
letters stand for others. All but the first of several capitals in a row are left out.
"""

from __future__ import annotations

from langdetect.detector import Detector
from langdetect.utils.ngram import NGram

from ..later import later

_LONGEST = 10_000
_BLANKS = later(" +")
#: Of other scripts than Latin, says langdetect, which drops Latin letters where these are many.
_OTHER = later("[^\x00-\u02ff]")


class _Normal(dict[int, str]):
    """By code point the letter that langdetect takes it for."""

    def __missing__(self, point: int) -> str:
        found: str = NGram.normalize(chr(point))
        self[point] = found
        return found


_NORMAL = _Normal()


def letter_groups(text: str) -> list[str]:
    """The groups, as often as they occur."""
    found: list[str] = []
    before, last, capital = "", " ", False
    for letter in _cleaned(text).translate(_NORMAL):
        if letter == " ":
            if last != " ":
                found += (last + " ", before + last + " ")
            before, last, capital = "", " ", False
            continue
        if letter.isupper():
            whole, capital = not capital, True
        else:
            whole, capital = True, False
        if whole:
            found += (letter, last + letter, before + last + letter) if last != " " else (letter, " " + letter)
        before, last = last, letter
    return found


def _cleaned(text: str) -> str:
    """Without addresses of the web and of mail, and without Latin letters in a text of another script."""
    text = Detector.MAIL_RE.sub(" ", Detector.URL_RE.sub(" ", text))
    text = _BLANKS.sub(" ", NGram.normalize_vi(text)[:_LONGEST])
    others = len(_OTHER.findall(text))
    if others and 2 * sum("A" <= letter <= "z" for letter in text) < others:
        return "".join([letter for letter in text if not "A" <= letter <= "z"])
    return text
