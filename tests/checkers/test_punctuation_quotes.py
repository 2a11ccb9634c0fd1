"""Quotation marks and brackets, which need the state of the line or of the paragraphs around it."""

import pytest

from textrepair.checkers.punctuation.marks import marks
from textrepair.engine import Engine
from textrepair.model import Record
from textrepair.rules import load_catalogue
from textrepair.settings import Settings

RULES = [r for r in load_catalogue() if r.code[:3] in ("PRT", "PUN")]
ALL = Engine(RULES, Settings(unsafe_fixes=True))
SAFE = Engine(RULES, Settings())

BECOMES = [
    ("en", 'a ""great"" day', 'a "great" day'),
    ("en", 'He said: ""It is late."', 'He said: "It is late."'),
    ("en", 'the "great day“ was over', 'the "great day" was over'),
    ("en", "the \"great day'' was over", 'the "great day" was over'),
    ("ru", 'такие "смешные“ слова', 'такие "смешные" слова'),
    ("en", '" Great day," he said.', '"Great day," he said.'),
    ("en", 'the "great day ", he said', 'the "great day", he said'),
    ("en", "“It is late, he said. “We go.”", "“It is late,” he said. “We go.”"),
    ("en", "“It is late, said Anna Bell.\nThey left.", "“It is late,” said Anna Bell.\nThey left."),
    ("en", '"It is late.\nThey left the town.', '"It is late."\nThey left the town.'),
    ("en", "They met (in the harbour.\nThen they left.", "They met (in the harbour).\nThen they left."),
    ("en", "the harbour (built of stone] is old", "the harbour (built of stone) is old"),
]

STAYS = [
    ("en", "“One paragraph.\n“A second one.\n“The last.”"),
    ("en", 'He said: "It is late.\nWe go home." They left.'),
    ("en", '"It is late.'),
    ("en", 'a 12" disc, 6\' 2" tall'),
    ("ru", 'фанаты "группы "Руки Вверх"" пришли'),
    ("de", "„Ja“, sagte er, „und ‚nein‘.“"),
    ("de", "»Ja«, sagte er."),
    ("fr", '" Très bien ", dit-il. « Oui »'),
    ("en", "``Yes,'' he said. 'Twas ''odd''."),
    ("en", "the set [0, 1) and (a [b] c)"),
    ("en", 'x = "" and y = "a"'),
    ("es", 'la fórmula ="Me llamo ""Ana"" hoy" da el texto'),
    ("zh", "他说：「好」，“是”。"),
]


#: An empty string of a program looks like a doubled mark.
EMPTY = [
    ("de", 'Der Eintrag mit msgid "" bleibt, auch »msgid ""«-Einträge'),
    ("hi", '"यह उदाहरण." newline a+b newline ""c-d'),
    ("es", 'usar `-S ""\' (es decir, nada)'),
    ("sv", "eller använd ”join -t ”” om det inte går"),
]


@pytest.mark.parametrize(("language", "text"), EMPTY)
def test_empty_strings_stay(language, text):
    """Without being told to, no mark is taken from one."""
    assert SAFE.run(Record(text, language=language)).text == text


@pytest.mark.parametrize(("language", "before", "after"), BECOMES)
def test_becomes(language, before, after):
    """Repaired, some of them on demand only."""
    assert ALL.run(Record(before, language=language)).text == after


@pytest.mark.parametrize(("language", "text"), STAYS)
def test_stays(language, text):
    """Nothing is reported."""
    assert [(d.code, d.match) for d in ALL.run(Record(text, language=language)).defects] == []


@pytest.mark.parametrize(
    ("text", "language", "roles"),
    [
        ('"a" b', "en", ["open", "close"]),
        ("„a“ b", "de", ["open", "close"]),
        ("“a” b", "en", ["open", "close"]),
        ("»a« b", "de", ["open", "close"]),
        (' " ', "en", ["either"]),
        ('don"t', "en", []),
        ("``a'' b", "en", ["open", "close"]),
    ],
)
def test_roles(text, language, roles):
    """The part that a mark plays is read from the blanks around it, and from the mark where they do not tell."""
    assert [m.role for m in marks(text, 0, len(text), language)] == roles
