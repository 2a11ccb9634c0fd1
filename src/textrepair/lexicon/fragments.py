"""Pieces of words: what remains of a word that was torn apart, and how it differs from words as short.

Word lists from the web hold `ing`, `tion` and single letters as words of some frequency. In running text they are none.
"""

from __future__ import annotations

from functools import lru_cache

from ..words import word_set
from .affixes import suffixes
from .build import LETTERS
from .lexicon import Lexicon

#: Pieces of English words that are listed as words but hardly ever stand alone in lower case.
_PIECES = word_set(
    "able ably al ally ance ances ant ants ary ate ated ates ating ation ations ce ceed ceived cen cept cer cess ch "
    "cial com con de dent der di dis duc ducted ed en ence ences ent ents er ers es est ever ex fer fo ful fully ge "
    "gen ght gra ha his ho hu ia ial ible ic ical ied ies iest ility im ine ing ings ion ions ir ise ised ish ism "
    "ist ists ite ities ity ive ize ized ject jects ke lar lat le les li lic lity lo loc lu lve ly ma mar mat me "
    "ment ments mi min mit mo mod mon na nal nat nce nd ne nec ned ner ners ness ng ni ning nit nom nt nu num ny op "
    "oper opp or org ori ory ous pa par pat pe per pi pli po pol por pos pr pre pro prob proc prog pub pur qu que "
    "ra re rec red ref reg rel rem rep res resp rev ri rial ring ro ru ry sa se sec sel sen sep ser ses si sim sing "
    "sion sions sis sist sit sive sp spe ssion st sta stat str su sub suc sup sur sus sys ta tac tain tained tech "
    "ted tely tem ten ter tern ters tes th ther thing tho thr ti tial tic tical tically ties tim ting tion tional "
    "tions tive tives to tom ton tor tors tory tou tr tra tual tural ture tures ty ual ue ul um un ure ured ures "
    "uring us ust ut va val var ve veh ven ver vers vi vic vid ving vis voc vol wh wi wit wor yo"
)
#: Words of English as short as pieces.
_SHORT = word_set(
    "a i an am as at ax be by do go ha he hi if in is it me my no of oh ok on or ow ox pa so to uh um up us we ma "
    "ad ah eh mr dr st vs tv pm uk mt ie eg et al la le de el en re ex id pi op per pro his par sub min val var "
    "num org gen com loc mod pat ten won ton use ant est sing ring thing able ever red ned tor mat mar sit sec "
    "ref rep rev tech pub pol con pos pur opp rec reg tom stat sim sis sen ser spa mit mon tim vis vic van dim "
    "les loc or to me us"
)
RARE_PIECES = _PIECES - _SHORT
_LONG = 9.0
#: What a token costs alone that is hardly a word of its own.
PIECE = 6.4


@lru_cache(maxsize=1 << 12)
def alone(lexicon: Lexicon, word: str) -> float:
    """How unlikely (-log10) the token is as a word alone: 2 for `the`, 6 for a rare word, 8 and more for a piece."""
    return listed_alone(lexicon, word, lexicon.zipf(word.lower()))


def listed_alone(lexicon: Lexicon, word: str, zipf: float) -> float:
    """The same of a word whose frequency in lower case is known."""
    lower = word.lower()
    if len(word) == 1:
        return 9 - zipf if lower in LETTERS.get(lexicon.language, "") else 5.5 if word.isupper() else 7.5
    if word.isupper() or (word.istitle() and zipf > 0):
        return max(2.0, 9 - zipf) if zipf else _LONG - 2
    if lexicon.language == "en":
        if lower in RARE_PIECES:
            return max(7.5, 9 - zipf)
        if len(lower) == 2 and lower not in _SHORT:
            return max(7.0, 9 - zipf)
        if len(lower) == 3 and zipf < 3.8:
            return max(6.5, 9 - zipf)
    elif zipf < 5.3 and (len(lower) <= 3 or lower in suffixes(lexicon.language)):
        return max(6.5, 9 - zipf)
    return 9 - zipf if zipf else min(2 + lexicon.cost(lower), 12.0)


def is_piece(lexicon: Lexicon, word: str) -> bool:
    """Whether the token is hardly a word of its own."""
    return alone(lexicon, word) >= PIECE
