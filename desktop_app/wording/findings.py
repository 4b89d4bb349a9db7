"""Findings and the answers to them in words: what is odd, in which column and row.

Every fixed word of a finding or a fix has its words here.
"""

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from desktop_app.i18n import _, ngettext

if TYPE_CHECKING:
    from desktop_app.core.checking.checked import Finding
    from desktop_app.core.intake.tables import Oddity

_MOST_ROWS = 3
_BARE_EXAMPLES = ("nearly_same_columns", "mixed_currencies")  # the sentence is made around them


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
    "impossible_birthday": lambda n: ngettext(
        "{n} birthday is more than 120 years ago{place}.",
        "{n} birthdays are more than 120 years ago{place}.",
        n,
    ),
    "empty_values": lambda n: ngettext(
        "{n} value is empty{place}.", "{n} values are empty{place}.", n
    ),
    "duplicate_rows": lambda n: ngettext(
        "{n} row appears twice{place}.", "{n} rows appear twice{place}.", n
    ),
    "same_person": lambda n: ngettext(
        "{n} row seems to be the same person as another one{place}.",
        "{n} rows seem to be the same person as another one{place}.",
        n,
    ),
    "constant_column": lambda n: _("is the same for everyone. It forms no groups."),
    "identifier_column": lambda n: _("names a person. It forms no groups."),
    "nearly_same_columns": lambda n: _("says nearly the same as {example}. One of them is enough."),
    "dominating_column": lambda n: _(
        "holds far larger numbers than the others. Facts are put on one scale, "
        "so that it does not drown them."
    ),
    "shifted_row": lambda n: ngettext(
        "{n} row has more or fewer cells than there are columns{place}.",
        "{n} rows have more or fewer cells than there are columns{place}.",
        n,
    ),
    "undecided_date_order": lambda n: _("could have the day or the month first{example}."),
    "unreadable_date": lambda n: ngettext(
        "{n} value is not a date{place}.", "{n} values are not dates{place}.", n
    ),
    "excel_error_value": lambda n: ngettext(
        "{n} cell holds an Excel message instead of a value{place}.",
        "{n} cells hold an Excel message instead of a value{place}.",
        n,
    ),
    "mixed_currencies": lambda n: _(
        "holds more than one currency: {example}. Amounts are not converted."
    ),
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
    "header_rows": lambda n: _("The column names stand in {n} lines. We read them as one."),
    "notes_below": lambda n: ngettext(
        "{n} line below the table is left out.", "{n} lines below the table are left out.", n
    ),
    "mixed_letters": lambda n: ngettext(
        "{n} letter is not written like the rest of the file. Please look whether it reads right"
        "{place}.",
        "{n} letters are not written like the rest of the file. Please look whether they read right"
        "{place}.",
        n,
    ),
    "columns_differ": lambda n: ngettext(
        "{n} column is missing in some of the files and stays empty there{example}.",
        "{n} columns are missing in some of the files and stay empty there{example}.",
        n,
    ),
    "second_orders": lambda n: _(
        "A second file of orders has other columns. Only the longer one counts, so that nothing "
        "is added up twice{example}."
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
    "repeated_header": lambda n: ngettext(
        "{n} line repeats the column names{place}. It is left out.",
        "{n} lines repeat the column names{place}. They are left out.",
        n,
    ),
    "other_table": lambda n: ngettext(
        "{n} line of a second table stands below the first one. It is left out.",
        "{n} lines of a second table stand below the first one. They are left out.",
        n,
    ),
    "empty_column_name": lambda n: ngettext(
        "{n} column has no name. It is numbered.", "{n} columns have no name. They are numbered.", n
    ),
    "same_column_name": lambda n: ngettext(
        "{n} column has the name of another one{example}. A number tells them apart.",
        "{n} columns have the same name as another one{example}. Numbers tell them apart.",
        n,
    ),
    "too_many_categories": lambda n: _("has {n} different words: too many to help."),
}

_REASONS: dict[str, Callable[[int], str]] = {
    "far_above": lambda n: ngettext(
        "It is far above the others, which lie between {low} and {high}.",
        "They are far above the others, which lie between {low} and {high}.",
        n,
    ),
    "far_below": lambda n: ngettext(
        "It is far below the others, which lie between {low} and {high}.",
        "They are far below the others, which lie between {low} and {high}.",
        n,
    ),
    "far_away": lambda n: _("The others lie between {low} and {high}."),
    "same_email": lambda n: _("The e-mail address is the same."),
    "same_phone": lambda n: _("The phone number is the same."),
    "same_name": lambda n: _("The name is the same, and the birthday or the post code."),
    "dmy": lambda n: _("We took the day to come first. Is that right?"),
    "mdy": lambda n: _("We took the month to come first. Is that right?"),
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
    ("not_a_number", "leave_out"): lambda: _("Leave customer out"),
    ("excel_error_value", "leave_out"): lambda: _("Leave customer out"),
    ("unreadable_date", "leave_out"): lambda: _("Leave customer out"),
    ("unreadable_date", "use_middle"): lambda: _("Use the middle date"),
    ("empty_values", "leave_out"): lambda: _("Leave customers out"),
    ("shifted_row", "keep"): lambda: _("Keep as it is read"),
    ("duplicate_rows", "keep"): lambda: _("Keep all"),
    ("same_person", "keep"): lambda: _("Keep all"),
    ("same_person", "keep_one"): lambda: _("Keep one of each"),
    ("nearly_same_columns", "keep"): lambda: _("Keep both"),
    ("nearly_same_columns", "keep_one"): lambda: _("Keep one"),
}

FINDING_CODES = tuple(_SENTENCES)
"""Every code that has a sentence."""


def finding_words(finding: "Finding") -> FindingWords:
    """Say what was found, where, and show one example."""
    assert finding.code in _SENTENCES, finding.code
    example = finding.example
    if example and finding.code not in _BARE_EXAMPLES:
        example = _(" (“{example}”)").format(example=example)
    sentence = _SENTENCES[finding.code](finding.count).format(
        n=finding.count, place=_place(finding), example=example
    )
    reason = _reason(finding)
    if reason:
        sentence = _("{sentence} {reason}").format(sentence=sentence, reason=reason)
    return FindingWords(finding.column or "", sentence)


def finding_sentence(finding: "Finding") -> str:
    """Say the same in one line of text."""
    words = finding_words(finding)
    return (
        _("{title}: {sentence}").format(title=words.title, sentence=words.sentence)
        if words.title
        else words.sentence
    )


def oddity_sentence(oddity: "Oddity") -> str:
    """Say what is odd about the lines of a file in one line of text."""
    from desktop_app.core.checking.checked import Finding

    return finding_sentence(
        Finding(oddity.code, oddity.count, rows=oddity.rows, example=oddity.example)
    )


def fix_words(fix: str, code: str = "", *, in_orders: bool = False) -> str:
    """Give the words on the button for a fix of the finding ``code``; a row may be an order."""
    assert fix in _FIXES, fix
    if in_orders and fix == "leave_out":
        return _FIXES[fix]()
    return _FIXES_OF_FINDING.get((code, fix), _FIXES[fix])()


def _place(finding: "Finding") -> str:
    """Name the first rows and one value: ": row 17, “3a”", ": rows 3, 4, 5 and more, as in “3a”"."""
    if not finding.rows:
        return ""
    rows = ", ".join(str(row) for row in finding.rows[:_MOST_ROWS])
    if finding.count == 1 and finding.example:
        return _(": row {row}, “{example}”").format(row=rows, example=finding.example)
    words = ngettext(": row {rows}", ": rows {rows}", finding.count).format(rows=rows)
    if finding.count > _MOST_ROWS:
        words = _("{rows} and more").format(rows=words)
    if not finding.example:
        return words
    return _("{rows}, as in “{example}”").format(rows=words, example=finding.example)


def _reason(finding: "Finding") -> str:
    """Say why, where the code alone does not: what is usual, how we know, what we took for true."""
    reason = finding.reason
    if finding.code == "undecided_date_order" and finding.fixes:
        reason = finding.fixes[0]
    if not reason:
        return ""
    low, high = finding.usual or ("", "")
    return _REASONS[reason](finding.count).format(low=low, high=high)
