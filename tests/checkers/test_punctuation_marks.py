"""Spacing, doubled and stray marks: what becomes of a text, and what stays."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from textrepair.engine import Engine
from textrepair.model import Record
from textrepair.rules import load_catalogue
from textrepair.settings import Settings

RULES = [r for r in load_catalogue() if r.code[:3] in ("PRT", "PUN")]
SAFE, ALL = Engine(RULES, Settings()), Engine(RULES, Settings(unsafe_fixes=True))

BECOMES = [
    (
        "en",
        "the young people ( Ann Bell and her brother ) arrive",
        "the young people (Ann Bell and her brother) arrive",
    ),
    ("en", "I went there ( I guess it was the Bowery ) in May.", "I went there (I guess it was the Bowery) in May."),
    ("en", "the star 'Ann Hill' ( Jo Longman ) and others", "the star 'Ann Hill' (Jo Longman) and others"),
    ("en", "The rate fell , and prices rose .", "The rate fell, and prices rose."),
    ("en", "Call the shop ,they will know.", "Call the shop, they will know."),
    ("en", "Is it true ? Nobody knows.", "Is it true? Nobody knows."),
    ("fr", "Les prix montent , dit-il .", "Les prix montent, dit-il."),
    ("ar", "هذا مهم جدا .", "هذا مهم جدا."),
    ("en", "a lake ( near the town) was dry", "a lake (near the town) was dry"),
    ("en", "a lake (near the town ) was dry", "a lake (near the town) was dry"),
    ("en", "the rate,, which fell,", "the rate, which fell,"),
    ("en", "They left.. Nobody knew.", "They left. Nobody knew."),
    ("en", "They left. . Nobody knew. .", "They left. Nobody knew."),
    ("en", "He asked Mr..\u00a0Smith to go..", "He asked Mr.\u00a0Smith to go."),
    ("en", "The work went well,.", "The work went well."),
    ("en", "Who will pay?. Nobody knows.", "Who will pay? Nobody knows."),
    ("en", "It was a hard year., Prices rose.", "It was a hard year. Prices rose."),
    ("zh", "管制开始。。", "管制开始。"),
    ("en", "“It was late. .” He left.", "“It was late.” He left."),
    ("en", 'He said: "It was late.".', 'He said: "It was late."'),
    ("en", "the old town，which is small。", "the old town, which is small."),
    ("ru", "старый город，маленький。", "старый город, маленький."),
]

STAYS = [
    ("de", "Die Funktion REPLACEB( Text ; Position ) auch"),
    ("de", 'Drücken Sie Compose, dann " und dann den Buchstaben'),
    ("it", "select nome [ in parola ] ; do lista ; done"),
    ("en", "Wait... and see. . . then go"),
    ("en", "the .NET runtime, .5 of it, and f(a, b)"),
    ("en", "Smith et al., Acme Inc., and Jones Jr., of Ohio"),
    ("en", "What?! No!! Really?..."),
    ("en", "Run `a ,b` or ``c . .`` at http://a.org/x,,y."),
    ("en", "He works for Yahoo!, not for etc."),
    ("en", "a smile :) and a tear :( and ( o_o )"),
    ("fr", "Est-ce vrai ? Oui ! « Bien » : il le dit ; elle aussi."),
    ("de", "er sagte ,,Ja'' und ging z. B. nach Hause"),
    ("zh", "他说：“好。”……然后走了，，"[:-1]),
    ("ja", "日本、中国。「はい」"),
    ("en", "the word 経済、社会 means both"),
    ("en", "| a | ,, | .. |\n|---|---|---|\n| b | , | . |"),
    ("es", "¿Qué? ¡No! «Sí», dijo."),
]


@pytest.mark.parametrize(("language", "before", "after"), BECOMES)
def test_becomes(language, before, after):
    """A sure slip is repaired by default."""
    assert SAFE.run(Record(before, language=language)).text == after


@pytest.mark.parametrize(("language", "text"), STAYS)
def test_stays(language, text):
    """What is right, or an other's business, is not even reported."""
    assert [(d.code, d.match) for d in ALL.run(Record(text, language=language)).defects] == []


PIECES = [*'a9г中 ,.?!()[]“”„«»，。\n\ud800"', "Word", "  ", "..", "''"]
LANGUAGES = ["en", "de", "fr", "ru", "zh", None]


@given(st.lists(st.sampled_from(PIECES), max_size=40).map("".join), st.sampled_from(LANGUAGES))
def test_fixing_twice_changes_nothing_more(text, language):
    """Whatever the text, the rules settle, and what they made stays."""
    once = ALL.run(Record(text, language=language))
    assert not [d for d in once.defects if d.code.startswith("FIX")]
    assert ALL.run(Record(once.text, language=language)).text == once.text
