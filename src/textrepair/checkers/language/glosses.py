"""Where a word in another script belongs: glosses in parentheses, quoted titles, words spoken of, names of languages."""

from __future__ import annotations

import re

_WINDOW = 60
#: Names of languages in their own script: a list of them is a menu, not a defect.
_ENDONYMS = frozenset(
    "中文 汉语 漢語 简体中文 繁體中文 繁体中文 简体 繁體 日本語 한국어 조선말 Русский русский Українська українська Български български Српски српски Македонски "
    "Беларуская Қазақша Кыргызча Монгол العربية عربي فارسی اردو עברית ไทย हिन्दी हिंदी বাংলা தமிழ் Ελληνικά Հայերեն ქართული".split()
)
_OPENERS = {"(": ")", "（": "）", "[": "]", "“": "”", "‘": "’", "«": "»", "„": "“”", '"': '"', "'": "'", "‹": "›", "¨": "¨", "`": "`", "*": "*", "_": "_"}
_LANGUAGES = (
    r"(?:Chinese|Mandarin|Cantonese|Japanese|Korean|Russian|Ukrainian|Bulgarian|Serbian|Arabic|Persian|Farsi|Hebrew|Greek|Hindi|Thai|Cyrillic|Urdu|Armenian|Georgian|"
    r"chinois|japonais|russe|arabe|grec|ruso|chino|japonés|árabe|griego|chinesisch|japanisch|russisch|arabisch|griechisch|čínsky|japonsky|rusky)"
)
_TERMS = (
    r"(?:words?|term|phrase|characters?|letters?|kanji|hanzi|kana|hiragana|katakana|hangul|ideographs?|glyphs?|symbols?|suffix|prefix|particle|"
    r"(?:called|named?|known as|titled)(?=[ \t]*[“\"'‘«*_])|means?|meaning|written|spelled|spelling|pronounced|literally|lit\.|abbreviated|pinyin|Pinyin|"
    r"mots?|terme|caractères?|palabra|carácter|lettre|letra|Wort|Zeichen|Buchstabe|slovo|znak|[Сс]лово|[Зз]нак|[Бб]уква|азбуки)"
)
#: The word is spoken of: `the word 北京`, `Chinese: 北京`, `written как`.
_SPOKEN_OF = re.compile(
    rf"(?:\b{_TERMS}(?: (?:is|as|for|by|in {_LANGUAGES}))?[:,;]?|\b{_LANGUAGES}(?: (?:script|name|title|form))?(?: (?:is|as))?[:;]|\b[Ii]n {_LANGUAGES},?(?: as)?|[=→/~])"
    r"[ \t]*[“\"'‘«(\[*_]*$"
)
_AFTER = re.compile(r"[”\"'’»)\]*_]*[ \t]*(?:,? (?:means?|meaning|is (?:the )?(?:Chinese|Japanese|Russian|Korean|Arabic|Greek|Ukrainian|Hebrew)|stands for|literally|in (?:Chinese|Japanese|Russian|Korean|Arabic|Greek|Hebrew|Cyrillic)\b)|[=→]|\([^\W\d_][^()\n ]{0,24}(?: [^()\n ]{1,16}){0,2}\))")


def belongs(text: str, start: int, end: int) -> bool:
    """Whether the run of another script at `start:end` may stand where it does."""
    run = text[start:end]
    if run in _ENDONYMS:
        return True
    before = text[max(0, start - _WINDOW) : start].rpartition("\n")[2]
    after = text[end : end + _WINDOW].partition("\n")[0]
    if _SPOKEN_OF.search(before) or _AFTER.match(after):
        return True
    return _quoted(before, after) or _glossed(before, after)


def _quoted(before: str, after: str) -> bool:
    """Whether marks that belong together stand right before and right after."""
    if not before or not after:
        return False
    closer = _OPENERS.get(before[-1])
    return closer is not None and before[-1] not in "(（[" and after.lstrip(".,!?。，！？")[:1] in closer and bool(after.lstrip(".,!?。，！？"))


def _glossed(before: str, after: str) -> bool:
    """Whether the run opens a part of a parenthesis: `(北京)`, `(Chinese: 北京; Beijing)`, `(樋口 夏子 Higuchi Natsuko)`."""
    at = max(before.rfind(c) for c in "(（[")
    if at < 0 or re.search(r"[)）\]]", before[at:]):
        return False
    inside = before[at + 1 :].rstrip(" \t“\"'‘«*_")
    if inside and inside[-1] not in ",;:/、，；·|" and not re.search(rf"\b{_LANGUAGES}$", inside):
        return False
    # `(约合 4.2 billion)`: a number after the run says that it was part of the sentence.
    return not re.match(r"[ \t]*[\d$€£]", after)
