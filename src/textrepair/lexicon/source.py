"""The lists of wordfreq as they come: words by steps of frequency, a hundredth of a unit of Zipf's scale each.

The file is read as `wordfreq.read_cBpack` describes it. To import wordfreq itself, with all that it brings to cut and
to name languages, would take as long as all that is done with the list.
"""

from __future__ import annotations

import gzip
from importlib.util import find_spec
from pathlib import Path

_HEADER = {"format": "cB", "version": 1}


def steps(language: str) -> list[list[str]]:
    """The words of each step, the most frequent first; none for a language without a list."""
    # wordfreq, asked for a language that it has not, answers with one that it thinks near: English for Icelandic.
    for size in ("large", "small"):
        path = _folder() / f"{size}_{language}.msgpack.gz"
        if language.isalpha() and path.is_file():
            return _read(path)
    return []


def _folder() -> Path:
    found = find_spec("wordfreq")
    if found is None or not found.origin:
        raise ModuleNotFoundError("textrepair needs the package wordfreq", name="wordfreq")
    return Path(found.origin).with_name("data")


def _read(path: Path) -> list[list[str]]:
    import msgpack

    found: list[list[str]]
    header, *found = msgpack.unpackb(gzip.decompress(path.read_bytes()), raw=False)
    if header != _HEADER:
        import wordfreq  # of a later version, which knows its own format

        found = wordfreq.read_cBpack(str(path))
    return found
