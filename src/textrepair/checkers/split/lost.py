"""Hyphens that a compound has lost: `anti China`, `Sino Russian`, `medium range and short-range`."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ...document import Document
from ...later import later_regex
from ...model import Match, Span
from ...words import word_set
from ..joined.place import occurrences

PREFIXES = word_set("non self anti multi semi pseudo quasi ultra neo ex vice inter intra socio bi tri co pre e")
HEADS = word_set(
    "inducing based like style free friendly related making range term standing looking eyed haired minded faced "
    "level time speed scale wide quality tech ranking profile owned backed sized shaped rich dependent "
    "independent specific oriented driven winning breaking changing growing running sharing saving building "
    "earning paying facing bearing living seeking proof tempered handed hearted legged blooded headed footed "
    "sided ended in-law parole"
)
ADJECTIVES = word_set(
    "long short last first second real high low old new full half hard well good best ever one two three open "
    "large small big late early single double wide deep"
)
#: What may stand alone before `and short-range`. A noun ends a clause there: `the war - and long-term peace`.
_HALVES = (
    ADJECTIVES
    | PREFIXES
    | word_set(
        "medium mid middle pre post sub super upper lower left right inner outer north south east west northern "
        "southern eastern western land sea air ground water male female micro macro under over"
    )
)
#: What may stand between the halves.
SUSPENDING = word_set("and or to und oder bis et ou")
_SUSPENDING = f"(?:{'|'.join(sorted(SUSPENDING))})"
#: They make another word of the same: `constantly doing and re-doing`, `invasions and counter-invasions`.
_AGAIN = word_set(
    "re over under counter non un pre post anti co de dis ex self sub out mis semi super hyper inter micro mini multi "
    "pseudo neo quasi cyber meta"
)
STEMS = word_set(
    "Sino Anglo Franco Russo Indo Afro Austro Italo Greco Graeco Judeo Serbo Turko Polono Hispano Luso Ibero "
    "Balto Ugro Finno Tibeto"
)
#: What stands behind such a stem. Franco is a name, too: `Franco Rossi`.
_PEOPLES = word_set(
    "Russian Chinese American British English German French Japanese Indian Italian Spanish Prussian Saxon Irish "
    "Norman Dutch Flemish Belgian Canadian Australian Austrian Turkish Turkic Hungarian Polish Israeli Iranian "
    "Iraqi Pakistani Vietnamese Korean Soviet Portuguese Brazilian Mexican Greek Serbian Ukrainian Swiss Swedish "
    "Danish Finnish Norwegian Scandinavian African European Asian Asiatic Arab Arabic Persian Egyptian Ottoman "
    "Mongolian Tibetan Burmese Thai Cuban Roman Christian Caribbean Scottish Welsh Celtic Bulgarian Croatian "
    "Romanian Czech Slovak Syrian Afghan Bosnian Albanian Georgian Estonian Latvian Lithuanian Moroccan Algerian "
    "Tunisian Libyan Lebanese Ethiopian Nigerian Aryan Semitic Slavic Germanic Ugric Nepalese Malay Malaysian "
    "Indonesian Filipino Philippine Argentine Chilean Catholic Latin Macedonian Byzantine"
)
_LOST = later_regex(rf"\b(?P<left>{'|'.join(sorted(STEMS))}) (?P<right>{'|'.join(sorted(_PEOPLES))})\b")
_LOST_SIGN = re.compile(rf"(?:{'|'.join(sorted(STEMS))}) ")
_ANTI = later_regex(r"\b(?P<left>[Aa]nti) (?P<right>\p{Lu}\p{L}{2,})\b(?! [Aa]nti)")
_AND = r"(?:and|or)"
_SHARED = later_regex(
    rf"\b(?P<left>\p{{Ll}}{{3,}}) (?P<head>\p{{Ll}}{{4,}})(?= {_AND} (?P<other>\p{{Ll}}+)-(?P=head)\b)"
)
_SUSPENDED = later_regex(rf"(?<=[\p{{L}}\d]) -(?= {_SUSPENDING} \p{{L}}+-\p{{L}})")
_WORD_BEFORE, _WORD_AFTER = later_regex(r"[\p{L}\d]+$"), later_regex(r" (\p{L}+) (\p{L}+)-(\p{L}+)")
SUSPENDED_SIGN = re.compile(rf" - {_SUSPENDING} ")


def lost(doc: Document, span: Span, shared: bool) -> Iterator[Match]:
    """Compounds with a blank for their hyphen. `shared`: the line says the second half again, behind `and`."""
    for m in _LOST.finditer(doc.text, *span) if _LOST_SIGN.search(doc.text, *span) else ():
        yield Match(m.start(), m.end(), f"{m['left']}-{m['right']}", 0.97)
    for m in _ANTI.finditer(doc.text, *span) if doc.text.find("nti ", *span) >= 0 else ():
        yield Match(m.start(), m.end(), f"{m['left']}-{m['right']}", 0.97)
    lexicon = doc.lexicon
    for m in _SHARED.finditer(doc.text, *span) if shared else ():
        if m["other"] in _AGAIN or (lexicon is not None and lexicon.zipf(m["left"]) > 5.2):
            continue  # `either headed or non-headed`
        sure = m["head"] in HEADS and not m["left"].endswith("ly")
        yield Match(m.start(), m.end(), f"{m['left']}-{m['head']}", 0.95, applicability=None if sure else "unsafe")


def suspended(doc: Document, span: Span) -> Iterator[Match]:
    """`medium - and short-range`."""
    text = doc.text
    for m in _SUSPENDED.finditer(text, *span):
        word = _WORD_BEFORE.search(text, max(span[0], m.start() - 40), m.start())
        tail = _WORD_AFTER.match(text, m.end())
        if not word or not tail or tail[3] == word[0] or (tail[2] in _AGAIN and word[0].lower() not in PREFIXES):
            continue  # `to write - or re-write`
        sure = word[0].lower() in _HALVES or occurrences(text, f"{word[0]}-{tail[3]}", m.start())
        yield Match(word.start(), tail.end(1), f"{word[0]}- {tail[1]}", 0.98, applicability=None if sure else "unsafe")
