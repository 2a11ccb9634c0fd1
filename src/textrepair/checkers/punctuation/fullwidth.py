"""Chinese and Japanese marks between words of an alphabet: `gone。` is `gone.`, `economy，at` is `economy, at`."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ...document import Document
from ...later import later_regex
from ...model import Match, Span
from .. import checker

_STOPS = {"，": ",", "、": ",", "。": ".", "：": ":", "；": ";", "？": "?", "！": "!", "．": ".", "｡": ".", "､": ","}
_OPENING = {"（": "(", "【": "[", "［": "[", "《": '"', "〈": '"', "「": '"', "『": '"', "〔": "["}
_CLOSING = {"）": ")", "】": "]", "］": "]", "》": '"', "〉": '"', "」": '"', "』": '"', "〕": "]"}
_OTHER = {"｜": "|", "～": "~"}
#: Brackets with one counterpart; the angular and corner ones may stand for quotation marks, titles or brackets.
_SURE = "（）【】［］"
_MARK = re.compile("[" + "".join([*_STOPS, *_OPENING, *_CLOSING, *_OTHER]) + "]")
_TRIGGER = "[" + "".join(f"\\x{{{ord(c):x}}}" for c in [*_STOPS, *_OPENING, *_CLOSING, *_OTHER]) + "]"
_IDEOGRAPH = later_regex(r"[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]")
_BLOCK = 400


@checker(scope="line", trigger=_TRIGGER)
def check(doc: Document, span: Span) -> Iterator[Match]:
    """Yield each such mark that stands among letters of an alphabet."""
    if doc.primary in ("zh", "ja", "ko"):
        return
    text = doc.text
    blocks: dict[int, bool] = {}
    for m in _MARK.finditer(text, *span):
        block = m.start() // _BLOCK
        if block not in blocks:
            blocks[block] = _alphabetic(text[max(span[0], (block - 1) * _BLOCK) : min(span[1], (block + 2) * _BLOCK)])
        if blocks[block] and not _beside_ideograph(text, m.start(), span):
            yield _match(text, m, span)


def _alphabetic(around: str) -> bool:
    """Whether most letters are of an alphabet."""
    letters = sum(map(str.isalpha, around))
    return letters >= 3 and len(_IDEOGRAPH.findall(around)) * 5 <= letters


def _beside_ideograph(text: str, at: int, span: Span) -> bool:
    """Whether there is an ideograph close by on one of the sides."""
    before, after = text[max(span[0], at - 8) : at], text[at + 1 : min(span[1], at + 9)]
    return bool(_IDEOGRAPH.search(before) or _IDEOGRAPH.search(after))


def _match(text: str, m: re.Match[str], span: Span) -> Match:
    mark, start, end = m.group(), m.start(), m.end()
    before = text[start - 1] if start > span[0] else " "
    after = text[end] if end < span[1] else " "
    if mark in _STOPS:
        new = _STOPS[mark]
        if start - 1 >= span[0] and before in " \u3000" and (start - 2 >= span[0] and text[start - 2].isalnum()):
            start -= 1
        if after in " \u3000\u00a0":
            end += after == "\u3000"
            return Match(start, end, new + (" " if after == "\u3000" and end < span[1] else ""))
        return Match(start, end, new + (" " if after.isalnum() or after in "(“„«" else ""), confidence=0.98)
    if mark in _OPENING:
        new = (" " if before.isalnum() or before in ",.;:!?)" else "") + _OPENING[mark]
    elif mark in _CLOSING:
        new = _CLOSING[mark] + (" " if after.isalnum() else "")
    else:
        new = _OTHER[mark]
    return Match(start, end, new, confidence=0.9, applicability=None if mark in _SURE else "unsafe")
