"""A second opinion by letter statistics (package langdetect), for texts in which function words decide nothing."""

from __future__ import annotations

from functools import lru_cache

from .function_words import FUNCTION_WORDS

_LEAST = 40


def guess(text: str, among: tuple[str, ...] = tuple(FUNCTION_WORDS)) -> str | None:
    """The one of some languages that langdetect is nearly sure of, or None. It never gets very short texts."""
    text = " ".join(text[:1200].split())
    if len(text) < _LEAST:
        return None
    best, probability = ranked(text)[0]
    return best if probability > 0.99 and best in among else None


@lru_cache(maxsize=4096)
def ranked(text: str) -> tuple[tuple[str, float], ...]:
    """langdetect's candidates with their probabilities, the likeliest first. Deterministic: its dice are seeded."""
    from langdetect import DetectorFactory, LangDetectException, detector_factory

    from .trials import settle

    DetectorFactory.seed = 0
    try:
        detector_factory.init_factory()
        detector = detector_factory._factory.create()
        detector.append(text)
        settle(detector)
        found = detector.get_probabilities()
    except LangDetectException:
        return (("", 0.0),)
    return tuple((_primary(f.lang), f.prob) for f in found)


def _primary(tag: str) -> str:
    """Subtags as we write them: langdetect says `zh-cn` and `no`."""
    primary: str = tag.split("-")[0]
    return "nb" if primary == "no" else primary
