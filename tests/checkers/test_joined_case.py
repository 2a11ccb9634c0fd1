"""Joins at a capital: certain where the sentence must go on, offered with a full stop where it may have ended."""

import pytest
import regex

from textrepair.checkers import find
from textrepair.checkers.joined.case import _sign
from textrepair.document import Document

CHECK = find("joined.case").function


def found(text, language="en", **options):
    """Repair, applicability and other readings of each match."""
    matches = CHECK(Document(text, language), (0, len(text)), **options)
    return [(m.replacement, m.applicability, m.alternatives) for m in matches]


@pytest.mark.parametrize(
    ("language", "text", "repair"),
    [
        ("en", "They fled theSpanish troops.", "the Spanish"),
        ("en", "He spoke ofBergamo at length.", "of Bergamo"),
        ("en", "It was late, andThe Times knew.", "and The"),
        ("en", "“Come,” saidElsa.", "said Elsa"),
        ("fr", "Ce que lesBelges feraient avec cela.", "les Belges"),
    ],
)
def test_safe(language, text, repair):
    """Behind a word that ends no sentence the capital begins a name."""
    assert found(text, language) == [(repair, "safe", ())]


@pytest.mark.parametrize(
    ("language", "text", "repair", "other"),
    [
        ("en", "I have to say, thisThe visit was long.", "this The", "this. The"),
        ("en", "He is saying thatHe is late.", "that He", "that. He"),
        ("en", "I live in a dormitoryFor twelve days.", "dormitory For", "dormitory. For"),
        ("fr", "Lire aussiÉconomie dans le journal.", "aussi Économie", "aussi. Économie"),
    ],
)
def test_ambiguous(language, text, repair, other):
    """Where a sentence may have ended, the repair is not sure and the other reading goes along."""
    assert found(text, language) == [(repair, "unsafe", (other,))]


def test_several_words():
    """What is read as three words may be two sentences."""
    assert found("Therefore, UkrainenowadaysIt has come.", capitals=True) == [
        ("Ukraine nowadays It", "unsafe", ("Ukraine nowadays. It",))
    ]


@pytest.mark.parametrize(
    ("language", "text"),
    [("en", "The Elektro-BergHausen shop closed."), ("ja", "昨日、『HeavyChose』の録音を終える。")],
)
def test_names_stay(language, text):
    """Parts of hyphenated names, and names in a text of another script."""
    assert not found(text, language, capitals=True)


def test_the_sign_is_in_every_token():
    """The cheap search in front of the pattern loses no letter that the pattern takes."""
    letters = regex.findall(
        r"[\p{Latin}\p{Cyrl}\p{Grek}]", "".join(map(chr, [*range(0xD800), *range(0xE000, 0x20000)]))
    )
    small = [c for c in letters if regex.match(r"\p{Ll}", c)]
    large = [c for c in letters if regex.match(r"\p{Lu}", c)]
    assert small and large
    assert all(_sign().search(c + "A") for c in small)
    assert all(_sign().search("a" + c) for c in large)
