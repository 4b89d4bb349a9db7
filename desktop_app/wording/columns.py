"""Words for what a column is, what it is for, and why it cannot help."""

from collections.abc import Callable

from desktop_app.core.checking.columns import Column, Kind, Role, Subject
from desktop_app.i18n import _, ngettext


def kind_words(kind: Kind) -> str:
    """Say what the values of a column are."""
    return {
        Kind.NUMBER: _("numbers"),
        Kind.YES_NO: _("yes or no"),
        Kind.CATEGORY: _("words"),
        Kind.DATE: _("dates"),
        Kind.TEXT: _("free text"),
        Kind.EMPTY: _("empty"),
    }[kind]


def role_words(role: Role) -> str:
    """Say what a column is for."""
    return {
        Role.ID: _("names a customer"),
        Role.FEATURE: _("can form groups"),
        Role.DESCRIBE: _("describes groups"),
        Role.CONTACT: _("contact details, not used"),
        Role.CONSENT: _("agreed to mail"),
        Role.DATE: _("date of the order"),
        Role.AMOUNT: _("money"),
        Role.ORDER_ID: _("names an order"),
        Role.IGNORE: _("not used"),
    }[role]


def subject_words(subject: Subject) -> str:
    """Say which side of a customer a fact belongs to."""
    return {
        Subject.DEMOGRAPHIC: _("Who they are"),
        Subject.BEHAVIOURAL: _("What they buy"),
        Subject.GEOGRAPHIC: _("Where they are"),
        Subject.PSYCHOGRAPHIC: _("What they like"),
    }[subject]


_UNFIT: dict[str, Callable[[int], str]] = {
    "constant": lambda n: _("the same for everyone"),
    "identifier": lambda n: _("names a person"),
    "contact": lambda n: _("names a person"),
    "too_many_categories": lambda n: ngettext(
        "{n} different: too many to help", "{n} different: too many to help", n
    ).format(n=n),
    "empty": lambda n: _("empty"),
    "text": lambda n: _("free text, no facts to compare"),
    "date": lambda n: _("a date, not a number"),
    "made_of_facts": lambda n: _("follows from the other facts"),
}


def unfit_words(column: Column) -> str:
    """Say why a column cannot form groups; ``""`` if it can."""
    if column.unfit is None:
        return ""
    assert column.unfit in _UNFIT, column.unfit
    if column.role is Role.ORDER_ID:
        return _("names an order")
    return _UNFIT[column.unfit](column.n_distinct)
