"""What a column is for: told by its header first, by the shape of its values second."""

import re
from dataclasses import dataclass

import numpy as np

from desktop_app.core.checking.columns import Kind, Role, Subject, Unit
from desktop_app.core.checking.headers.topics import Topic
from desktop_app.core.checking.headers.vocabulary import (
    currency_sign,
    ends_with,
    header_words,
    is_exactly,
    speaks_of,
    thousands_sign,
)
from desktop_app.core.checking.kinds import MANY_CATEGORIES, Reading

_MOST = 0.9
_SHORTEST_RUN = 8  # fewer running numbers may be ages
_LONG_CODE = 9  # digits; no fact about a customer is as long
_PHONE = re.compile(r"'?(?:\+|00|\(|0)[\d\s()./-]{6,}|\d{3}[-. ]\d{3}[-. ]\d{4}")
_CODE = re.compile(r"'?[#A-Za-z]{0,6}[-_/ #]?\d[\w/-]*")
_MAX_CONSENT_WORDS = 6

_SUBJECTS = (
    (Topic.PSYCHOGRAPHIC, Subject.PSYCHOGRAPHIC),
    (Topic.DEMOGRAPHIC, Subject.DEMOGRAPHIC),
    (Topic.GEOGRAPHIC, Subject.GEOGRAPHIC),
    (Topic.BEHAVIOURAL, Subject.BEHAVIOURAL),
)


@dataclass(frozen=True, slots=True)
class Purpose:
    """What a column is for and why it can never form segments (``None``: it can)."""

    role: Role
    unfit: str | None = None


def purpose_of(reading: Reading) -> Purpose:
    """Find out what a column of a customer list is for."""
    if reading.kind is Kind.EMPTY or reading.n_filled == 0:
        return Purpose(Role.IGNORE, "empty")
    if _is_consent(reading):
        return Purpose(Role.CONSENT)
    if is_contact(reading):
        return Purpose(Role.CONTACT, "contact")
    if reading.is_constant and reading.texts.n_rows > 1:
        return Purpose(Role.IGNORE, "constant")
    if _is_identifier(reading):
        return Purpose(Role.ID, "identifier")
    return _purpose_by_kind(reading)


def role_with_kind(reading: Reading, role: Role) -> Purpose:
    """Give the purpose of a column whose role the user named."""
    own = _purpose_by_kind(reading) if reading.n_filled else Purpose(Role.IGNORE, "empty")
    if own.unfit is None and reading.is_constant:
        own = Purpose(Role.IGNORE, "constant")
    unfit = {Role.ID: "identifier", Role.ORDER_ID: "identifier", Role.CONTACT: "contact"}
    return Purpose(role, unfit.get(role, own.unfit))


def subject_of(reading: Reading, purpose: Purpose) -> Subject | None:
    """Give the plain group of facts; numbers of unknown meaning count as behaviour."""
    if purpose.role not in (Role.FEATURE, Role.DESCRIBE, Role.AMOUNT, Role.DATE):
        return None
    if purpose.role is Role.FEATURE and speaks_of(reading.name, Topic.SPENT):
        return Subject.BEHAVIOURAL
    for topic, subject in _SUBJECTS:
        if speaks_of(reading.name, topic):
            return subject
    return Subject.BEHAVIOURAL if reading.kind is Kind.NUMBER else None


def unit_of(reading: Reading) -> tuple[Unit, str]:
    """Give how the numbers are to be written, and the currency sign seen with them."""
    if reading.kind is not Kind.NUMBER:
        return Unit.PLAIN, ""
    sign = reading.signs[0][0] if reading.signs else currency_sign(reading.name)
    thousands = thousands_sign(reading.name)
    if thousands is not None:
        return Unit.THOUSANDS, thousands or sign
    if reading.is_percent or "%" in reading.name:
        return Unit.PERCENT, ""
    is_money = speaks_of(reading.name, Topic.MONEY) and not speaks_of(reading.name, Topic.NO_MONEY)
    if sign or is_money:
        return Unit.MONEY, sign
    return (Unit.DAYS, "") if speaks_of(reading.name, Topic.DAYS) else (Unit.PLAIN, "")


def is_contact(reading: Reading) -> bool:
    """Tell whether a column names or reaches a person."""
    if reading.holds_emails:
        return True
    name = reading.name
    if reading.kind in (Kind.DATE, Kind.YES_NO) or speaks_of(name, Topic.NO_IDENTIFIER):
        return False
    if ends_with(name, Topic.GEOGRAPHIC) and not ends_with(name, Topic.CONTACT):
        return False  # the city of an address names nobody
    if ends_with(name, Topic.STATUS):
        return False  # nor does the status of an address
    if reading.kind is Kind.NUMBER and _counts(name):
        return False  # nor does the number of mails opened
    if speaks_of(name, Topic.EMAIL, Topic.CONTACT):
        return True
    if reading.kind is Kind.NUMBER:
        return False
    if is_exactly(name, Topic.CUSTOMER) and reading.n_distinct <= MANY_CATEGORIES:
        return False
    if is_person_name(name) or speaks_of(name, Topic.PART_OF_NAME):
        return not _are_mostly(reading, _CODE)
    return _are_mostly(reading, _PHONE) and reading.n_distinct > MANY_CATEGORIES


def _counts(header: str) -> bool:
    return ends_with(header, Topic.QUANTITY) or ends_with(header, Topic.BEHAVIOURAL)


def is_person_name(header: str) -> bool:
    """Tell whether a header stands above whole names of people."""
    if is_exactly(header, Topic.PERSON_NAME):
        return True
    is_about_people = not speaks_of(header, Topic.THING, Topic.PART_OF_NAME, Topic.GEOGRAPHIC)
    return (
        header_words(header).endswith(" name")
        and is_about_people
        and speaks_of(header, Topic.PERSON_NAME, Topic.CUSTOMER)
    )


def names_an_identifier(header: str) -> bool:
    """Tell whether a header stands above numbers or codes that only name something."""
    if is_exactly(header, Topic.ORDER_ITSELF, Topic.CUSTOMER):
        return True
    if speaks_of(header, Topic.NO_IDENTIFIER):
        return False
    if header_words(header).startswith("# "):  # "# of visits" counts
        return False
    return speaks_of(header, Topic.IDENTIFIER) or ends_with(header, Topic.IDENTIFIER_AT_END)


def holds_codes(reading: Reading) -> bool:
    """Tell whether the values only name something: by the header, or written like #1001."""
    if reading.kind in (Kind.DATE, Kind.YES_NO, Kind.EMPTY):
        return False
    if names_an_identifier(reading.name):
        return True
    return reading.kind is not Kind.NUMBER and _are_mostly(reading, _CODE)


def _is_consent(reading: Reading) -> bool:
    if reading.kind in (Kind.NUMBER, Kind.DATE) or not speaks_of(reading.name, Topic.CONSENT):
        return False
    if reading.kind is Kind.TEXT and ends_with(reading.name, Topic.CONTACT):
        return False  # the address from which someone opted in
    return reading.n_distinct <= _MAX_CONSENT_WORDS and not reading.holds_emails


def _is_identifier(reading: Reading) -> bool:
    if reading.kind in (Kind.DATE, Kind.YES_NO):
        return False
    if names_an_identifier(reading.name):
        is_few = reading.n_distinct <= MANY_CATEGORIES and reading.n_distinct < reading.n_filled
        is_worded = speaks_of(reading.name, Topic.IDENTIFIER) or ends_with(
            reading.name, Topic.IDENTIFIER_AT_END
        )
        return not is_few or (is_worded and speaks_of(reading.name, Topic.CUSTOMER))
    if reading.n_distinct < reading.n_filled or reading.n_filled < 2:
        return False
    if reading.kind is Kind.NUMBER:
        return not _speaks_of_a_fact(reading.name) and _are_codes(reading)
    return reading.kind is Kind.TEXT and _are_mostly(reading, _CODE)


def _are_codes(reading: Reading) -> bool:
    """Whole numbers, all different, that run on or are longer than any fact."""
    values = reading.distinct.astype(np.float64)
    if not (values == np.floor(values)).all():
        return False
    if len(str(int(abs(values[0])))) >= _LONG_CODE:
        return True
    span = values[-1] - values[0] + 1
    return len(values) >= _SHORTEST_RUN and span * _MOST <= len(values)


def _speaks_of_a_fact(header: str) -> bool:
    return speaks_of(header, Topic.DEMOGRAPHIC, Topic.MONEY, Topic.BEHAVIOURAL, Topic.DAYS)


def _are_mostly(reading: Reading, shape: re.Pattern[str]) -> bool:
    words = reading.some_words
    n_found = sum(shape.fullmatch(word) is not None for word in words)
    return n_found >= _MOST * len(words) and n_found > 0


def _purpose_by_kind(reading: Reading) -> Purpose:
    match reading.kind:
        case Kind.NUMBER:
            return Purpose(Role.FEATURE)
        case Kind.DATE:
            return Purpose(Role.DESCRIBE, "date")
        case Kind.YES_NO:
            return Purpose(Role.DESCRIBE)
        case Kind.CATEGORY:
            is_too_much = reading.n_distinct > MANY_CATEGORIES
            return Purpose(Role.DESCRIBE, "too_many_categories" if is_too_much else None)
        case _:
            return Purpose(Role.IGNORE, "text")
