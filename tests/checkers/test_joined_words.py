"""Run-together words become two; names, compounds, dialect and code stay."""

import pytest

from textrepair import Record, Repairer
from textrepair.settings import Settings

REPAIRER = Repairer(Settings(select=("JOI",), unsafe_fixes=True))

BECOMES = [
    ("en", "This is the end ofthe story.", "This is the end of the story."),
    ("en", "It could nothave been done.", "It could not have been done."),
    ("en", "They were as fast aspossible.", "They were as fast as possible."),
    ("en", "We see theinput and theboxes.", "We see the input and the boxes."),
    ("en", "He came home, butit's late.", "He came home, but it's late."),
    ("en", "He came at once,” saidElsa.", "He came at once,” said Elsa."),
    ("en", "The law of theUnited Kingdom.", "The law of the United Kingdom."),
    ("en", "Tell it to MissBennet today.", "Tell it to Miss Bennet today."),
    ("en", "The price rose0.86 percent.", "The price rose 0.86 percent."),
    ("en", "The letter of September1944 is lost.", "The letter of September 1944 is lost."),
    ("en", "They sold 562tickets today.", "They sold 562 tickets today."),
    ("en", "It is so.But who knows?", "It is so. But who knows?"),
    ("en", "He said:“They are here.”", "He said: “They are here.”"),
    ("en", "The station(built in 1900) is old.", "The station (built in 1900) is old."),
    ("en", "It stands for aphrase and for alocal branch.", "It stands for a phrase and for a local branch."),
    ("en", "The end ofthe list of commonwords is near.", "The end of the list of common words is near."),
    ("de", "Er kam mit undder Hund auch.", "Er kam mit und der Hund auch."),
    ("fr", "Il y avait unepetite maison.", "Il y avait une petite maison."),
    ("es", "Fue nombrado directordel museo.", "Fue nombrado director del museo."),
    ("ru", "Он сказал,что придёт.", "Он сказал, что придёт."),
    ("ar", "البيانات مثل keys,tokens وغيرها.", "البيانات مثل keys, tokens وغيرها."),
]

STAYS = [
    ("en", "A list of the commonwords of a language in the shopwindows."),
    ("de", "Wir haben uns feingemacht."),
    ("ru", "Пожар был в неотапливаемом здании."),
    ("en", "Apart from that, nonetheless, therein, forgo, into, cannot, whatsoever and anew."),
    ("en", "The parlourmaid was sorrowstricken and embowered."),
    ("en", "“I am ’andsome,” he said, “and ’eavy.”"),
    ("en", "Ask @andyfeller or #ofthe at https://example.org/ofthe.Then for it."),
    ("en", "iPhone, eBay, YouTube, JavaScript, GitHub, McDonald, DiCaprio, LeBron, PlayStation."),
    ("en", "H2O, NaCl, CO2, mRNA, pH, kWh, MHz, 3D, 5G, 4th, 14km, 10am, 60fps, mp3, B2B, G20, x86."),
    ("en", "At 10:30 they paid $1,500.50 for 3,5-dimethyl in v1.2.3 of file.txt and Node.js."),
    ("en", "U.S., e.g., i.e., Ph.D., D.C., a.m., St.Gallen, J.R.R. Tolkien and E.ON."),
    ("en", "The friend(s), (re)use, f(x), print(value) and child(ren)."),
    ("en", "The “um”s and the “ah”s and the rock’n’roll."),
    ("de", "Die Mitarbeiter:innen der GmbH, z.B. Donaudampfschifffahrt, gingen fortsetzender Wege."),
    ("fr", "L'homme qu'aujourd'hui l’on dit « vrai » : 50 %."),
    ("zh", "他说：“你好，世界。”然后走了(第3次)。"),
    ("ja", "これは「テスト」です。GitHubを使う(3回)。"),
    (None, "Lorem ipsum dolor sit amet."),
    (None, ""),
]


@pytest.mark.parametrize(("language", "text", "repaired"), BECOMES)
def test_becomes(language, text, repaired):
    """A missing blank is put back."""
    assert REPAIRER.run(Record(text, language=language)).text == repaired


@pytest.mark.parametrize(("language", "text"), STAYS)
def test_stays(language, text):
    """Sound text is not even reported."""
    assert [d.match for d in REPAIRER.run(Record(text, language=language)).defects] == []


#: Names of commands and variables read as two words, too; text in a language like the one it is taken for does.
SHOWN = [
    ("en", "Then start uscan again and wait."),
    ("en", "It ends up in the mydestination variable of the file."),
    ("en", "You might like openrc or runit more."),
    ("en", "The call openat(2) needs it."),
    ("en", "Allora faremo andare Windows."),
    ("fr", "Les dades es divideixen i es transmeten pel cable."),
    ("fr", "Le processus dimensionne le fichier."),
]


@pytest.mark.parametrize(("language", "text"), SHOWN)
def test_names_are_shown(language, text):
    """No blank is put into what may be a name."""
    safe = Repairer(Settings(select=("JOI",)))
    assert safe.run(Record(text, language=language)).text == text


@pytest.mark.parametrize(
    ("text", "repaired"),
    [
        ("They met mygroup at the end ofthe road.", "They met my group at the end of the road."),
        ("They met mygroup at the end of the road.", "They met mygroup at the end of the road."),
        ("It is in mydestination or in mynetworks.", "It is in mydestination or in mynetworks."),
    ],
)
def test_names_beside_other_joins(text, repaired):
    """Where blanks are missing elsewhere, what might be a name is a join."""
    safe = Repairer(Settings(select=("JOI",)))
    assert safe.run(Record(text, language="en")).text == repaired
