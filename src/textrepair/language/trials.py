"""langdetect's trials, with less ado: the same dice and the same sums in the same order, at a fraction of the cost.

A trial draws letter groups of the text at random and multiplies the probability of each language by that of the
group, until one language is all but certain; the result is the mean of seven trials. Lists of 55 numbers are multiplied
as fast as vectors of them, and a process that needs no vectors is spared numpy.
"""

from __future__ import annotations

import random
from collections.abc import Sequence
from itertools import accumulate
from typing import Any


def settle(detector: Any, least: float, wanted: Sequence[bool]) -> None:
    """Let a seeded langdetect `Detector` know the probabilities of its text.

    Where none of the wanted languages (flags in the order of its own list) can reach the least probability any more,
    the rest is left out.
    """
    detector.cleaning_text()
    groups = detector._extract_ngrams()
    if groups:
        detector.langprob = _mean(detector, groups, least, [i for i, want in enumerate(wanted) if want])


def _mean(detector: Any, groups: list[str], least: float, wanted: Sequence[int]) -> list[float]:
    shares: dict[str, list[float]] = {}
    dice = random.Random(detector.seed)
    mean, trials = [0.0] * len(detector.langlist), detector.n_trial
    for left in reversed(range(trials)):
        alpha = detector.alpha + dice.gauss(0.0, 1.0) * detector.ALPHA_WIDTH
        found = _trial(detector, _Weights(detector, shares, alpha / detector.BASE_FREQ), groups, dice)
        mean = [m + f / trials for m, f in zip(mean, found, strict=True)]
        if max((mean[i] for i in wanted), default=0.0) + left / trials < least:
            break
    return mean


class _Weights(dict[str, list[float]]):
    """By group its share in each language, and a little more; `shares` is common to the trials of a text."""

    def __init__(self, detector: Any, shares: dict[str, list[float]], more: float) -> None:
        super().__init__()
        self._detector, self._shares, self._more = detector, shares, more

    def __missing__(self, group: str) -> list[float]:
        if group not in self._shares:
            self._shares[group] = self._detector.word_lang_prob_map[group]
        self[group] = found = [share + self._more for share in self._shares[group]]
        return found


def _trial(detector: Any, weights: _Weights, groups: list[str], dice: random.Random) -> list[float]:
    languages = len(detector.langlist)
    found = [1.0 / languages] * languages
    bits, count = len(groups).bit_length(), len(groups)
    draw = dice.getrandbits
    for i in range(0, detector.ITERATION_LIMIT + 1, 5):
        picked = 0
        while picked < (5 if i else 1):
            pick = draw(bits)
            if pick < count:
                found = [f * w for f, w in zip(found, weights[groups[pick]], strict=True)]
                picked += 1
        *_, total = accumulate(found)  # one after the other, as the package sums: `sum` is more exact from 3.12 on
        found = [f / total for f in found]
        if max(found) > detector.CONV_THRESHOLD:
            break
    return found
