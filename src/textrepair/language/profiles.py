"""langdetect's profiles in a table of two megabytes that is mapped into memory, instead of sixty in dictionaries.

Of a group of one to three letters the table holds in which of the 55 languages it occurs, and how often.
"""

from __future__ import annotations

import json
from array import array
from bisect import bisect_left
from functools import lru_cache
from pathlib import Path
from typing import Any, NamedTuple

from .. import apart
from ..caching import store
from ..lexicon import cache
from ..memo import Memo

#: To be raised when the table is laid out in another way.
_FORMAT = 1
#: A view of some numbers, or an array of them.
Buffer = Any
_LONGEST = 3


class Shares(NamedTuple):
    """Of each group, by number, in which languages it occurs, and how often; what stands from one end to the next."""

    ends: Buffer
    languages: Buffer
    shares: Buffer
    columns: int

    def row(self, number: int) -> array[float]:
        """The share of a group in each language."""
        found = array("d", bytes(8 * self.columns))
        for i in range(self.ends[number], self.ends[number + 1]):
            found[self.languages[i]] = self.shares[i]
        return found


class Profiles:
    """What `langdetect.detector_factory.DetectorFactory` is to its detectors."""

    #: Of the dice.
    seed = 0

    def __init__(self, data: memoryview) -> None:
        count, pairs, names = data[:24].cast("Q")
        self.langlist = bytes(data[24 : 24 + names]).decode().split()
        at = 24 + names
        self._groups, at = data[at : at + 8 * count].cast("Q"), at + 8 * count
        shares, at = data[at : at + 8 * pairs].cast("d"), at + 8 * pairs
        ends, at = data[at : at + 4 * (count + 1)].cast("I"), at + 4 * (count + 1)
        self.shares = Shares(ends, data[at : at + pairs], shares, len(self.langlist))
        #: The number of each group; -1 if there is none. What is looked up in the table takes twenty steps.
        self.numbers = Memo(self._number)

    @property
    def word_lang_prob_map(self) -> Profiles:
        """By group the share of it in each language."""
        return self

    def __contains__(self, group: object) -> bool:
        return isinstance(group, str) and self.numbers[group] >= 0

    def __getitem__(self, group: str) -> array[float]:
        number = self.numbers[group]
        if number < 0:
            raise KeyError(group)
        return self.shares.row(number)

    def _number(self, group: str) -> int:
        code = _code(group)
        place = bisect_left(self._groups, code)
        return place if place < len(self._groups) and self._groups[place] == code else -1


@lru_cache(maxsize=1)
def profiles() -> Profiles:
    """The profiles of the langdetect that is installed; the table is made once, and anew for another version."""
    files = _files()
    data = cache.at(_path(files))
    if data is None:
        apart.made("langdetect", (".language.profiles",))
        data = cache.at(_path(files)) or memoryview(_stored(files))
    return Profiles(data)


def make(_: str) -> None:
    """Store the table, if it is not there."""
    files = _files()
    if cache.at(_path(files)) is None:
        _stored(files)


def _files() -> list[Path]:
    import langdetect

    files = sorted((Path(langdetect.__file__).parent / "profiles").iterdir())
    return [file for file in files if not file.name.startswith(".") and file.is_file()]


def _path(files: list[Path]) -> Path:
    return cache.path("langdetect", f"{_FORMAT}-{sum(file.stat().st_size for file in files)}")


def _stored(files: list[Path]) -> bytes:
    made = _made(files)
    store(_path(files), made)
    return made


def _made(files: list[Path]) -> bytes:
    found: dict[int, list[tuple[int, float]]] = {}
    names = []
    for number, file in enumerate(files):
        profile: dict[str, Any] = json.loads(file.read_bytes())
        names.append(profile["name"])
        for group, count in profile["freq"].items():
            if 1 <= len(group) <= _LONGEST:  # there are longer ones, which no text is asked for
                found.setdefault(_code(group), []).append((number, count / profile["n_words"][len(group) - 1]))
    groups = sorted(found)
    shares, languages, ends = array("d"), bytearray(), array("I", [0])
    for group in groups:
        shares.extend(share for _, share in found[group])
        languages += bytes(number for number, _ in found[group])
        ends.append(len(languages))
    title = " ".join(names).encode()
    title += b" " * (-len(title) % 8)
    sizes = array("Q", (len(groups), len(languages), len(title)))
    return b"".join((sizes.tobytes(), title, array("Q", groups).tobytes(), shares.tobytes(), ends.tobytes(), languages))


def _code(group: str) -> int:
    """The letters' numbers in one; never the same for two groups."""
    code = 0
    for letter in group[: _LONGEST + 1]:
        code = code << 21 | ord(letter)
    return code
