"""A second opinion by letter statistics (package langdetect), for texts in which function words decide nothing."""

from __future__ import annotations

from functools import lru_cache

from .function_words import FUNCTION_WORDS

_LEAST = 40
_SURE = 0.99


def guess(text: str, among: tuple[str, ...] = tuple(FUNCTION_WORDS)) -> str | None:
    """The one of some languages that langdetect is nearly sure of, or None. It never gets very short texts."""
    text = " ".join(text[:1200].split())
    if len(text) < _LEAST:
        return None
    return sure_of(text, among=frozenset(among))


@lru_cache(maxsize=4096)
def sure_of(text: str, least: float = _SURE, among: frozenset[str] | None = None) -> str | None:
    """The language, one of some, to which langdetect gives at least this probability. Its dice are seeded."""
    from langdetect import LangDetectException
    from langdetect.detector import Detector

    from .profiles import profiles
    from .trials import settle

    try:
        detector = Detector(profiles())
        settle(detector, text, least, [among is None or _primary(tag) in among for tag in detector.langlist])
        found = detector.get_probabilities()
    except LangDetectException:
        return None
    best = _primary(found[0].lang) if found and found[0].prob > least else None
    return best if among is None or best in among else None


def _primary(tag: str) -> str:
    """Subtags as we write them: langdetect says `zh-cn` and `no`."""
    primary: str = tag.split("-")[0]
    return "nb" if primary == "no" else primary
