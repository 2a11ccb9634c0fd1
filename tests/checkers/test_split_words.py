"""Torn words, numbers and compounds are put together; open compounds, lists and dashes stay."""

import pytest

from textrepair import Record, Repairer
from textrepair.settings import Settings

REPAIRER = Repairer(Settings(select=("SPL",), unsafe_fixes=True))

BECOMES = [
    ("en", "They were chargi ng the device.", "They were charging the device."),
    ("en", "It is very like ly that he comes.", "It is very likely that he comes."),
    ("en", "Our per formance was sig nificant.", "Our performance was significant."),
    ("en", "Such s i t u a t i o n s a r e r a r e in t h e text.", "Such situations are rare in the text."),
    ("en", "As is indi-\ncated in the text.", "As is indicated in the text."),
    (
        "en",
        "The environ-ments and other environ-ments were in-spected.",
        "The environments and other environments were inspected.",
    ),
    ("en", "The com-position and seman-tics of it.", "The composition and semantics of it."),
    ("en", "The inacces- sibility of the place.", "The inaccessibility of the place."),
    ("en", "A group of prote-cted species.", "A group of protected species."),
    ("en", "It doesn ' t matter, they haven’ t come.", "It doesn't matter, they haven’t come."),
    ("en", "She is Pudong 's first.", "She is Pudong's first."),
    ("en", "About 140, 000 people.", "About 140,000 people."),
    ("en", "The medium - and short-range missiles.", "The medium- and short-range missiles."),
    ("en", "A vertigo - inducing and long - standing plan.", "A vertigo-inducing and long-standing plan."),
    ("en", "The Sino Russian and anti China talks.", "The Sino-Russian and anti-China talks."),
    ("en", "Of tenant owned and government-owned banks.", "Of tenant-owned and government-owned banks."),
    ("en", "It has long - and short-range missiles.", "It has long- and short-range missiles."),
    ("de", "Es wurde immer schär-fer kritisiert.", "Es wurde immer schärfer kritisiert."),
    ("fr", "Il a pris des mesur es de sauvegarde.", "Il a pris des mesures de sauvegarde."),
    ("ru", "Это главные оруд ия защиты.", "Это главные орудия защиты."),
]

STAYS = [
    ("cs", "Dostala se do play off a k tomu je v němž bod z řad a s nimi."),
    ("ru", "К вечеру они вышли к реке и с ходу взяли её, а с утра и в лес."),
    ("en", "The wave-length and the com-position of it."),
    ("en", "He may be a part of it; any one, every day, all ready, in to, on to."),
    ("en", "General R K S Bhadauria and J. Al Ahmed sent an S O S to Ng and Ly."),
    ("en", "The pre- and post-war co-operation, re-elected, co-ordinated, long-term."),
    ("en", "T-shirts, sci-fi, kung-fu, dim-witted, mish-mash, week-end, good-bye, to-day."),
    ("en", "A well-\nknown and long-\nterm plan."),
    ("en", "He came - and went - as ever; the streets - mostly wet - were empty."),
    ("en", "Pages 12, 345, 346; rooms 429, 479 and 579; it ended in 2019. 300 came."),
    ("en", "The boys' school, the '80s, 'yes' and rock 'n' roll."),
    ("en", "The films of Franco Rossi and Franco Rinaldi came out late."),
    ("en", "She was constantly doing and re-doing it, with blind use and over-use of it all."),
    ("en", "It is a film for all to enjoy - or re-enjoy in time; the war - and re-armament."),
    ("en", "A union - yes, a break-up - no, said those who feared a break-up."),
    ("en", "The option -fenum-int-equiv allows for implicit conversions."),
    ("en", "She was a shell of her former self - living alone."),
    ("en", "Let x be drawn from N(2, 200)."),
    ("en", "We modify noun phrases in ’s), and the status of ’s as an affix of the whole."),
    ("de", "Die Lehr- und Forschungskräfte der Klein- und Mittelunternehmen."),
    ("fr", "Il y a un an, il a mis du temps à la fin."),
    ("ru", "В этом месяце в городе и на то есть причины, благодаря всем качествам и людям."),
    ("cs", "Není-li to možné, je to na začátku a na konci."),
    ("zh", "他 说 你 好。"),
    (None, "S p a c e d"),
    (None, ""),
]


@pytest.mark.parametrize(("language", "text", "repaired"), BECOMES)
def test_becomes(language, text, repaired):
    """A spurious blank or hyphen goes."""
    assert REPAIRER.run(Record(text, language=language)).text == repaired


@pytest.mark.parametrize(("language", "text"), STAYS)
def test_stays(language, text):
    """Sound text is not even reported."""
    assert [d.match for d in REPAIRER.run(Record(text, language=language)).defects] == []


@pytest.mark.parametrize(
    ("text", "repaired"),
    [
        (
            "Here t h e s t a t e o f t h e n e t i s a l l w e k n o w .",
            "Here the state of t h e n e t is all we know.",
        ),
        ("Words a r e torn w i t h blanks i n t h e a l te r - na t ives here.", None),
    ],
)
def test_safe_in_damage(text, repaired):
    """Short words are certain where no other reading (`then et`) comes near; beside a loose hyphen nothing is."""
    result = Repairer(Settings(select=("SPL",))).run(Record(text, language="en"))
    assert result.text == (repaired or "Words are torn with blanks in the a l te r - na t ives here.")
