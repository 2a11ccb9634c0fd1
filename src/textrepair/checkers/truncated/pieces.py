"""Whether two neighbouring lines are pieces of one sentence: `the town had been` and `rebuilt by the spring.`"""

from __future__ import annotations

from .layout import ENDS, Layout, caption, plain, titled, words_of

_LEAST, _SHORTEST = 40, 12


def completes(layout: Layout, at: int) -> bool:
    """Whether the line breaks off in mid-sentence and the next goes on with it, in a text not broken by hand.

    Over a single line end this is believed only of texts with a paragraph a line.
    """
    if at + 1 >= len(layout) or layout.texts[at][-1] in ENDS or not layout.texts[at + 1][0].islower():
        return False
    if layout.indented(at) or layout.indented(at + 1) or layout.numbers[at + 1] > layout.numbers[at] + 3:
        return False
    if layout.wrapped:
        return False
    if not layout.block_end(at) and (layout.prose < 3 or layout.stopped < 0.6):
        return False
    return _begins(layout.texts[at]) and _ends(layout, at + 1)


def _begins(text: str) -> bool:
    """The first piece: prose, and no heading, caption or item."""
    words = words_of(text)
    if len(text) < _LEAST or len(words) < 6 or not (text[-1].isalpha() or text[-1] == ","):
        return False
    return (text[0].isupper() or text[0] in '"“‘«„') and plain(text) and not caption(text) and not titled(words)


def _ends(layout: Layout, at: int) -> bool:
    """The second: it ends as a sentence does, and no line in lower case follows, as in a list."""
    text = layout.texts[at]
    if len(text) < _SHORTEST or text[-1] not in '.!?"”' or not plain(text) or not words_of(text)[0].islower():
        return False
    return at + 1 >= len(layout) or not layout.texts[at + 1][0].islower()
