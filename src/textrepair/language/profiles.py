"""langdetect's profiles in a table of two megabytes that is mapped into memory, instead of sixty in dictionaries.

Of a group of one to three letters the table holds in which of the 55 languages it occurs, and how often.
"""

from __future__ import annotations

import json
from array import array
from bisect import bisect_left
from functools import lru_cache
from pathlib import Path
from typing import Any

from ..caching import store
from ..lexicon import cache

#: To be raised when the table is laid out in another way.
_FORMAT = 1
#: Answers that are remembered: what is looked up in the table takes twenty steps.
_MOST = 1 << 13
_LONGEST = 3


class Profiles:
    """What `langdetect.detector_factory.DetectorFactory` is to its detectors."""

    #: Of the dice.
    seed = 0

    def __init__(self, data: memoryview) -> None:
        count, pairs, names = data[:24].cast("Q")
        self.langlist = bytes(data[24 : 24 + names]).decode().split()
        at = 24 + names
        self._groups, at = data[at : at + 8 * count].cast("Q"), at + 8 * count
        self._shares, at = data[at : at + 8 * pairs].cast("d"), at + 8 * pairs
        self._ends, at = data[at : at + 4 * (count + 1)].cast("I"), at + 4 * (count + 1)
        self._languages = data[at : at + pairs]
        self._places: dict[str, int] = {}

    @property
    def word_lang_prob_map(self) -> Profiles:
        """By group the share of it in each language."""
        return self

    def __contains__(self, group: object) -> bool:
        return isinstance(group, str) and self._place(group) >= 0

    def __getitem__(self, group: str) -> array[float]:
        place = self._place(group)
        if place < 0:
            raise KeyError(group)
        found = array("d", bytes(8 * len(self.langlist)))
        for i in range(self._ends[place], self._ends[place + 1]):
            found[self._languages[i]] = self._shares[i]
        return found

    def _place(self, group: str) -> int:
        """The number of the group; -1 if there is none."""
        place = self._places.get(group)
        if place is None:
            code = _code(group)
            place = bisect_left(self._groups, code)
            if place == len(self._groups) or self._groups[place] != code:
                place = -1
            if len(self._places) >= _MOST:
                self._places.clear()
            self._places[group] = place
        return place


@lru_cache(maxsize=1)
def profiles() -> Profiles:
    """The profiles of the langdetect that is installed; the table is made once, and anew for another version."""
    import langdetect

    files = sorted((Path(langdetect.__file__).parent / "profiles").iterdir())
    files = [file for file in files if not file.name.startswith(".") and file.is_file()]
    path = cache.path("langdetect", f"{_FORMAT}-{sum(file.stat().st_size for file in files)}")
    data = cache.at(path)
    if data is None:
        made = _made(files)
        store(path, made)
        data = memoryview(made)
    return Profiles(data)


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
