"""What language a record is in, when nobody said: by script first, then by its function words.

The answer must be cheap for every record and never wrong with confidence: a text with too little evidence has no
language, and rules that need one stay off.
"""

from __future__ import annotations

import re
from collections import Counter

#: A few dozen of the most frequent function words say which language a text is in; shared ones count for each.
_FUNCTION_WORDS = {
    "en": "the of and to in a is that for it was on with as be at by this have from or his are not but had which they you were her she will would there been has their an we when who its more if out so said what about than into them can only other new some could these two may then do first any my now such like our over man me even most made after also did many before must through back years where much your way well down should because each just those people how too little state good very make world still own see men work long get here between both life being under never day same another know while last might us great old year off come since against go came right used take three",
    "de": "der die und in den von zu das mit sich des auf für ist im dem nicht ein eine als auch es an werden aus er hat dass sie nach wird bei einer um am sind noch wie einem über einen so zum war haben nur oder aber vor zur bis mehr durch man sein wurde sei hatte kann gegen vom können schon wenn habe seine mark ihre dann unter wir soll ich eines jahr zwei jahren diese dieser wieder keine seiner worden will zwischen immer was sagte",
    "fr": "de la le et les des en un du une que est pour qui dans a par plus pas au sur ne se ce il sont ou avec son aux d'un cette d'une ont ses mais comme on tout nous sa fait été aussi leur bien peut ces y deux elle était ils vous je même c'est sans autres après entre dont encore si leurs qu'il depuis être toujours très moins alors où",
    "es": "de la que el en y a los se del las un por con no una su para es al lo como más o pero sus le ha me si sin sobre este ya entre cuando todo esta ser son dos también fue había era muy años hasta desde está mi porque qué sólo han yo hay vez puede todos así nos ni parte tiene él uno donde bien tiempo mismo ese ahora cada e vida otro después te otros aunque esa eso hace otra gobierno tan durante siempre día tanto ella tres sí dijo sido gran país según menos",
    "it": "di e il la che in a per un è del non una le con si i da come dei gli al anche della nel alla più ha delle sono ma lo dal sul ed loro o se questo suo quando su ci stato essere nella tra dopo cui dalla due ai era prima degli hanno sua questa",
    "pt": "de a o que e do da em um para com não uma os no se na por mais as dos como mas ao ele das à seu sua ou quando muito nos já eu também só pelo pela até isso ela entre depois sem mesmo aos seus quem nas me esse eles você essa num nem suas meu às minha numa pelos elas qual",
    "nl": "de van een en het in is dat op te de voor met die zijn aan niet er om ook als dan maar bij uit door naar heeft hij ze wordt nog over tot je was al ik worden zich werd hun dit kan geen moet zal meer zo deze had haar na wel veel jaar onder zou waren",
    "cs": "a se v na je že o s z do i to k ve pro za by ale si po jako podle jsou které od jeho který tak však jen být byl když bylo než už nebo roku jsem až jeho její při mezi co byla má také ze což před této jejich tím může let která své více aby",
    "pl": "w i na z że się nie do to jest o jak za po od przez ale co tym są tak dla czy już jego tylko jej oraz było może który być ze które był przed też roku lub także ich podczas gdy jednak bardzo która przy",
    "sv": "och i att det som en på är av för med den till inte har de om ett han men var jag sig från vi så kan när år under också efter eller nu sin där vid mot ska skulle kommer ut får finns vara hade alla",
    "fi": "ja on ei että se oli hän mutta ovat kun niin myös tai joka kuin sen ole vain jos nyt mukaan ollut hänen olla jo voi sitä kanssa vuonna sekä ennen jälkeen mitä",
    "tr": "ve bir bu da de için ile olarak çok daha olan gibi en kadar ne var sonra ise değil her ama olduğu o ya mi ki oldu diye ancak göre içinde",
    "ru": "и в не на я что он с как а то это по она к но из у за от так же для о его мы бы все вы было только был еще уже или если ее их при до ли когда во чтобы этого может были есть также после том году со которые под более между",
    "uk": "і в не на що з та у до як за це про від але по він для його вона також є так його або щоб було через коли вже був які який року при яка ще їх після цього між може бути",
    "bg": "на и в да се за от е не са с по че но това как като до със са му си бе ще при които най след който или през беше между които която",
}
_SCRIPTS = {
    "ja": r"[\u3040-\u30ff]", "zh": r"[\u4e00-\u9fff]", "ko": r"[\uac00-\ud7af]", "ar": r"[\u0600-\u06ff]", "he": r"[\u0590-\u05ff]",
    "th": r"[\u0e00-\u0e7f]", "hi": r"[\u0900-\u097f]", "el": r"[\u0370-\u03ff]", "Cyrl": r"[\u0400-\u04ff]", "Latn": r"[a-zA-Z\u00c0-\u024f]",
}  # fmt: skip
_VOTES: dict[str, tuple[str, ...]] = {}
for _language, _words in _FUNCTION_WORDS.items():
    for _word in set(_words.split()):
        _VOTES[_word] = (*_VOTES.get(_word, ()), _language)
_COUNTERS = {name: re.compile(pattern) for name, pattern in _SCRIPTS.items()}
_WORD = re.compile(r"[^\W\d_]+(?:'[^\W\d_]+)?")
_SAMPLE = 3000


def detect(text: str) -> str | None:
    """The primary subtag of the text's language, or None where the evidence is thin. Looks at a sample only."""
    sample = _sample(text)
    if sample.isascii():
        return _by_words(sample, "Latn")
    counts = {name: len(pattern.findall(sample)) for name, pattern in _COUNTERS.items()}
    counts["zh"] *= 2  # an ideograph weighs as much as two letters
    counts["ko"] *= 2
    counts["ja"] *= 2
    total = sum(counts.values())
    if total < 4:
        return None
    if counts["ja"] + counts["zh"] > 0.5 * total:
        return "ja" if counts["ja"] > 0.15 * (counts["ja"] + counts["zh"]) else "zh"
    best = max(counts, key=lambda name: counts[name])
    if counts[best] <= 0.5 * total:
        return None
    if best in ("Latn", "Cyrl"):
        return _by_words(sample, best)
    return best


def _sample(text: str) -> str:
    if len(text) <= _SAMPLE:
        return text
    third, middle = _SAMPLE // 3, len(text) // 2
    return f"{text[:third]} {text[middle : middle + third]} {text[-third:]}"


def _by_words(sample: str, script: str) -> str | None:
    words = _WORD.findall(sample.lower().replace("\u2019", "'"))
    votes: Counter[str] = Counter()
    for word in words:
        for language in _VOTES.get(word, ()):
            votes[language] += 1
    ranked = votes.most_common(2)
    if not ranked:
        return None
    best, count = ranked[0]
    second = ranked[1][1] if len(ranked) > 1 else 0
    if count < 2 or count < 0.12 * len(words) or count < 1.3 * second:
        return None
    return best
