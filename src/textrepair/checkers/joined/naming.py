"""What English names of commands, files and variables are made of: `runit`, `uscan`, `mynetworks`, `noscroll`.

They read as two words as well as any join does, and often no shape tells them. What they begin with does: verbs that
order, and words that say whose or which. In edited text half of such words are names; beside another join they are not.
"""

from __future__ import annotations

from collections.abc import Sequence

from ...language.function_words import function_words
from ...words import word_set

#: What names begin with, whatever follows, and what before a word that names something: `hasattr`, but no `hasbeen`.
_FIRST = word_set(
    "my our no if us run who what where open make get set put use see show find go add let call read send test try "
    "load save start stop check new old two first last part one all any each auto both sub"
)
_BEFORE_THINGS = word_set("not has is are do can")
#: Words that a join holds more often than a name does, behind any other.
_LAST = word_set("the a of and to that this these those which")


def is_name_like(parts: Sequence[str]) -> bool:
    """Whether two English words are such as names are made of."""
    first, last = parts[0].lower(), parts[-1]
    if first in _BEFORE_THINGS:
        return last not in function_words("en")
    return first in _FIRST and last not in _LAST
