"""Findings and the answers to them in words: what is odd, in which column and row.

Every fixed word of a finding or a fix has its words here.
"""

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from desktop_app.i18n import _, ngettext

if TYPE_CHECKING:
    from desktop_app.core.checking.checked import Finding

_MOST_ROWS = 3


@dataclass(frozen=True, slots=True)
class FindingWords:
    """``title`` is the column, or ``""``; ``sentence`` says what is odd and reads on from it."""

    title: str
    sentence: str


_SENTENCES: dict[str, Callable[[int], str]] = {
    "not_a_number": lambda n: ngettext(
        "{n} value is not a number{place}.", "{n} values are not numbers{place}.", n
    ),
    "unusual_value": lambda n: ngettext(
        "{n} value is unusual{place}.", "{n} values are unusual{place}.", n
    ),
    "impossible_negative": lambda n: ngettext(
        "{n} value is below zero{place}.", "{n} values are below zero{place}.", n
    ),
    "future_date": lambda n: ngettext(
        "{n} date lies in the future{place}.", "{n} dates lie in the future{place}.", n
    ),
    "empty_values": lambda n: ngettext("{n} value is empty.", "{n} values are empty.", n),
    "duplicate_rows": lambda n: ngettext("{n} row appears twice.", "{n} rows appear twice.", n),
    "same_person": lambda n: ngettext(
        "{n} row seems to be the same person as another one{place}.",
        "{n} rows seem to be the same person as another one{place}.",
        n,
    ),
    "constant_column": lambda n: _("is the same for everyone. It forms no groups."),
    "identifier_column": lambda n: _("names a person. It forms no groups."),
    "nearly_same_columns": lambda n: _("says nearly the same as {example}. One of them is enough."),
    "dominating_column": lambda n: _(
        "would decide the groups alone. Leave it out to see the rest."
    ),
    "shifted_row": lambda n: ngettext(
        "{n} row has more or fewer cells than there are columns{place}.",
        "{n} rows have more or fewer cells than there are columns{place}.",
        n,
    ),
    "undecided_date_order": lambda n: _(
        "could have the day or the month first{example}. Please say which."
    ),
    "unreadable_date": lambda n: ngettext(
        "{n} value is not a date{place}.", "{n} values are not dates{place}.", n
    ),
    "excel_error_value": lambda n: ngettext(
        "{n} cell holds an Excel message instead of a value{place}.",
        "{n} cells hold an Excel message instead of a value{place}.",
        n,
    ),
    "mixed_currencies": lambda n: _("holds more than one currency{example}."),
    "no_customer": lambda n: ngettext(
        "{n} row does not say who bought. It is left out.",
        "{n} rows do not say who bought. They are left out.",
        n,
    ),
    "preamble": lambda n: ngettext(
        "{n} line above the column names is left out.",
        "{n} lines above the column names are left out.",
        n,
    ),
    "notes_below": lambda n: ngettext(
        "{n} line below the table is left out.", "{n} lines below the table are left out.", n
    ),
    "columns_differ": lambda n: ngettext(
        "{n} column is missing in some of the files and stays empty there{example}.",
        "{n} columns are missing in some of the files and stay empty there{example}.",
        n,
    ),
    "decimal_signs_differ": lambda n: ngettext(
        "{n} column has a comma before the cents in one file and a point in another. "
        "We made them alike{example}.",
        "{n} columns have a comma before the cents in one file and a point in another. "
        "We made them alike{example}.",
        n,
    ),
    "date_orders_differ": lambda n: ngettext(
        "{n} column has the day first in one file and the month first in another. "
        "We made them alike{example}.",
        "{n} columns have the day first in one file and the month first in another. "
        "We made them alike{example}.",
        n,
    ),
    "too_many_categories": lambda n: _("has {n} different words: too many to help."),
}

_FIXES: dict[str, Callable[[], str]] = {
    "leave_out": lambda: _("Leave out"),
    "use_middle": lambda: _("Use the middle value"),
    "keep": lambda: _("Keep"),
    "keep_one": lambda: _("Keep one of each"),
    "dmy": lambda: _("Day first"),
    "mdy": lambda: _("Month first"),
    "ymd": lambda: _("Year first"),
}
_FIXES_OF_FINDING: dict[tuple[str, str], Callable[[], str]] = {
    ("duplicate_rows", "keep"): lambda: _("Keep all"),
    ("same_person", "keep"): lambda: _("Keep all"),
    ("nearly_same_columns", "keep"): lambda: _("Keep both"),
    ("nearly_same_columns", "keep_one"): lambda: _("Keep one"),
}

FINDING_CODES = tuple(_SENTENCES)
"""Every code that has a sentence."""


def finding_words(finding: "Finding") -> FindingWords:
    """Say what was found, where, and show one example."""
    assert finding.code in _SENTENCES, finding.code
    example = finding.example
    if finding.code != "nearly_same_columns" and example:
        example = _(" (“{example}”)").format(example=example)
    sentence = _SENTENCES[finding.code](finding.count).format(
        n=finding.count, place=_place(finding), example=example
    )
    return FindingWords(finding.column or "", sentence)


def finding_sentence(finding: "Finding") -> str:
    """Say the same in one line of text."""
    words = finding_words(finding)
    return (
        _("{title}: {sentence}").format(title=words.title, sentence=words.sentence)
        if words.title
        else words.sentence
    )


def fix_words(fix: str, code: str = "") -> str:
    """Give the words on the button for a fix of the finding ``code``."""
    assert fix in _FIXES, fix
    return _FIXES_OF_FINDING.get((code, fix), _FIXES[fix])()


def _place(finding: "Finding") -> str:
    """Name the first rows, and the value where there is only one: ": row 17, “3a”"."""
    if not finding.rows:
        return ""
    rows = ", ".join(str(row) for row in finding.rows[:_MOST_ROWS])
    if finding.count == 1 and finding.example:
        return _(": row {row}, “{example}”").format(row=rows, example=finding.example)
    words = ngettext(": row {rows}", ": rows {rows}", finding.count).format(rows=rows)
    return _("{rows} and more").format(rows=words) if finding.count > _MOST_ROWS else words
