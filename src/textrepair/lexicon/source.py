"""The lists of wordfreq as they come: words by steps of frequency, a hundredth of a unit of Zipf's scale each.

The file is read as `wordfreq.read_cBpack` describes it. To import wordfreq itself, with all that it brings to cut and
to name languages, would take as long as all that is done with the list.
"""

from __future__ import annotations

import gzip
from collections.abc import Iterator
from contextlib import contextmanager
from importlib.util import find_spec
from pathlib import Path

_HEADER = {"format": "cB", "version": 1}
#: How many steps there are, and the words of each.
Steps = tuple[int, Iterator[list[str]]]


def list_of(language: str) -> Path | None:
    """The file with the words of a language; None for one without a list."""
    # wordfreq, asked for a language that it has not, answers with one that it thinks near: English for Icelandic.
    if language.isalpha():
        for size in ("large", "small"):
            path = _folder() / f"{size}_{language}.msgpack.gz"
            if path.is_file():
                return path
    return None


@contextmanager
def steps(path: Path) -> Iterator[Steps]:
    """The steps of a list, the most frequent words first, read while they are gone through: whole it takes 90 MB."""
    import msgpack

    with gzip.open(path) as packed:
        reader = msgpack.Unpacker(packed, raw=False)
        count = reader.read_array_header() - 1
        if reader.unpack() == _HEADER:
            yield count, (reader.unpack() for _ in range(count))
            return
    import wordfreq  # of a later version, which knows its own format

    found: list[list[str]] = wordfreq.read_cBpack(str(path))
    yield len(found), iter(found)


def _folder() -> Path:
    found = find_spec("wordfreq")
    if found is None or not found.origin:
        raise ModuleNotFoundError("textrepair needs the package wordfreq", name="wordfreq")
    return Path(found.origin).with_name("data")
