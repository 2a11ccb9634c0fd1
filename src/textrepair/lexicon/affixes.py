"""Beginnings and endings that make words of their own: `nonappearance` is no run-together `non appearance`."""

from __future__ import annotations

_PREFIXES = {
    "": (
        "makro mikro "
        "anti auto bio counter co cyber de des di dis eco electro euro extra fore geo hydro hyper infra inter "
        "intra intro kilo macro mega meta micro mid mini mono multi nano neo neuro non omni over para photo poly "
        "post pre pro proto pseudo psycho quasi re retro self semi socio step sub super supra tele thermo trans "
        "tri turbo ultra un under uni up vice"
    ),
    "en": (
        "after arch back down ex fifty forty thirty twenty sixty seventy eighty ninety half hand head high home "
        "kin knee life like man outer out post side sea snow sun time top under upper war water well "
        "wild wind wood work"
    ),
    "de": (
        "ab an auf aus außen ausser beinahe bei da dabei daneben dar davon dazu durch ein einher ent entgegen er "
        "fehl fern fest fort ganz gegen ge gleich haupt her herab heraus herum herunter hervor hin hinaus hinein "
        "hinter hoch innen klein los mit mittel nach neben nicht nieder ober ost rück schwer selbst spät süd tief "
        "über um un ver voll vor voran voraus vorbei weg weiter wider wieder zer zu zurecht zurück zusammen zwei "
        "zwischen"
    ),
    "fr": (
        "a ab an après archi arrière au aéro avant ci contre demi dé e en entre ex hors im in ir mal nord ouest "
        "pré ré sans sou sous sud sur télé éco électro"
    ),
    "es": (
        "a ante archi bi con contra en entre ex foto im in ir mal medio pos psico radio recién semi sin sobre "
        "auto vice tras bien"
    ),
    "cs": (
        "dvou do jedno tří čtyř pěti pět mezi na nad ne nej ob od před pod po pro proti roz s se sebe samo spolu "
        "sto stře u v velko ve vnitro vše vy vysoko vz z za několika středo staro novo agro kyber lži malo mikro "
        "mimo"
    ),
    "ru": (
        "авиа авто агро анти архи без бес био вело вне внутри вице водо воз все вы гео гидро гипер гос двух до "
        "евро за зоо из ино кино кибер контр кардио коррекция макро мало мега между меж мета микро мини много "
        "моно на над не ни нано ново низко об обще одно от пере по под полу пост пра пре пред при противо про "
        "проф псевдо психо раз рас ре само сверх северо семи со спец средне ст суб супер теле тепло трех ультра "
        "фармако физио фото экс экстра электро энерго юго южно западно восточно высоко"
    ),
    "it": "a ben contro dis fra in mal oltre pre ri s sopra sotto sovra stra tra ultra vice",
    "pt": "a além ante bem contra des em entre ex in mal pós pré recém re sem sobre",
    "nl": (
        "aan achter af be bij binnen boven buiten door een er ge her hoofd in mede mee mis na om on onder ont op "
        "over rond samen te tegen terug toe tussen uit ver vol voor weg zelf"
    ),
    "pl": (
        "bez dwu do euro nad na nie naj od po pod poza prze przed przy pół roz s samo spół trzy u w wszech wy wz z za"
    ),
    "uk": "авіа без від все до за мало між на над не об одно пере під по при про само спів супер",
}
_SUFFIXES = {
    "": "",
    "en": (
        "a ability able al age ally ance ant ary ation ative bed berg bury burg craft dom ed er ern ers ery es "
        "ess est ette ful fully fold ham head hood ible ic ical ics ide ie ier ing ings ion ish ism ist ists ite "
        "ity ive ized land lands less let like line ling lings log ly man master men ment ments mobile most "
        "nesses ness ol ous out over person proof s self ship side some son st ster th ting tion ton town up "
        "us ville ward wards ware way wide wise woman women work works worth worthy y"
    ),
    "de": (
        "artig bar chen de dem den der des die e ei el em en er erin ern erweise es est eten frei haft heit ig in "
        "ing innen isch keit lein los ling mäßig massig nis reich rer res sam schaft seits st ste sten t te tem "
        "ten ter tes tum ung voll wärts weise"
    ),
    "fr": (
        "ai aient ais ait ant ants age able ables ci e ement ent er era ez eur eux ible ique isme iste la ment "
        "moi né on ons ont que rent té tion toi vous nous là ce lee r s"
    ),
    "es": (
        "a ada ado amos ando aba ar aron as dad e emos en es ido iendo ir la las le les lo los me mente nos o on "
        "os se sele selo son te ó án ía ían ís nosla nosle noslo"
    ),
    "cs": (
        "a e ech em ho i ní né ný ního ních ním ními ného ném ným ými ých kou li mi mu na ne o ou ovi ová ové se "
        "si sko ský ské smus ti tí u uji y á é í ý ch la lo ly le"
    ),
    "ru": (
        "а ам ами ах в го ее ей ем ему ет еть ий им ими их ию й ко ла ли ло ль ми му на не но ну о ого ой ом ому "
        "ость от ою ский ском ся сь та те ти то у ут ую цев ция ы ые ый ых шую ю я ями ях"
    ),
    "it": "ci gli la le lo mente mi ne no re se si ti vi a e i o tà",
    "pt": "a as e es la las lo los me mente mos nos o os se te ram va am",
    "nl": "e en er heid ing je jes lijk loos s schap ster te ten",
    "pl": "a ach ami bym by byś e ego em emu ie i my na nie o om owi ów śmy ście u y ym ymi ą ę",
    "uk": "а ам ами ах в го ем ий им их й ли ми му на не но о ого ою сь ся та ти то у ую ій ї є ю я",
}


def prefixes(language: str) -> frozenset[str]:
    """Beginnings of words in a language, with the international ones."""
    return _SETS[0].get(language, _SETS[0][""])


def suffixes(language: str) -> frozenset[str]:
    """Endings of words in a language."""
    return _SETS[1].get(language, _SETS[1][""])


_SETS = tuple(
    {language: frozenset(f"{table['']} {words}".split()) for language, words in table.items()}
    for table in (_PREFIXES, _SUFFIXES)
)
