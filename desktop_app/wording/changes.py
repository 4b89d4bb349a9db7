"""What the user changed about the data, in words."""

from collections.abc import Callable

from desktop_app.core.checking.answers import Answer
from desktop_app.core.checking.columns import ColumnChoice
from desktop_app.i18n import _, ngettext
from desktop_app.wording.column_look import use_words

_ANSWERS: dict[str, Callable[[int], str]] = {
    "leave_out": lambda n: ngettext(
        "{n} row forms no groups{why}.", "{n} rows form no groups{why}.", n
    ),
    "keep_one": lambda n: ngettext(
        "{n} row was taken off the list{why}.", "{n} rows were taken off the list{why}.", n
    ),
    "use_middle": lambda n: ngettext(
        "{n} value was replaced with the middle value{why}.",
        "{n} values were replaced with the middle value{why}.",
        n,
    ),
}
_ORDER_ANSWERS: dict[str, Callable[[int], str]] = {
    fix: lambda n: ngettext("{n} line is not counted{why}.", "{n} lines are not counted{why}.", n)
    for fix in ("leave_out", "keep_one")
}
_REASONS: dict[str, Callable[[], str]] = {
    "not_a_number": lambda: _("not a number"),
    "excel_error_value": lambda: _("an Excel message instead of a value"),
    "unreadable_date": lambda: _("not a date"),
    "empty_values": lambda: _("empty"),
    "unusual_value": lambda: _("unusual"),
    "impossible_negative": lambda: _("below zero"),
    "impossible_birthday": lambda: _("a birthday more than 120 years ago"),
    "future_date": lambda: _("a date in the future"),
    "duplicate_rows": lambda: _("they appear twice"),
    "same_person": lambda: _("the same person twice"),
    "shifted_row": lambda: _("more or fewer cells than columns"),
}
_DATE_ORDERS: dict[str, Callable[[], str]] = {
    "dmy": lambda: _("Dates are read with the day first."),
    "mdy": lambda: _("Dates are read with the month first."),
    "ymd": lambda: _("Dates are read with the year first."),
}


def answer_words(answer: Answer, n: int, *, in_orders: bool = False) -> tuple[str, str]:
    """Give the column (``""`` for whole rows) and what was done about its finding.

    >>> answer_words(Answer("unusual_value", "Age", "use_middle"), 1)
    ('Age', '1 value was replaced with the middle value: unusual.')
    """
    assert answer.fix in _ANSWERS, answer.fix
    reason = _REASONS.get(answer.code)
    why = "" if reason is None else _(": {reason}").format(reason=reason())
    words = {**_ANSWERS, **_ORDER_ANSWERS} if in_orders else _ANSWERS
    return answer.column or "", words[answer.fix](n).format(n=n, why=why)


def choice_words(choice: ColumnChoice) -> tuple[str, str]:
    """Give the column and what the user said about it."""
    said = []
    if choice.role is not None:
        said.append(_("Used as “{use}”.").format(use=use_words(choice.role.value)))
    if choice.date_order is not None:
        said.append(_DATE_ORDERS[choice.date_order]())
    return choice.name, " ".join(said)
