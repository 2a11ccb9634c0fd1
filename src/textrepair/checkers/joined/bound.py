"""What two words of a language other than English make one of: then a word that no list has need be no join.

Half of the words that read as two in edited text are whole: `alsobald`, `himmelan`, `dieweil`, `nietechnicznej`,
`sempreche`. What such a word begins or ends with belongs to a closed class; only beside words of another, such as
articles, conjunctions and auxiliaries, is a blank certain.
"""

from __future__ import annotations

from collections.abc import Sequence

from ...language.function_words import function_words
from ...lexicon.affixes import prefixes, suffixes
from ...words import word_set

#: Beginnings beside those that the lexicon knows of: particles, and what is written together with whatever it negates.
_FIRST = {
    "de": word_set("unter in als acht eben so wie wo nun all viel hier dort hin der des statt wahr teil eis preis"),
    "nl": word_set("er daar waar hier al niet"),
    "it": word_set("non ben così per se al"),
    "es": word_set("no aun por si"),
    "pt": word_set("não por"),
    "fr": word_set("lors puis quoi quel par pour"),
    "cs": word_set("ni aj kdo co jak kam kde"),
    "pl": word_set("nie ni"),
    "ru": word_set("не ни кое"),
    "uk": word_set("не ні"),
}
#: Endings likewise: second halves of adverbs, verbs that take a noun before them, pronouns that lean on a verb.
_LAST = {
    "de": word_set("weil bald denn damit dem mal falls wegen so wo als lassen haben sein werden hin her einander"),
    "nl": word_set("zijn hebben maken"),
    "it": word_set("che te me ve ce li"),
    "es": word_set("que"),
    "pt": word_set("que lo la"),
    "fr": word_set("ne"),
    "cs": word_set("to by si že"),
    "pl": word_set("by go to li że"),
    "ru": word_set("бы же ли"),
    "uk": word_set("би же"),
}
#: Articles, conjunctions and auxiliaries with which no word begins.
_FIRM = {
    "de": word_set(
        "und oder von vom zum zur dass ist sind wird wurde hat eine einen einem einer eines sich kein keine aber"
    ),
    "nl": word_set("en het een"),
    "fr": word_set("est et les des une aux cette leur"),
    "es": word_set("los las del una"),
    "it": word_set("gli dei delle della del nel nella una"),
    "pt": word_set("os dos das uma"),
    "cs": word_set("pokud nebo jsou jejich"),
    "pl": word_set("jest oraz lub"),
}
#: Languages in which a particle that may begin a word may end one, too: `himmelan`, `vanop`.
_PARTICLES_LAST = word_set("de nl")
#: `defebrero`: of long words nearly none begin with a preposition that is a prefix, too.
_PREPOSITIONS, _LONG = word_set("de di"), 7


def is_free(language: str, parts: Sequence[str]) -> bool:
    """Whether one of two parts is a function word, and neither of the kind that makes words of other words."""
    first, last = parts[0].lower(), parts[-1].lower()
    if function_words(language).isdisjoint((first, last)):
        return False
    if first in _FIRM.get(language, ()):
        return True
    if last in suffixes(language) or last in _LAST.get(language, ()):
        return False
    if language in _PARTICLES_LAST and last in prefixes(language):
        return False
    if first in _PREPOSITIONS and len(last) >= _LONG:
        return True
    return first not in prefixes(language) and first not in _FIRST.get(language, ())
