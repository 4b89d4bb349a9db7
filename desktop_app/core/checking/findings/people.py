"""What tells that two entries are one person: an address, a number or a name, written alike or not."""

import re

from desktop_app.core.checking.values import EMPTY_WORDS

_ONE_PLACE_COUNTRIES = ("1", "7")
_TWO_PLACE_COUNTRIES = tuple(
    map(str, (20, 27, *range(30, 35), 36, 39, 40, 41, *range(43, 50), *range(51, 59),
              *range(60, 67), 81, 82, 84, 86, *range(90, 96), 98))
)  # ITU E.164; all others have three places  # fmt: skip
_NO_DIGIT = re.compile(r"\D+")
_SHORTEST_PHONE = 6  # digits without the country; fewer are an extension
_TRUNK = "(0)"  # as in +49 (0)711
_NORTH_AMERICAN = 11  # digits of 1 212 555 0123


def email_key(word: str) -> str:
    """Give what is the same for two ways to write one e-mail address, ``""`` if it is none.

    >>> email_key("'Ann@X.example "), email_key("n/a")
    ('ann@x.example', '')
    """
    return word.strip().lstrip("'").casefold() if "@" in word else ""


def phone_key(word: str) -> str:
    """Give the digits of a phone number without its country, ``""`` if it is none.

    >>> phone_key("+49 (0)711 123456"), phone_key("0711/123 456"), phone_key("n/a")
    ('711123456', '711123456', '')
    """
    digits = _NO_DIGIT.sub("", word.replace(_TRUNK, ""))
    if digits.startswith("00") or word.lstrip("' ").startswith("+"):
        digits = _without_country(digits.removeprefix("00"))
    elif len(digits) == _NORTH_AMERICAN and digits[0] == "1":
        digits = digits[1:]
    digits = digits.lstrip("0")
    is_number = len(digits) >= _SHORTEST_PHONE and digits.strip(digits[0]) != ""
    return digits if is_number else ""


def name_key(word: str) -> str:
    """Give what is the same for two ways to write one name, ``""`` if it is none.

    >>> name_key("LEE,  ann"), name_key("Ann Lee"), name_key("n/a")
    ('ann lee', 'ann lee', '')
    """
    last, comma, first = word.partition(",")
    name = " ".join(f"{first} {last}".split() if comma else word.split()).casefold()
    return "" if name in EMPTY_WORDS or " " not in name else name


def post_code_key(word: str) -> str:
    """Give a post code without blanks and apostrophe, ``""`` if it is none.

    >>> post_code_key("'01930"), post_code_key("sw1a 1aa")
    ('01930', 'SW1A1AA')
    """
    code = "".join(word.lstrip("'").split()).upper()
    return code if any(map(str.isdigit, code)) else ""


def _without_country(digits: str) -> str:
    if digits.startswith(_ONE_PLACE_COUNTRIES):
        return digits[1:]
    return digits[2:] if digits.startswith(_TWO_PLACE_COUNTRIES) else digits[3:]
