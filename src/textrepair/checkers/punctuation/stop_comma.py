"""A full stop with a comma after it: `thought.,` at the end of a sentence. After an abbreviation it is right."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ...document import Document
from ...model import Match, Span
from .. import checker

_PAIR = re.compile(r"(?P<word>[^\W\d_]+|\d|[)\"”’%])\.[ ]?,(?=[ \t]+(?P<next>[\"“‘«„(¿¡—]{0,2}[^\W_])|[ \t]*$)", re.MULTILINE)
#: Abbreviations of four letters and more; shorter words never count as the end of a sentence before a comma.
_ABBREVIATIONS = frozenset(
    "assn assoc bros calif capt cert chap conn corp dept dist elec engr esq exec figs gmbh govt hist hosp incl inst intl invt "
    "latin lieut maine mass messrs mfrs minn miss mont nach natl nebr okla orig penn phil phys pres prof prov publ recd resp "
    "secs sept sgts subj suppl tech tenn theol tran trans univ vols wash wisc approx misc temp govs sens reps gens drs "
    "bspw evtl ggfs insb inkl exkl sogen vgl zzgl bzgl bzhw abschn abteil aufl ausg bearb chem phil jahrh stud verf zeitschr "
    "etcs pags ed apdo atte avda dpto dras excmo ilmo prov tels fals "
    "kupř např popř resp tzv atpod apod příp abstr angl "
    "напр проф акад соч стр табл университ соответ сокр".split()
)  # fmt: skip


@checker(scope="line", trigger=r"\.[ ]?,")
def check(doc: Document, span: Span) -> Iterator[Match]:
    """Yield `.,` after an ordinary word. Safe at a line's end and before a capital; before a small letter the comma stays."""
    text = doc.text
    for m in _PAIR.finditer(text, *span):
        word, following = m["word"], (m["next"] or "")[-1:]
        start = m.end("word")
        if not _ends_sentence(doc, word, text[m.start() - 1 : m.start()], at_end=not following):
            continue
        if not following or following.isupper():
            yield Match(start, m.end(), ".", confidence=0.97)
        elif following.isdigit():
            yield Match(start, m.end(), ",", confidence=0.6, alternatives=(".",), applicability="unsafe")
        else:
            yield Match(start, m.end(), ",", confidence=0.7, alternatives=(".",), applicability="unsafe")


def _ends_sentence(doc: Document, word: str, before: str, at_end: bool) -> bool:
    """Whether the word is a word in full. At the end of a line nothing can follow an abbreviation."""
    if not word[-1].isalpha():
        return at_end and not before == "."
    if word.lower() in _ABBREVIATIONS or before in (".", "-", "'", "’"):
        return at_end and word.islower() and len(word) > 4
    if at_end:
        return len(word) >= 3 and (len(word) > 4 or word[0].islower()) and _zipf(doc, word) > 0 or len(word) >= 6
    return len(word) >= 4 and word.islower() and _zipf(doc, word) >= 3.0 or len(word) >= 7 and word.islower()


def _zipf(doc: Document, word: str) -> float:
    return doc.lexicon.zipf(word) if doc.lexicon else 0.0
