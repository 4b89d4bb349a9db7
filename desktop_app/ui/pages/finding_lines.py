"""The findings of a table as lines of Check: what matters most first, what says the same together."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from desktop_app.document.answering import chosen_fix
from desktop_app.ui.pages.column_uses import holds_orders
from desktop_app.ui.pages.odd_places import first_cell
from desktop_app.ui.widgets.finding_row import FindingLine
from desktop_app.wording.column_look import ALIKE, alike_words
from desktop_app.wording.facts import short_name
from desktop_app.wording.findings import finding_words, fix_words

if TYPE_CHECKING:
    from collections.abc import Sequence

    from desktop_app.core.checking.checked import CheckedTable, Finding
    from desktop_app.document.document import Document

_WEIGHTIEST = (
    "undecided_date_order",
    "not_a_number",
    "excel_error_value",
    "unreadable_date",
    "impossible_negative",
    "future_date",
    "impossible_birthday",
    "unusual_value",
    "shifted_row",
    "same_person",
    "duplicate_rows",
    "nearly_same_columns",
)
"""What can spoil the groups most, first; empty cells are the most common and do least harm."""


def in_order(findings: Sequence[Finding]) -> list[Finding]:
    """Give what needs an answer, the weightiest first, then what is good to know."""
    return sorted(findings, key=_weight)


def lines_of(
    findings: Sequence[Finding], document: Document, checked: CheckedTable
) -> list[FindingLine]:
    """Give one line per finding, in their order; below them columns of which the same is told."""
    alike: dict[str, list[str]] = defaultdict(list)
    in_orders = holds_orders(document.plan, checked)
    lines = []
    for finding in findings:
        if finding.code in ALIKE and finding.column is not None:
            alike[finding.code].append(finding.column)
        else:
            lines.append(_line(finding, document, checked, in_orders=in_orders))
    for code, columns in alike.items():
        if in_orders and code == "identifier_column":
            continue
        if len(columns) == 1 and code != "identifier_column":
            one = next(f for f in findings if (f.code, f.column) == (code, columns[0]))
            lines.append(_line(one, document, checked, in_orders=in_orders))
            continue
        title, sentence = alike_words(code, [short_name(name) for name in columns])
        lines.append(FindingLine(title, sentence, needs_look=False))
    return lines


def _weight(finding: Finding) -> tuple[bool, int]:
    code = finding.code
    place = _WEIGHTIEST.index(code) if code in _WEIGHTIEST else len(_WEIGHTIEST)
    return not finding.fixes, place


def _line(
    finding: Finding, document: Document, checked: CheckedTable, *, in_orders: bool
) -> FindingLine:
    words = finding_words(finding)
    return FindingLine(
        title=short_name(words.title) if words.title else "",
        sentence=words.sentence,
        needs_look=bool(finding.fixes),
        cell=first_cell(finding, checked),
        fixes=tuple(
            (fix, fix_words(fix, finding.code, in_orders=in_orders)) for fix in finding.fixes
        ),
        chosen=chosen_fix(document, finding),
    )
