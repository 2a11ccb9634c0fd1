"""Pieces of words: what remains of a word that was torn apart, and how it differs from words as short.

Word lists from the web hold `ing`, `tion` and single letters as words of some frequency. In running text they are none.
"""

from __future__ import annotations

from .affixes import suffixes
from .build import LETTERS
from .lexicon import Lexicon

#: Pieces of English words that are listed as words but hardly ever stand alone in lower case.
_PIECES = {
    "en": "able ably al ally ance ances ant ants ary ate ated ates ating ation ations com con cial dis ed ence ences ent ents er ers es est ever "
    "ex fer ful fully ge ght ia ial ible ic ical ies ied iest ility im ine ing ings ion ions ise ised ish ism ist ists ite ities ity ive ize ized ly "
    "lity ment ments nal nce ned ner ners ness ning nt ny ory ous per pre que re red res rial ring ry ses sing sion sions sis sive ssion st ta ted "
    "tely ten ter tern ters tial tic tical tically ties tim ting tion tional tions tive tives ton tor tors tory tual tural ture tures ty ual ue un ure ured "
    "ures uring us ut va ver vers ving wi ce ch de di en fo ha ho hu ing ir ke le li lo lu lve ma me mi mo na nd ne ng ni nu op or pa pe pi po pr qu ra ri ro "
    "ru sa se si sp str su ter th ther thing thr ti to tr ul um ve vi wh wor yo der sist ject jects tain tained mit pli pos sen tem tac ser cer cen cess ceed "
    "ceived cept duc ducted dent gen gra his ical lar les lat lic loc mar mat min mod mon nat ner nec nit nal nom num oper opp org ori par pat "
    "pol por pro prob proc prog pub pur rec ref reg rel rem rep resp rev sec sel sep sim sit spe sta stat sub suc sup sur sus sys tech tes tho tom "
    "tou tra ust val var veh ven vic vid vis voc vol wit".split()
}
#: Words of English as short as pieces.
_SHORT = frozenset(
    "a i an am as at ax be by do go ha he hi if in is it me my no of oh ok on or ow ox pa so to uh um up us we ma ad ah eh mr dr st vs tv pm uk mt ie eg et al "
    "la le de el en re ex id pi op per pro his par sub min val var num org gen com loc mod pat ten won ton use ant est sing ring thing able ever "
    "red ned tor mat mar sit sec ref rep rev tech pub pol con pos pur opp rec reg tom stat sim sis sen ser spa mit mon tim vis vic van dim les loc "
    "or to me us".split()
)
_RARE = frozenset(_PIECES["en"]) - _SHORT
_LONG = 9.0


def alone(lexicon: Lexicon, word: str) -> float:
    """How unlikely (-log10) the token is as a word standing alone: 2 for `the`, 6 for a rare word, 8 and more for a piece."""
    lower = word.lower()
    zipf = lexicon.zipf(lower)
    if len(word) == 1:
        return 9 - zipf if lower in LETTERS.get(lexicon.language, "") else 5.5 if word.isupper() else 7.5
    if word.isupper() or (word.istitle() and zipf > 0):
        return max(2.0, 9 - zipf) if zipf else _LONG - 2
    if lexicon.language == "en":
        if lower in _RARE:
            return max(7.5, 9 - zipf)
        if len(lower) == 2 and lower not in _SHORT:
            return max(7.0, 9 - zipf)
        if len(lower) == 3 and zipf < 4.2:
            return max(6.5, 9 - zipf)
    elif zipf < 5.3 and (len(lower) <= 3 or lower in suffixes(lexicon.language)):
        return max(6.5, 9 - zipf)
    return 9 - zipf if zipf else min(2 + lexicon.cost(lower), 12.0)


def is_piece(lexicon: Lexicon, word: str) -> bool:
    """Whether the token is hardly a word of its own."""
    return alone(lexicon, word) >= 6.4


def piece_pattern() -> str:
    """RE2 pattern of English pieces between blanks."""
    words = "|".join(sorted(_RARE))
    return rf"(?:^|[ (\"“‘])(?:{words}) \pL|\pL (?:{words})(?:[ .,;:!?)\"”’]|$)"
