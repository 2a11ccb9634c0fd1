"""Stars that are neither Markdown nor a mask: scores, hotels, notes, spoiler signs, passwords."""

from __future__ import annotations

from functools import lru_cache

import regex

from ...document import Document
from ...later import later_regex
from .context import Surroundings

_RATED = later_regex(
    r"(?i)\b(?:hotel\w*|pension|resorts?|ratings?|rated|reviews?|stars?|sterne?|étoiles?|estrellas?"
    r"|hviezd\w*|hvězd\w*|звезд\w*|отел\w*|gasthof|superior)\b"
)
_SCORE_BEFORE = later_regex(
    r"(?i)(?:(?:\*½?|\d/?\d?|½) ?(?:out of|from|of|/|von|sur|de|из) ?"
    r"|\b(?:scores?|gives?|gave|note|grades?|verdict|bewertung)\b[^\p{L}]{0,3}"
    r"(?:(?:it|this|the)[^.!?]{0,20})?(?:a )?)\Z"
)
_SCORE_AFTER = later_regex(r"(?i)½?\s*(?:out of|from|of|/|von|sur|de|из)\s*(?:a possible\s*)?[\d*]|½|\s*\*")
_NOTICE = later_regex(r"(?i)(?:spoilers?|warning|alert|caution|note|end|begin|edit|update)")
_SECRET = later_regex(
    r"(?i)(?:password|passwort|mot de passe|contraseña|пароль|heslo|passcode|\bpin|\bcode|key|secret|token)\b"
    r"[^.!?]{0,12}\Z|:\s*\Z"
)
#: Signs of notes or of authors' addresses: `Smith*, Jones** and Miller***`.
_SERIES = later_regex(r"[\p{L}\p{N}).!?]\*{1,2}(?=[\s,;.)])")
_REACH = 25


def goes_with_ratings(word: str) -> bool:
    """Whether the word is `hotel`, `stars` or the like."""
    return bool(_RATED.fullmatch(word))


def is_notice(word: str) -> bool:
    """Whether the word is one that reviewers put between stars: `***SPOILER***`."""
    return bool(_NOTICE.fullmatch(word))


def rates(around: Surroundings) -> bool:
    """Whether a score, or a word that goes with ratings, stands near."""
    if _SCORE_BEFORE.search(around.before) or _SCORE_AFTER.match(around.after):
        return True
    after = _RATED.search(around.after)
    return bool(_RATED.search(around.before[-_REACH - 5 :])) or bool(after and after.start() < _REACH)


def hides_a_secret(around: Surroundings) -> bool:
    """Whether the stars stand for a password or fill a form."""
    return bool(_SECRET.search(around.before))


def marks_a_note(doc: Document, stars: int, around: Surroundings) -> bool:
    """Whether the stars refer to a note: to a line that begins with as many, or as one of a series of signs."""
    return _is_footnote(doc, stars) or bool(_SERIES.search(around.before + " "))


@lru_cache(maxsize=16)
def _is_footnote(doc: Document, stars: int) -> bool:
    return bool(regex.search(rf"^[ \t]*\*{{{stars}}}[ \t]*[\p{{Lu}}\p{{N}}]", doc.text, regex.MULTILINE))
