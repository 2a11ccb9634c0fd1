"""Pluggable finders. One folder a family, one file a checker; the name in a rule is `family.file`, blanks as hyphens.

A checker is a pure generator over a document: `check(doc, span, **options)` yields `Match`es inside `span` and never
touches the text. `@checker` declares how the engine may call it:

`scope`    "line": once for each line in question; what it yields may depend on the whole document, but for speed
           should depend on the line. "record": once for the whole text. "word": once for each
           word that the lexicon does not know, of which the declared `when(lexicon, word)` says that it may matter.
`trigger`  an RE2 pattern without which the checker finds nothing in the line (or record), or the name of a feature:
           "@unknown-word" (the line holds a word that its language's lexicon does not know), "@torn-word" (pieces that
           are a word together, beside an unknown one), "@broken-word" (a hyphen inside a word), "@repeat" (a word
           follows itself, with blanks between, or a phrase of up to 64 words does), "@repeated-phrase" (only a phrase
           does), "@doubled-word" (only a word does), "@repeated-item" (a word follows itself with a comma between, and
           a list may go on), "@repeated-characters" (as @repeat, of characters), "@repeated-line" (a line is there
           twice), "@repeated-ending" (a short sentence whose last twelve letters are those of the one before),
           "@repeat-across-lines" (a word ends one line and begins the next), "@letter-run" (a letter five times),
           "@rare-piece" (a piece of an English word that is one with its neighbours, or strewn letters),
           "@foreign-word" and "@english-word" (a function word that the text's language does not have), "@open-end"
           (the line ends with a letter), "@open-sentence" (so it does, and may be the beginning of a sentence by its
           first character and its number of words, or ends in a word that no sentence ends in), "@stop-inside" and
           "@comma-inside" (such a mark between two words), "@unbalanced-quotes", "@mixed-quotes", "@open-bracket" (what
           their names say, counted in the line), "" to be called always, or "=option" where that option of the rule
           holds patterns for the start of a line. A trigger must never miss: it is a gate, not a decision.
`local`    of a line the checker says the same in whatever text it stands, but for what `joined.place.technical` says of
           that text: where no repair has changed the line, it is not asked again.
"""

from .declare import Checker, checker, find

__all__ = ["Checker", "checker", "find"]
