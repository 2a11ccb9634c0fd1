"""The most frequent function words of each language: which language is a text in, and what may not end a sentence.

The lists are written for this project. A word may stand in several; it then counts for each in part.
"""

from __future__ import annotations

from functools import lru_cache


def word_set(words: str) -> frozenset[str]:
    """Words written with blanks between them."""
    return frozenset(words.split())


#: Latin script first, then Cyrillic. A word of one language's list is evidence for it, shared ones for each a little.
FUNCTION_WORDS: dict[str, str] = {
    "en": (
        "the of and to in a is that for it was on with as be at by this have from or his are not but had which "
        "they you were her she will would there been has their an we when who its more if out so said what about "
        "than into them can only other new some could these two may then do first any my now such like our over "
        "me even most made after also did many before must through back where much your well down should because "
        "each just those how too very make still own see both being under never same another while since against "
        "i he him up no all until don't it's i'm that's isn't doesn't didn't"
    ),
    "de": (
        "der die und in den von zu das mit sich des auf für ist im dem nicht ein eine als auch es an werden aus "
        "er hat dass sie nach wird bei einer um am sind noch wie einem über einen so zum war haben nur oder aber "
        "vor zur bis mehr durch man wurde sei hatte kann gegen vom können schon wenn habe seine seinen ihre ihrer "
        "ihren dann unter wir soll ich eines diese dieser dieses wieder keine worden zwischen immer sagte sein "
        "waren wurden beim damit daß doch mich mir uns weil sondern während sowie seit alle wir jetzt hier sehr "
        "kein ins einmal also laut ohne etwa bereits"
    ),
    "fr": (
        "de la le et les des en un du une que est pour qui dans a par plus pas au sur ne se ce il sont ou avec "
        "son aux d'un cette d'une ont ses mais comme on tout nous sa fait été aussi leur bien peut ces y deux "
        "elle était ils vous je même c'est sans autres après entre dont encore si leurs qu'il depuis être "
        "toujours très moins alors où selon avoir lors chez vers sous contre avait qu'elle n'est s'est n'a "
        "d'autres afin ainsi votre vos notre ceux celle donc pendant avant"
    ),
    "es": (
        "de la que el en y a los se del las un por con no una su para es al lo como más o pero sus le ha me si "
        "sin sobre este ya entre cuando todo esta ser son dos también fue había era muy hasta desde está mi "
        "porque qué sólo han yo hay puede todos así nos ni parte tiene él uno donde bien ese ahora cada e otro "
        "después te otros aunque esa eso otra tan durante siempre ella sí dijo sido según menos estos estas "
        "pueden fueron contra quien además mientras solo cual unos sino tras hace"
    ),
    "it": (
        "di e il la che in a per un è del non una le con si i da come dei gli al anche della nel alla più ha "
        "delle sono ma lo dal sul ed loro o se questo suo quando su ci stato essere nella tra dopo cui dalla due "
        "ai era prima degli hanno sua questa dell'alla allo agli nei sulla dall nell fra poi perché così quello "
        "molto sempre ancora mi ne l'ha c'è"
    ),
    "pt": (
        "de a o que e do da em um para com não uma os no se na por mais as dos como mas ao ele das à seu sua ou "
        "quando muito nos já eu também só pelo pela até isso ela entre depois sem mesmo aos seus quem nas me esse "
        "eles você essa num nem suas meu às minha numa pelos elas qual foi são está ser tem há era pode sobre"
    ),
    "nl": (
        "de van een het en in is dat op te ik voor met die zijn aan niet er om ook als dan maar bij uit door naar "
        "heeft hij ze wordt nog over tot je was al worden zich werd hun dit kan geen moet zal meer zo deze had "
        "haar wel veel onder zou waren we hebben kunnen"
    ),
    "cs": (
        "a se v na je že o s z do i to k ve pro za by ale si po jako podle jsou které od jeho který tak však jen "
        "být byl když bylo než už nebo jsem až její při mezi co byla má také ze což před této jejich tím může ta "
        "své více aby jak která kteří tento této jsme byly ještě jako jsou není mu ji pod pak u však proto kde "
        "bude pokud která svého byli jen dále tedy"
    ),
    "sk": (
        "a sa v na je že o s z do i to k vo pre za by ale si po ako podľa sú ktoré od jeho ktorý tak však len byť "
        "bol keď bolo než už alebo som až pri medzi čo bola má aj zo pred tejto ich môže svoje viac aby"
    ),
    "pl": (
        "w i na z że się nie do to jest o jak za po od przez ale co tym są tak dla czy już jego tylko jej oraz "
        "było może który być ze które był przed też roku lub także ich podczas gdy jednak bardzo która przy"
    ),
    "sv": (
        "och i att det som en på är av för med den till inte har de om ett han men var jag sig från vi så kan när "
        "år under också efter eller nu sin där vid mot ska skulle kommer ut får finns hade alla"
    ),
    "da": (
        "og i at det som en på er af for med den til ikke har de om et han men var jeg sig fra vi så kan når også "
        "efter eller nu sin hvor ved mod skal skulle kommer ud bliver blev hun havde alle"
    ),
    "nb": (
        "og i at det som en på er av for med den til ikke har de om et han men var jeg seg fra vi så kan når også "
        "etter eller nå sin hvor ved mot skal skulle kommer ut blir ble hun hadde alle"
    ),
    "fi": (
        "ja on ei että se oli hän mutta ovat kun niin myös tai joka kuin sen ole vain jos nyt mukaan ollut hänen "
        "olla jo voi sitä kanssa vuonna sekä ennen jälkeen mitä"
    ),
    "hu": (
        "a az és hogy nem is egy ez de ha meg csak volt már mint még el kell azt vagy van sem mert amely szerint "
        "után majd lehet minden"
    ),
    "ro": (
        "și de în la a cu pe care din nu că să pentru este o un mai au fost al ale lui sunt s-a dar sau după fi "
        "prin am ca acest"
    ),
    "tr": (
        "ve bir bu da de için ile olarak çok daha olan gibi en kadar ne var sonra ise değil her ama olduğu o ya "
        "mi ki oldu diye ancak göre içinde"
    ),
    "id": (
        "yang dan di dengan untuk dari ini itu dalam tidak pada adalah ke akan juga oleh karena sebagai telah "
        "bisa ada lebih mereka dapat kami kita saya"
    ),
    "ru": (
        "и в не на я что он с как а то это по она к но из у за от так же для о его мы бы все вы было только был "
        "еще ещё уже или если ее её их при до ли когда во чтобы этого может были есть также после том году со "
        "которые под более между который которая где была она будет без этом чем тем"
    ),
    "uk": (
        "і в не на що з та у до як за це про від але по він для його вона також є так або щоб було через коли вже "
        "був які який яка при ще їх після цього між може бути"
    ),
    "bg": (
        "на и в да се за от е не са с по че но това как като до със са му си бе ще при които най след който или "
        "през беше между която"
    ),
}  # fmt: skip


@lru_cache(maxsize=32)
def function_words(language: str) -> frozenset[str]:
    """Those of a language; none for one without a list."""
    return word_set(FUNCTION_WORDS.get(language, ""))


def _weights() -> dict[str, tuple[tuple[str, float], ...]]:
    speakers: dict[str, list[str]] = {}
    for language, words in FUNCTION_WORDS.items():
        for word in sorted(set(words.split())):
            speakers.setdefault(word, []).append(language)
    # Danish and Norwegian, Czech and Slovak share most words: a word of both still speaks for the pair.
    weight = [0.0, *(round(1 / n**0.7, 3) for n in range(1, len(FUNCTION_WORDS) + 1))]
    return {w: tuple([(x, weight[len(ls)]) for x in ls]) for w, ls in speakers.items()}


#: word -> (language, weight) pairs; the weight is 1 where the word is of one language alone.
VOTES = _weights()
