"""Tables of tokens of a language, made once and mapped into memory from then on, by all processes together."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from functools import lru_cache
from itertools import islice
from typing import TYPE_CHECKING

import numpy as np

from ..caching import store
from ..lexicon import cache, lexicon
from .single import mapped_slots, path, stored_slots
from .tokens import TokenTable

if TYPE_CHECKING:
    from ..lexicon import Lexicon

#: Words whose forms are made at once: all of Russian's take a quarter of a gigabyte.
_AT_ONCE = 1 << 15


@lru_cache(maxsize=16)
def known_words(language: str) -> TokenTable | None:
    """The words of a language's lexicon as tokens, with the capital forms of non-ASCII words."""
    return _stored(language, "tokens")


@lru_cache(maxsize=16)
def whole_words(language: str) -> TokenTable | None:
    """Those of the words that are no pieces of others."""
    return _stored(language, "whole")


def _stored(language: str, name: str) -> TokenTable | None:
    primary = language.split("-")[0].lower()
    there, made = stored_slots(primary, name), None
    if there is None:
        made = _made(primary, name)
        there = mapped_slots(primary, name)  # which takes no memory of this process
    return made if there is None else TokenTable(np.frombuffer(there, np.uint32))


def make(language: str) -> None:
    """Store the tables of a language, those of its lexicon too, if they are not there."""
    cache.make(language)
    for name in _WORDS:
        if mapped_slots(language, name) is None:
            _made(language, name)


def _made(language: str, name: str) -> TokenTable | None:
    found = lexicon(language)
    if found is None:
        return None
    made = TokenTable.of(_forms(_WORDS[name](found)))
    store(path(language, name), made.slots.tobytes())
    return made


def _all(found: Lexicon) -> Iterator[str]:
    return (word for word, _ in found.words())


def _no_pieces(found: Lexicon) -> Iterator[str]:
    from ..lexicon.fragments import PIECE, listed_alone

    for word, zipf in found.words():
        # So rare a word is a piece, single letters aside.
        if (9 - zipf < PIECE or len(word) == 1) and word.isalpha() and listed_alone(found, word, zipf) < PIECE:
            yield word


_WORDS = {"tokens": _all, "whole": _no_pieces}


def _forms(words: Iterable[str]) -> Iterator[str]:
    """ASCII is folded by the tokenizer; of other letters the forms as written, with a capital and all in capitals."""
    rest = iter(words)
    while listed := list(islice(rest, _AT_ONCE)):
        yield " ".join(listed)  # as one: it is cut at blanks anyway
        other = [word for word in listed if not word.isascii()]
        for forms in ([word[:1].upper() + word[1:] for word in other], _each(str.upper, other)):
            lower = _each(str.lower, forms)
            yield " ".join(f for f, low, word in zip(forms, lower, other, strict=True) if low == word != f)


def _each(changed: Callable[[str], str], words: list[str]) -> list[str]:
    """A change of case made to many words at once: a line end parts them as well as the ends of a text."""
    return changed("\n".join(words)).split("\n") if words else []
