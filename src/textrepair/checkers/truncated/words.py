"""Words that can't end a sentence, words that can't begin one, and abbreviations that end in a full stop."""

from __future__ import annotations

from ...language.function_words import word_set as _set

#: No sentence ends in one of these, whatever stands before it.
NEVER_LAST: dict[str, frozenset[str]] = {
    "en": _set(
        "the a an of and or but nor than into onto upon from by at is are was were be been am has have had will would "
        "can could should may might must shall do does did that which who whom whose when while where if because "
        "although though since until unless their your my our its his this these those every very such whether during "
        "among between despite via per both he she they we i as with for to in on about under over without within "
        "against through toward towards including respective various numerous"
    ),
    "de": _set(
        "und oder aber sondern der den dem des ein eine einen einem eines von vom zum zur im ins am beim für dass "
        "weil wenn als sowie ihre seine ihrer seiner deren dessen welche welcher"
    ),
    "fr": _set(
        "le la les un une des du de et ou mais que qui dont à au aux en dans par pour sur avec sans sous vers "
        "chez son sa ses leur leurs ce cette ces est sont"
    ),
    "es": _set(
        "el la los las un una unos unas de del al y e o u pero que quien cuyo a en con por para sin sobre entre "
        "desde hasta su sus mi tu es son se"
    ),
    "it": _set(
        "il lo la i gli le un uno una di del della dei delle a al alla da dal in nel nella con per su sul e o ma "
        "che cui è sono si"
    ),
    "pt": _set(
        "o a os as um uma de do da dos das e ou mas que em no na nos nas por para com sem sobre seu sua é são se "
        "ao à"
    ),
    "nl": _set("de het een van en of maar dat die met voor naar bij te zijn haar hun is was werd wordt"),
    "cs": _set(
        "a i ale nebo že aby když který která které v ve na s z ze do k ke o u po pro při od před mezi je jsou "
        "byl byla se"
    ),
    "pl": _set("a i ale lub że aby który która które w we na z ze do o u po dla przy od przed między jest są"),
    "ru": _set(
        "и а но или что чтобы когда который которая которые в во на с со из к ко о об у по для при от до за над "
        "под между без не"
    ),
    "uk": _set("і й та але або що щоб коли який яка які в у на з із до про від за для при над під між без не"),
}  # fmt: skip

#: Of those, the ones that end a clause when their noun stands before them: `someone to talk to`, `what he is`.
STRANDED = _set(
    "to in on for with about at from by of as over under through against is are was were be been has have had do "
    "does did can could will would should may might must this these those that i he she they we you its his i"
)

#: A noun follows these, in whatever sentence.
BEFORE_NOUNS = _set(
    "my our your their its every such many several few various two three four five six seven eight nine ten "
    "single certain other same own entire"
)
#: A sentence may well begin with one of these: before a small one the capital may be what is missing.
OPENERS = _set(
    "the a an this that these those it he she they we you i there here and but so or then if when while as after "
    "before in on at for to from with by how what why where who did do does is are was were have can could will "
    "would no not yes one all each every both many some most even although though because since my your his her "
    "our their its let also just only now please thanks"
)

#: A clause in English has one of these, or hardly says anything; and words that begin a question.
PAST = _set(
    "was were had said told did would could went came took made gave found began became knew thought saw felt left got "
    "showed looked turned asked seemed"
)
PRONOUNS = _set("I He he She she It it They they We we You you him them his her their me us my our who which")
ASKING = _set("Is Are Was Were Do Does Did Has Have Can Could Will Would Should")

#: Abbreviations written with a full stop in mid-sentence, in several languages.
ABBREVIATIONS = _set(
    "etc es eg ie esp rel ii iii iv vi vii viii ix xi xii "
    "proc confer comp vs jr sr st co corp inc ltd llc bros no nos vol vols fig figs ch chap sec sect art par "
    "para pp pg ed eds edn repr trans rev dept univ assoc assn inst acad "
    "approx max min avg est cf al ibid viz resp incl excl cont prof dr mr mrs ms mx messrs mlle mme rev hon gen "
    "col lt sgt capt maj cmdr adm gov sen rep pres "
    "jan feb mar apr jun jul aug sep sept oct nov dec mon tue tues wed thu thur thurs fri sat sun ave blvd rd hwy "
    "mt ft oz lb lbs hr hrs min mins sq cu yr yrs mo mos "
    "tel ext mgr orig abbr adj adv obs lit arch bibl abt ca circa ser pt pts pop alt asst attn comp conf engr eng "
    "epis govt mfg mfr misc natl intl "
    "bzw usw evtl ggf inkl zzgl vgl sog bspw ca chr nr str mio mrd jh abs anm tsd geb gest hrsg bd abb tel zb dh ua "
    "av apr env max min ed éd coll trad réf fém masc pl sing ex boul "
    "art aprox ej etc núm pág sr sra dr dra ud uds vd prof gral admón avda "
    "tzv např resp tj atd apod tzn mil mld tis př kr sv ing mgr tel čl odst obr str roč "
    "тыс млн млрд трлн руб коп др пр им ул гг вв см рис табл стр напр обл корп"
)
