"""langdetect's trials, in vectors: the same dice and the same sums in the same order, at a tenth of the cost.

A trial draws letter groups of the text at random and multiplies the probability of each language by that of the
group, until one language is all but certain; the result is the mean of seven trials.
"""

from __future__ import annotations

import random
from collections.abc import Sequence
from typing import Any

import numpy as np
import numpy.typing as npt

from .. import kernel

Floats = npt.NDArray[np.float64]


def settle(detector: Any, least: float, wanted: Sequence[bool]) -> None:
    """Let a seeded langdetect `Detector` know the probabilities of its text.

    Where none of the wanted languages (flags in the order of its own list) can reach the least probability any more,
    the rest is left out.
    """
    detector.cleaning_text()
    groups = detector._extract_ngrams()
    if groups:
        detector.langprob = _mean(detector, groups, least, np.array(wanted)).tolist()


def _mean(detector: Any, groups: list[str], least: float, wanted: npt.NDArray[np.bool_]) -> Floats:
    kinds = {group: i for i, group in enumerate(dict.fromkeys(groups))}
    table = np.array([detector.word_lang_prob_map[group] for group in kinds])
    numbers = [kinds[group] for group in groups]
    dice = random.Random(detector.seed)
    mean = np.zeros(len(detector.langlist))
    for left in reversed(range(detector.n_trial)):
        alpha = detector.alpha + dice.gauss(0.0, 1.0) * detector.ALPHA_WIDTH
        mean += _trial(detector, table + alpha / detector.BASE_FREQ, numbers, dice) / detector.n_trial
        if mean.max(where=wanted, initial=0.0) + left / detector.n_trial < least:
            break
    return mean


def _trial(detector: Any, weights: Floats, numbers: list[int], dice: random.Random) -> Floats:
    if kernel.available():
        limit, enough = detector.ITERATION_LIMIT, detector.CONV_THRESHOLD
        bits = len(numbers).bit_length()
        return np.array(kernel.trial(weights, weights.shape[1], numbers, dice.getrandbits, bits, limit, enough))
    return _in_vectors(detector, weights, numbers, dice)


def _in_vectors(detector: Any, weights: Floats, numbers: list[int], dice: random.Random) -> Floats:
    found: Floats = np.full(weights.shape[1], 1.0 / weights.shape[1])
    bits, count = len(numbers).bit_length(), len(numbers)
    draw = dice.getrandbits
    for i in range(0, detector.ITERATION_LIMIT + 1, 5):
        picked: list[int] = []
        while len(picked) < (5 if i else 1):
            pick = draw(bits)
            if pick < count:
                picked.append(numbers[pick])
        rows = weights[picked]
        rows[0] *= found
        found = np.multiply.reduce(rows)
        # One after the other: the package sums so, and sums in pairs differ in the last digit.
        found /= np.add.accumulate(found)[-1]
        if found.max() > detector.CONV_THRESHOLD:
            break
    return found
