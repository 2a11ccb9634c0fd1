"""langdetect's trials, with less ado: the same dice and the same sums in the same order, at a fraction of the cost.

A trial draws letter groups of the text at random and multiplies the probability of each language by that of the
group, until one language is all but certain; the result is the mean of seven trials. Without the kernel lists of 55
numbers are multiplied, which takes no longer than vectors of them.
"""

from __future__ import annotations

import random
from collections.abc import Sequence
from itertools import accumulate
from typing import Any

from .. import kernel
from .letter_groups import letter_groups
from .profiles import Shares, profiles


def settle(detector: Any, text: str, least: float, wanted: Sequence[bool]) -> None:
    """Let a seeded langdetect `Detector` know the probabilities of a text.

    Where none of the wanted languages (flags in the order of its own list) can reach the least probability any more,
    the rest is left out.
    """
    known = profiles()
    numbers = [number for group in letter_groups(text) if (number := known.numbers[group]) >= 0]
    if numbers:
        detector.langprob = _mean(detector, known.shares, numbers, least, [i for i, want in enumerate(wanted) if want])


def _mean(detector: Any, shares: Shares, numbers: list[int], least: float, wanted: Sequence[int]) -> list[float]:
    dice = random.Random(detector.seed)
    mean, trials = [0.0] * len(detector.langlist), detector.n_trial
    for left in reversed(range(trials)):
        alpha = detector.alpha + dice.gauss(0.0, 1.0) * detector.ALPHA_WIDTH
        found = trial(detector, shares, alpha / detector.BASE_FREQ, numbers, dice)
        mean = [m + f / trials for m, f in zip(mean, found, strict=True)]
        if max((mean[i] for i in wanted), default=0.0) + left / trials < least:
            break
    return mean


def trial(detector: Any, shares: Shares, more: float, numbers: list[int], dice: random.Random) -> list[float]:
    """The probability of each language. A group, given by its number, weighs its share and a little `more`."""
    if kernel.available():
        bits, limit, enough = len(numbers).bit_length(), detector.ITERATION_LIMIT, detector.CONV_THRESHOLD
        return kernel.trial(*shares, more, numbers, dice.getrandbits, bits, limit, enough)
    return in_lists(detector, shares, more, numbers, dice)


def in_lists(detector: Any, shares: Shares, more: float, numbers: list[int], dice: random.Random) -> list[float]:
    """The same without the kernel."""
    found = [1.0 / shares.columns] * shares.columns
    bits, count = len(numbers).bit_length(), len(numbers)
    draw = dice.getrandbits
    rows: dict[int, Sequence[float]] = {}
    for i in range(0, detector.ITERATION_LIMIT + 1, 5):
        picked = 0
        while picked < (5 if i else 1):
            pick = draw(bits)
            if pick < count:
                number = numbers[pick]
                row = rows.get(number) or rows.setdefault(number, shares.row(number))
                found = [f * (share + more) for f, share in zip(found, row, strict=True)]
                picked += 1
        *_, total = accumulate(found)  # one after the other, as the package sums: `sum` is more exact from 3.12 on
        found = [f / total for f in found]
        if max(found) > detector.CONV_THRESHOLD:
            break
    return found
