"""The language of a text: found by script, function words and letters; none where the evidence is thin."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from textrepair.language import _NOT_WESTERN, _WESTERN_WORD, _WORD, detect


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("The council decided on Monday that the bridge would be closed for the rest of the week.", "en"),
        ("Der Rat hat am Montag beschlossen, dass die Brücke für den Rest der Woche gesperrt wird.", "de"),
        ("Le conseil a décidé lundi que le pont serait fermé pour le reste de la semaine.", "fr"),
        ("El consejo decidió el lunes que el puente estaría cerrado el resto de la semana.", "es"),
        ("Il consiglio ha deciso lunedì che il ponte sarà chiuso per il resto della settimana.", "it"),
        ("O conselho decidiu na segunda-feira que a ponte não seria aberta até ao fim da semana.", "pt"),
        ("De raad heeft maandag besloten dat de brug voor de rest van de week gesloten wordt.", "nl"),
        ("Rada v pondělí rozhodla, že most bude po zbytek týdne uzavřen, protože není bezpečný.", "cs"),
        ("Rada zdecydowała w poniedziałek, że most będzie zamknięty do końca tygodnia.", "pl"),
        ("Rådet beslutade i måndags att bron ska vara stängd under resten av veckan.", "sv"),
        ("Neuvosto päätti maanantaina, että silta on suljettu loppuviikon ajan, mutta ei sen jälkeen.", "fi"),
        ("Совет решил в понедельник, что мост будет закрыт до конца недели.", "ru"),
        ("Рада вирішила в понеділок, що міст буде закрито до кінця тижня.", "uk"),
        ("Съветът реши в понеделник, че мостът ще бъде затворен до края на седмицата.", "bg"),
        ("理事会周一决定本周剩余时间关闭大桥，因为它不安全。", "zh"),
        ("理事会は月曜日に、今週の残りの間、橋を閉鎖することを決定した。", "ja"),
        ("시의회는 월요일에 다리를 이번 주 내내 폐쇄하기로 결정했다.", "ko"),
        ("قرر المجلس يوم الاثنين إغلاق الجسر لبقية الأسبوع.", "ar"),
        ("Το συμβούλιο αποφάσισε τη Δευτέρα να κλείσει τη γέφυρα.", "el"),
    ],
)
def test_one_sentence_is_enough(text, language):
    """A plain sentence has its language."""
    assert detect(text) == language


@pytest.mark.parametrize(
    "text", ["", "   ", "42", "???", "OK", "Jane Miller", "$ git push", "San Juan de los Lagos", "a\n" * 3, "\ud800"]
)
def test_thin_evidence_is_no_language(text):
    """Figures, names and commands have none."""
    assert detect(text) is None


def test_letter_spaced_words_are_closed_up():
    """Lone letters are words of Czech and Spanish; a run of them is a word with blanks inside."""
    assert (
        detect("T h e grammar goes w i t h t h e s t a t e of t h e n e t , and i t h a s a l i s t of a r c s") == "en"
    )
    assert detect("what everybody knows ( t h i n k s , believes) ; w h a t Joe Bear knows; e t c .") == "en"


def test_foreign_insertions_do_not_win():
    """A line in another script or language does not make the text one of that language."""
    english = "The council met on Monday.\nIt was late, and most of the members had left.\nNo one spoke of it.\n"
    assert detect(english + "Совет решил закрыть мост до конца недели.\n" + english) == "en"
    assert detect(english + "Die Brücke wird für den Rest der Woche gesperrt.\n" + english) == "en"
    assert detect(english + "理事会周一决定本周剩余时间关闭大桥，因为它不安全。\n") == "en"


def test_code_does_not_count():
    """A text about code is in the language of its sentences."""
    code = "```\nfor the of in and this that with:\n    print(the)\n```\n"
    text = f"Der Befehl zeigt den Zustand an, und das ist alles.\n{code}"
    assert detect(text) == "de"


def test_initials_are_no_words():
    """The `s` and `u` of `U.S.` are prepositions of Czech."""
    assert detect("U.S.G. Joint Resolution, V.P. Miller") is None


@settings(deadline=None)  # the first text may load the profiles of langdetect
@given(st.text(max_size=300))
def test_is_the_same_each_time(text):
    """The answer does not depend on what was asked before."""
    assert detect(text) == detect(text)


def test_icelandic_by_its_letters_and_not_russian_read_wrongly():
    """Letter statistics take Icelandic for Norwegian, and are slow."""
    assert (
        detect("Þegar ég kom heim um kvöldið voru allir farnir að sofa, því að það var orðið mjög framorðið.") == "is"
    )
    assert detect("Ýòî áûëî íàïèñàíî ïî-ðóññêè, à ïîòîì ïðî÷èòàíî íåïðàâèëüíî þ ð.") != "is"


def test_the_table_of_profiles_says_what_langdetect_says():
    """Group by group, to the last digit; and nothing of what it does not have."""
    from langdetect.detector_factory import PROFILES_DIRECTORY, DetectorFactory

    from textrepair.language.profiles import profiles

    theirs, ours = DetectorFactory(), profiles()
    theirs.load_profile(PROFILES_DIRECTORY)
    order = [theirs.langlist.index(name) for name in ours.langlist]
    groups = [group for group in theirs.word_lang_prob_map if len(group) <= 3]
    assert sorted(theirs.langlist) == sorted(ours.langlist)
    for group in groups[::20]:
        shares = theirs.word_lang_prob_map[group]
        assert group in ours and ours[group].tolist() == [shares[i] for i in order]
    assert "qqq" not in ours and "" not in ours and "theta" not in ours


def test_words_of_western_letters_are_words():
    """The shorter way to find them is taken where it finds the same."""
    for letter in map(chr, (*range(0x100), *range(0x2000, 0x2070))):
        text = f"a{letter}b'{letter} u.{letter}.s {letter}".lower()
        assert not _NOT_WESTERN.search(text)
        assert _WESTERN_WORD.findall(text) == _WORD.findall(text)
