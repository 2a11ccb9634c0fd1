"""Phrases that can't have been meant twice, by grammar alone.

Less is certain than it seems: `travel from town to town to perform`, `call a spade a spade`, `as black as black gets`,
`young as he was he was already there`, `the creme of the creme of`, `my Lady and my Lady Pickering`. A clause may end
where the next one begins with the same words. What no sentence allows is an article with no noun behind it, the same
phrase of place or time twice, a pronoun with two verbs, a long stretch of words that all come again.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from ...language.function_words import function_words, word_set
from .reading import Line
from .tandem import Run

#: Words that a noun must follow.
_ARTICLES = {
    "en": word_set("a an the my your our their its every"),
    "de": word_set("der die das den dem des ein eine einen einem einer eines im am zum zur vom"),
    "fr": word_set("le la les un une du des au aux ce cette ces mon ma mes son sa ses notre nos votre vos leur leurs"),
    "es": word_set("el los las un una unos unas del al su sus mi mis"),
    "it": word_set("il lo gli un uno una del della dei delle al alla nel nella"),
    "pt": word_set("o os um uma do da dos das no na nos nas ao seu sua"),
    "nl": word_set("de het een zijn haar mijn hun"),
}
#: Words that begin a phrase of place, time or manner; not those of idioms, `side to side`, `as black as black`.
_PREPOSITIONS = {
    "en": word_set(
        "of in at on from with for about during against under over between into through within without among across "
        "behind"
    ),
    "de": word_set("in im an am auf aus bei beim mit von vom seit unter gegen durch ohne während zwischen zum zur"),
    "fr": word_set("de du des dans en sur avec sans pour contre sous depuis pendant entre vers chez jusqu'à"),
    "es": word_set("de del en con sin sobre para contra desde hasta entre durante"),
    "it": word_set("di del della in nel nella con senza su per contro da dal dalla tra fra durante"),
    "pt": word_set("de do da dos das em no na nos nas com sem sobre para contra desde até entre durante"),
    "nl": word_set("van in op met zonder uit bij onder tegen tussen voor tijdens sinds"),
    "ru": word_set("в во на с со из от о об при без под над между через для"),
    "uk": word_set("в у на з із від про при без під над між через для"),
    "cs": word_set("v ve na s se z ze od o při bez pod nad mezi přes pro"),
    "pl": word_set("w we na z ze od o przy bez pod nad między przez dla"),
}
_PRONOUNS = {
    "en": word_set("i he she it we they you"),
    "de": word_set("ich er sie es wir ihr das man"),
    "fr": word_set("je il elle on nous vous ils elles"),
    "ru": word_set("я он она оно мы вы они"),
}
#: Words that begin a clause: a pronoun behind one of them needs a verb.
_OPENING = {
    "en": word_set("but because if when while although though whether that"),
    "de": word_set("aber weil wenn dass obwohl ob damit während"),
    "fr": word_set("mais si quand lorsque puisque comme"),
    "ru": word_set("но если когда чтобы хотя"),
}
_VERBS = {
    "en": word_set("is are was were be am has have had do does did will would can could should may might must"),
    "de": word_set("ist sind war waren hat haben hatte hatten wird werden wurde wurden kann können soll muss"),
    "fr": word_set("est sont était étaient a ont avait avaient sera seront peut peuvent fait"),
    "ru": word_set("был была было были есть будет будут может могут"),
}
#: Words that nothing ends in: the next copy of `the son of` goes on, it does not repeat.
_JOINING = word_set(
    "and or but nor as than to by after upon und oder aber als wie zu et ou mais que comme à par y e o u que como a "
    "ed ma che di en of te и или а но что как i nebo ani a že lub ale jak że і й та або але що"
)
#: Adverbs that are said twice: `over here over here`.
_CALLS = word_set("here there now then again once")
#: From so many words on a phrase is not repeated by chance; from so many one that makes a link in a chain, `the strong
#: neighbours of`, `and my good Lady`.
_LONG, _LONGER = 4, 6
#: Marks inside a long phrase: a row of data, a formula, an enumeration.
_MARKS = re.compile(r"[^\s\"'“”‘’«»„()-]")
_NUMBER = re.compile(r"\d+(?:[.,]\d+)*")
_ROMANCE = word_set("fr es it pt ca")
_NONE: frozenset[str] = frozenset()


def is_certain(language: str, line: Line, run: Run, start: int) -> bool:
    """Whether the copies from token `start` on are too many in any reading of the line."""
    period, copy = run.period, line.words(start, start + run.period)
    if line.token(start)[:1].islower() and line.token(start + period)[:1].isupper():
        return False  # `along with the film The film is`: a stop was lost, not too much written
    if any(_MARKS.search(line.gap(i)) for i in range(start, start + period - 1)):
        return False
    articles, prepositions = _ARTICLES.get(language, _NONE), _PREPOSITIONS.get(language, _NONE)
    begins = copy[0] in prepositions
    if copy[-1] in articles and line.token(start + period - 1).islower():
        return begins or language == "en"  # elsewhere articles are pronouns too
    pronouns = _PRONOUNS.get(language, _NONE)
    if copy[0] in _OPENING.get(language, _NONE) and copy[-1] in pronouns:
        return True
    linked = copy[0] in _JOINING or copy[-1] in _JOINING or copy[-1] in prepositions
    if period >= (_LONGER if linked or copy[0] in articles else _LONG):
        small = sum(line.token(start + n).islower() for n in range(period))
        return small > 0.7 * period and sum(word in function_words(language) for word in copy) > 1
    if linked:
        return False
    before = line.word(start - 1) if start and not line.gap(start - 1).strip() else ""
    if begins:
        if period == 2 and language in _ROMANCE and copy[0] not in articles:
            return False  # `in fondo in fondo`, `a poco a poco`: adverbs
        return before != copy[-1] and (period > 2 or _names(copy[1]))
    return before in pronouns and copy[0] in _VERBS.get(language, _NONE)


def is_idiom(language: str, copy: Sequence[str]) -> bool:
    """Whether words follow themselves as in `side to side to look`, `the best of the best of`, `as black as black`."""
    if len(copy) == 3 and copy[0] not in _ARTICLES.get(language, _NONE):
        return False
    joining = _PREPOSITIONS.get(language, _NONE) | _JOINING
    chained = copy[-1] in joining and copy[-2] not in function_words(language)
    return len(copy) < 4 and (chained or (language == "en" and copy[0] == "as"))


def _names(word: str) -> bool:
    """Whether the word behind a preposition is a number or, most likely, a noun."""
    return bool(_NUMBER.fullmatch(word)) or (len(word) > 3 and word not in _CALLS)
