"""What stands in manuals, proverbs, riddles and protocols of talk as it was meant, and what is broken beside it.

Each line is the kind of place where a safe repair was wrong in text that nobody had labelled.
"""

import pytest

from textrepair import Record, Repairer

STAYS = [
    # words that no list has, and words of other languages
    ("de", "Und alsobald stand ein anderer da, der war noch älter."),
    ("de", "Der Rauch steigt himmelan, und keiner sieht ihm nach."),
    ("de", "Sie wartete, dieweil er noch die Pferde holte."),
    ("pl", "To jest wersja nietechniczna tego samego tekstu."),
    ("it", "Si va al mare domani, sempreche' non piova per tutto il giorno."),
    ("fr", "Le service utilise startpar pour aller plus vite."),
    ("en", "It returns the list unless you set wantarray to something else."),
    # values, keys and calls
    ("es", "El valor de la tecla debe ser “tab,right” para que funcione."),
    ("fi", "Väri on seuraava:\n\nblack,cyan\n\nSe ei ole muuttunut."),
    ("es", "La directiva Order deny,allow se lee antes que las otras."),
    ("en", "Thus *.crit;kern.none is all that the daemon keeps of it."),
    ("en", 'In the source there is printk(NORM "one \\\\ two"); and nothing else.'),
    ("de", "Man berechnet sqrt(x * pi) und teilt es danach durch zwei."),
    ("en", "It displays the changelog.Debian of the package that you have chosen."),
    ("en", "The file is named boot.NNNN and lies beside the others."),
    ("en", "NetworkManager is a program. If Network Manager runs, NetworkManager needs no other."),
    ("en", "Create a variable, theImage, and set it. Then draw on theImage what you like."),
    # numbers
    ("pl", "Spotkamy się w maju, na 10tego wszystko będzie gotowe."),
    ("en", "He has put it2497 in order, and afterwards we went out2498 towards the river."),
    # doubled for effect, or two clauses that meet
    ("de", "Wer Sorgen hat hat auch einen Freund nötig."),
    ("en", "You naughty naughty cat, where have you been all day?"),
    ("en", "It was a reeely reeely long way to the station."),
    ("pl", "Zaraz będzie, ale ale... najpierw trzeba to sprawdzić."),
    ("es", "Era tan feo tan feo tan feo que nadie quería verlo."),
    ("it", "Hanno detto che in fondo in fondo non sono cattivi."),
    ("en", 'The boy cried: "Buy the paper now: fifty people cheated! Buy the paper now: fifty people cheated!"'),
    ("en", "They run. They try to get away. They fall. They run. They try to get away. They fall."),
    # a capital is lost, not a stop too many
    ("en", "They gave him a shot or two. bush was not at home. The others were."),
    ("en", "Where he put it is a question that I won't go into. it was late. The others left."),
    ("it", "Ecco la casa del vecchio Alex e i suoi amici di sempre."),
    ("ru", "Любовь - это сила. Любовь - это муза. Любовь-это ветер, и любовь - это дом."),
    # hyphens that are a joke or an old spelling
    ("it", "Andremo tutti a fare un pic-nic sul prato dietro la casa."),
    ("cs", "Von tomu říká eko-nomika, a nikdo mu nerozumí."),
]

BECOMES = [
    ("de", "Man sagt, dass eineprivate Feier stattfand.", "Man sagt, dass eine private Feier stattfand."),
    ("it", "Si deve leggere ilsignificato dei segnali.", "Si deve leggere il significato dei segnali."),
    (
        "es",
        "Cuando el hambre es de calor,el pan viejo es fresco.",
        "Cuando el hambre es de calor, el pan viejo es fresco.",
    ),
    ("pl", "Jest litościwy dla kobiet,dzieci i starców.", "Jest litościwy dla kobiet, dzieci i starców."),
    ("en", "We took the bus than1,400 others had taken.", "We took the bus than 1,400 others had taken."),
    ("de", "Sie legte die Karten auf und und ging nach Hause.", "Sie legte die Karten auf und ging nach Hause."),
    (
        "en",
        "The reform of state-owned state-owned enterprises goes on.",
        "The reform of state-owned enterprises goes on.",
    ),
    (
        "en",
        "He met his friend(my brother and I were there); it was late.",
        "He met his friend (my brother and I were there); it was late.",
    ),
    ("pl", 'Mowi:"przypuśćmy, że to prawda\ni nikt nie zgadł".', 'Mowi: "przypuśćmy, że to prawda\ni nikt nie zgadł".'),
    ("en", "It comes from the from the same place.", "It comes from the same place."),
    ("en", "He was taken to taken to taken to hospital at noon.", "He was taken to hospital at noon."),
]


@pytest.fixture(scope="module")
def repairer() -> Repairer:
    return Repairer()


@pytest.mark.parametrize(("language", "text"), STAYS)
def test_what_is_meant_is_left_alone(repairer: Repairer, language: str, text: str) -> None:
    """No safe repair changes it."""
    assert repairer.run(Record(text, language=language)).text == text


@pytest.mark.parametrize(("language", "bad", "good"), BECOMES)
def test_what_is_broken_is_mended(repairer: Repairer, language: str, bad: str, good: str) -> None:
    """Caution costs none of these."""
    assert repairer.run(Record(bad, language=language)).text == good
