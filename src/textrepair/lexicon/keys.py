"""How a word of a text is looked up: wordfreq's lists are case-folded and cut at elisions."""

from __future__ import annotations

from collections.abc import Iterator

from ..later import later

_ELIDED = later(
    r"(?:qu|jusqu|lorsqu|puisqu|quoiqu|presqu|quelqu|[a-z]{1,2}|dell|nell|dall|sull|all|coll|quell|quest|bell|sant|anch|com|cos|dov|tutt|mezz|un|gli)'(?=[^\W\d_])"
)
_SUFFIX = later(r"(?<=[^\W\d_])'(?:s|ll|d|ve|re|em)$")
_ELIDING = frozenset(("fr", "it", "ca"))


def keys(word: str, language: str) -> Iterator[str]:
    """The spellings under which the word may be listed, the likeliest first."""
    yield word
    plain = word.lower()
    if "\u2019" in plain:
        plain = plain.replace("\u2019", "'")
    if plain != word:
        yield plain
    if "ß" in plain:
        yield plain.replace("ß", "ss")
    if "ё" in plain:
        yield plain.replace("ё", "е")


def base_form(word: str, language: str) -> str | None:
    """The word without an elided article or preposition, or a contracted ending: `opérette` of `l'opérette`."""
    if "'" not in word and "\u2019" not in word:
        return None
    plain = word.lower().replace("\u2019", "'")
    if language in _ELIDING:
        m = _ELIDED.match(plain)
        return plain[m.end() :] if m else None
    m = _SUFFIX.search(plain)
    if m:
        return plain[: m.start()]
    return plain[:-1] if plain.endswith("'") else None


def slips(word: str, letters: str) -> Iterator[str]:
    """The word with one letter left out, put in, changed, or swapped with the next."""
    for i in range(len(word) + 1):
        head, tail = word[:i], word[i:]
        yield head + tail[1:]
        yield from (head + c + tail for c in letters)
        yield from (head + c + tail[1:] for c in letters)
        if len(tail) > 1:
            yield head + tail[1] + tail[0] + tail[2:]
