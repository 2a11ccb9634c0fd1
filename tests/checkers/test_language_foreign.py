"""Text left in another language is found; glosses, quotations and names are left alone."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from textrepair.checkers import find
from textrepair.document import Document

SCRIPT = find("language.foreign-script").function
OTHER = find("language.foreign-sentence").function
ENGLISH = find("language.english-sentence").function


def found(check, text, language):
    """The spans as text."""
    return [text[m.start : m.end] for m in check(Document(text, language), (0, len(text)))]


@pytest.mark.parametrize(
    ("text", "language", "run"),
    [
        ("The police asked 外交部 officials to comment.", "en", "外交部"),
        ("There were 1,339 people in the affected area赢.", "en", "赢"),
        ("In the evening кожна family lights a candle.", "en", "кожна"),
        ("Rooms are cheap.\nПосле шести часов цена ниже.\nIt is quiet.", "en", "После шести часов цена ниже"),
        ("The offer rose (约合 4.2 billion) in June.", "en", "约合"),
        ("Der Rat hat 昨天 getagt.", "de", "昨天"),
        ("Совет решил 昨天在莫斯科 закрыть мост.", "ru", "昨天在莫斯科"),
    ],
)
def test_runs_of_another_script(text, language, run):
    """A run of letters that the language is not written in is reported."""
    assert found(SCRIPT, text, language) == [run]


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Beijing (北京) is the capital, and 北京 (Beijing) is large.", "en"),
        ("The poet (Persian: حافظ; Hafez) and the city (Greek: Αθήνα, Athína).", "en"),
        ("The word спутник means a fellow traveller.", "en"),
        ("Her novel, “雪国”, was published in 1937.", "en"),
        ("Languages: English | 中文 | Русский | 日本語", "en"),
        ("The density ρ and the angle α are given; the file is 5 µm wide.", "en"),
        ("我们在 GitHub 上发布了 version 2 of the tool。", "zh"),
        ("Компания Apple представила новый iPhone, знак ア не нужен.", "ru"),
        ("これは GitHub の説明です。ملك もあります。", "ja"),
        ("Blog tips вЂ“ for you, rГ©gion", "en"),
    ],
)
def test_what_belongs_stays(text, language):
    """Glosses, words spoken of, titles, menus, mathematics, Latin names and mojibake are no untranslated text."""
    assert found(SCRIPT, text, language) == []


def test_a_text_in_another_language_is_one_defect():
    """A whole text in another script is reported once."""
    text = "Совет решил закрыть мост.\nРаботы начнутся в мае.\nВ июне мост откроют."
    assert len(found(SCRIPT, text, "en")) == 1


GERMAN = "Die Brücke wurde nach dem Hochwasser für den Verkehr gesperrt."
FRENCH = "Les habitants ont été invités dans la grande salle pour la fête."
SPANISH = "Los vecinos fueron invitados a la fiesta que se celebra en el salón."
HOUSES = "This is one of the houses that have been sold with the land."


@pytest.mark.parametrize(
    ("check", "language", "before", "sentence", "after"),
    [
        (OTHER, "en", "The bridge was closed. ", GERMAN, " Work begins."),
        (OTHER, "en", "It rained.\n", FRENCH, "\nThe band played."),
        (OTHER, "en", "It rained. ", SPANISH, " They came."),
        (OTHER, "de", "Es regnete. ", FRENCH, " Alle kamen."),
        (ENGLISH, "de", "Es regnete. ", HOUSES, " Alle kamen."),
        (ENGLISH, "fr", "Il pleuvait. ", HOUSES, " Tous sont venus."),
    ],
)
def test_sentences_of_another_language(check, language, before, sentence, after):
    """A sentence in another language of the same script is reported, no more and no less."""
    assert found(check, before + sentence + after, language) == [sentence]


@pytest.mark.parametrize(
    ("check", "text", "language"),
    [
        (OTHER, "She took the train from the Gare de Lyon to Aix with a copy of Le Monde.", "en"),
        (OTHER, "Los Angeles and Las Vegas are far from San Juan de los Lagos.", "en"),
        (OTHER, "He said: “Je ne sais pas où sont les enfants de la rue.” Then he left.", "en"),
        (ENGLISH, "Er hörte „The Dark Side of the Moon“ und las die New York Times.", "de"),
        (ENGLISH, f"Der Befehl `git log` zeigt:\n\n{HOUSES}", "de"),
        (ENGLISH, "This is English, and so are all of the others.", "en"),
    ],
)
def test_names_and_quotations_stay(check, text, language):
    """Names, titles, quotations, and what commands print are left alone."""
    assert found(check, text, language) == []


@given(
    st.text(alphabet='und der the of漢字а бв.!\n"“”()\ud800', max_size=300),
    st.sampled_from(["en", "de", "zh", "ru", None, "mul"]),
)
def test_never_raises(text, language):
    """Whatever the text, spans are not empty and lie in it."""
    for check in (SCRIPT, OTHER, ENGLISH):
        assert all(found(check, text, language))
