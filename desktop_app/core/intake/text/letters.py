"""How much a text looks like a language: the letters that its words use, and where they stand.

Tells code pages apart whose bytes all make some text. Knows no bytes and no files.
"""

import re
from functools import cache
from itertools import pairwise

_ALPHABET_BY_LANGUAGE = {
    "de": "äöüß",
    "fr": "éèêëàâçîïôùûœæÿ",
    "es": "áéíóúñü¿¡ºª",
    "pt": "ãõáéíóúâêôçàºª",
    "it": "àèéìòù",
    "nordic": "åäöæøéü",
    "nl": "éëïöüèáó",
    "is": "áðéíóúýþæö",
    "pl": "ąćęłńóśźż",
    "cs": "áčďéěíňóřšťúůýžľĺŕôä",
    "hu": "áéíóöőúüű",
    "hr": "čćđšž",
    "ro": "ăâîşţșț",
    "tr": "çğıİöşüâîû",
    "lt": "ąčęėįšųūž",
    "lv": "āčēģīķļņšūž",
    "et": "äõöüšž",
    "vi": "ăâđêôơưàảãáạèéêìíòóõùúýẻẽẹỏọủũụứừửữựạậấầắằặẳẵếềểễệốồổỗộớờởỡợỉĩịỳỷỹỵ\u0300\u0301\u0303\u0309\u0323",
    "ru": "оеаинтсрвлкмдпуяыьгзбчйхжшюцщэфъё",
    "uk": "оанитівреслкудмпзяьбгчйхцжїєюшщфґ",
    "bg": "аионетрсвлкдпмзъгбчуящжцхюйфшь",
    "sr": "аоиенјрстувкпдмлгзбчјшљжњцћхџђф",
    "el": "αοιετσνηυρπκμλςάίόγέήδύώθχβξφωζψΐΰϊϋ",
    "he": "יוהלאתשרמבנדחעקפגטצכסזםןףךץ",
    "ar": "اليمنرتبدوهعفقكسحجةشصطخضغذزثظئءأإىؤآپچژگکی",
    "th": "".join(map(chr, (*range(0x0E01, 0x0E3B), *range(0x0E3F, 0x0E5C)))),
}
_LANGUAGES_BY_PAGE = {
    "cp1252": "de fr es pt it nordic nl is",
    "cp1250": "pl cs hu hr ro de",
    "cp1251": "ru uk bg sr",
    "cp1253": "el",
    "cp1254": "tr de fr",
    "cp1255": "he",
    "cp1256": "ar",
    "cp1257": "lt lv et",
    "cp1258": "vi",
    "cp874": "th",
    "cp850": "de fr es pt it nordic nl",
    "cp852": "pl cs hu hr ro de",
    "cp866": "ru uk bg",
    "mac-roman": "de fr es pt it nordic nl",
    "koi8-r": "ru",
}
SINGLE_BYTE_PAGES = tuple(_LANGUAGES_BY_PAGE)
"""Pages that give nearly any bytes some text, the commonest of today's files first."""

_EAST_ASIAN = re.compile(r"[\u3005-\u30ff\u4e00-\u9fff\uac00-\ud7a3\uff01-\uff9f]")
_BYGONE_PAGES = ("cp850", "cp852", "cp866", "mac-roman", "koi8-r")
_BYGONE_HANDICAP = 0.05  # nothing in doubt is taken for a file of another age
EAST_ASIAN_PAGES = ("cp932", "cp936", "cp949", "cp950")

_FOREIGN = re.compile(r"[^\x00-\x7f]")
_ACCENTS_ONLY = re.compile(r"[\u00c0-\u024f]{2,}")
_WORD = re.compile(r"\w*[^\W\x00-\x7f]\w*|[^\x00-\x7f]")
_SIGNS = frozenset("€£°§©®™–—“”„‘’«»…•½¼¾²³µ×№\u00a0\u202f\u3000、。·")
_INSIDE = re.compile(r"(?<=[^\W\d_])[^\w\s\x00-\x7f’´‘–«»“、。](?=[^\W\d_])")
_FEW_LETTERS = 25  # an alphabet of the additional letters of a Latin one, all of them frequent
_COMMON = 0.6  # of an alphabet, in order of frequency, are everyday letters
_RARE_LETTER, _OTHER_LETTER, _SIGN = 0.5, 0.1, 0.9
_WITHOUT_ORDER = ("th",)  # all letters of this alphabet count as rather frequent ones


def likeness(text: str, page: str) -> float:
    """Tell how much the letters beyond ASCII look like a language that ``page`` was made for.

    1 is text as people write it, about 0 letter salad; 1 also for text that is all ASCII.

    Examples
    --------
    >>> [round(likeness("Müller, Łódź".encode("cp1250").decode(page), page), 1)
    ...  for page in ("cp1250", "cp1252", "cp1251")]
    [0.8, 0.5, -0.3]
    """
    words = _WORD.findall(text)
    n_foreign = len(_FOREIGN.findall(text))
    if not n_foreign:
        return 1.0
    if page in EAST_ASIAN_PAGES:
        return len(_EAST_ASIAN.findall(text)) / n_foreign
    n_odd = sum(_oddities(word) for word in words) + len(_INSIDE.findall(text))
    languages = _LANGUAGES_BY_PAGE.get(page, "de fr es pl cs").split()
    best = max(sum(_points(word, language) for word in words) for language in languages)
    return (best - n_odd) / n_foreign - (_BYGONE_HANDICAP if page in _BYGONE_PAGES else 0.0)


def _points(word: str, language: str) -> float:
    return sum(_worth(letter, language) for letter in word if letter > "\x7f")


@cache
def _worth(letter: str, language: str) -> float:
    alphabet = _ALPHABET_BY_LANGUAGE[language]
    place = max(alphabet.find(letter), alphabet.find(letter.lower()))
    if place >= 0:
        if language in _WITHOUT_ORDER:
            return 0.8
        is_frequent = len(alphabet) < _FEW_LETTERS or place < _COMMON * len(alphabet)
        return 1.0 if is_frequent else _RARE_LETTER
    if letter in _SIGNS:
        return _SIGN
    return _OTHER_LETTER if letter.isalpha() else 0.0


def _oddities(word: str) -> int:
    """Count what no writer does: capitals within a word, mixed scripts, no letter without an accent."""
    n_odd = 0
    for before, after in pairwise(word):
        is_foreign = before > "\x7f" or after > "\x7f"
        if not is_foreign or not (before.isalpha() and after.isalpha()):
            n_odd += is_foreign and (before.isdigit() != after.isdigit())
            continue
        n_odd += before.islower() and after.isupper()
        n_odd += _is_latin(before) != _is_latin(after)
    if _ACCENTS_ONLY.fullmatch(word):
        n_odd += len(word)
    return n_odd


def _is_latin(letter: str) -> bool:
    return letter < "\u0250" or "\u1e00" <= letter <= "\u1eff" or "\u0300" <= letter <= "\u036f"
