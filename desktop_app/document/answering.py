"""How findings are answered: what holds now, what another answer makes of the plan, and the way back.

A fix of rows or values becomes an ``Answer``; a fix about a column becomes a choice about it.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from desktop_app.core.checking.answers import (
    KEEP,
    KEEP_ONE,
    LEAVE_OUT,
    USE_MIDDLE,
    Answer,
)
from desktop_app.core.checking.columns import ColumnChoice
from desktop_app.core.segmenting.choices import EmptyRule

if TYPE_CHECKING:
    from desktop_app.core.checking.checked import Finding
    from desktop_app.document.document import Document
    from desktop_app.document.plan import Plan

_DATE_ORDERS = ("dmy", "mdy", "ymd")
_ODD_NUMBERS = ("unusual_value", "impossible_negative")
_FIX_BY_RULE = {EmptyRule.LEAVE_OUT: LEAVE_OUT, EmptyRule.MIDDLE: USE_MIDDLE}


@dataclass(frozen=True, slots=True)
class DataChange:
    """One thing that the user changed about the data.

    ``answer`` is set for an answer to a finding, ``choice`` for a choice about a column. ``n`` is
    how many values or rows an answer changed. ``plan_without`` takes the change back.
    """

    plan_without: Plan
    answer: Answer | None = None
    choice: ColumnChoice | None = None
    n: int = 0


def chosen_fix(document: Document, finding: Finding) -> str | None:
    """Give the fix of ``finding`` that holds now; ``None`` where none of them plays a part.

    What cannot be used, or is empty, holds by the rule for empty facts, and only in a fact that
    forms groups.
    """
    for answer in document.plan.answers:
        is_about = (answer.code, answer.column) == (finding.code, finding.column)
        if is_about and answer.fix in finding.fixes:
            return answer.fix
    if finding.code == "nearly_same_columns":
        both = {finding.column, finding.example} <= set(document.features)
        return KEEP if both else KEEP_ONE
    if finding.fixes[:1] == (LEAVE_OUT,):
        return _fix_by_rule(document, finding)
    return finding.fixes[0] if finding.fixes else None


def plan_with_fix(document: Document, finding: Finding, fix: str) -> Plan:
    """Give the document's plan with ``fix`` as the answer to ``finding``."""
    plan = document.plan
    if finding.code == "nearly_same_columns":
        return _with_twins(document, finding, fix)
    if fix in _DATE_ORDERS and finding.column is not None:
        return _with_date_order(plan, finding.column, fix)
    return plan.with_answer(Answer(finding.code, finding.column, fix))


def open_findings(document: Document) -> tuple[Finding, ...]:
    """Give the findings that could be answered and were not; choosing facts answers for twins."""
    if document.checked is None:
        return ()
    plan = document.plan
    answered = {(answer.code, answer.column) for answer in plan.answers}
    return tuple(
        finding
        for finding in document.checked.findings
        if finding.fixes
        and (finding.code, finding.column) not in answered
        and (finding.code != "nearly_same_columns" or plan.features.features is None)
    )


def odd_segment(document: Document) -> tuple[str, Finding] | None:
    """Give the letter of a segment of unusual values only, and the finding that names them.

    Such a segment tells more of a slip of the pen than of customers. ``None`` if there is none, or
    the user has answered.
    """
    segmentation, customers = document.segmentation, document.customers
    if segmentation is None or customers is None or document.mended is None:
        return None
    if customers.orders is not None or len(document.mended.gone):
        return None  # its rows are no longer those of the file
    for finding in open_findings(document):
        if finding.code not in _ODD_NUMBERS or finding.column not in document.features:
            continue
        labels = segmentation.labels[finding.places].tolist()
        for segment in sorted(set(labels) - {-1}):
            if labels.count(segment) == segmentation.sizes[segment]:
                return segmentation.letters[segment], finding
    return None


def changes_so_far(document: Document) -> tuple[DataChange, ...]:
    """Give what the user changed about the data, in the order of the columns and answers.

    What was kept is no change, nor is an answer to what is no longer found.
    """
    # Importing the street's libraries waits until there is a table to look at.
    from desktop_app.core.checking.mending import answered_finding

    plan, checked = document.plan, document.checked
    chosen = (DataChange(_without_choice(plan, choice), choice=choice) for choice in plan.columns)
    answered = (
        DataChange(plan.without_answer(answer), answer=answer, n=len(finding.places))
        for answer in plan.answers
        if answer.fix != KEEP
        and checked is not None
        and (finding := answered_finding(checked, answer)) is not None
    )
    return (*chosen, *answered)


def _fix_by_rule(document: Document, finding: Finding) -> str | None:
    """Give what happens to a row without a value as long as nobody says otherwise."""
    if document.checked is not None and document.checked.kind == "orders":
        return LEAVE_OUT  # a line without an amount adds nothing up
    if document.prepared is None or finding.column not in document.features:
        return None
    fix = _FIX_BY_RULE.get(document.prepared.empty)
    return fix if fix in finding.fixes else None


def _with_twins(document: Document, finding: Finding, fix: str) -> Plan:
    """Use both of two columns that say the same, or only the first."""
    assert finding.column is not None
    twins = (finding.column, finding.example)
    wanted = set(document.features) - {finding.example} | {finding.column}
    if fix == KEEP:
        wanted |= set(twins)
    columns = [] if document.customers is None else [c.name for c in document.customers.columns]
    return document.plan.with_features(tuple(name for name in columns if name in wanted))


def _with_date_order(plan: Plan, column: str, order: str) -> Plan:
    before = next((c for c in plan.columns if c.name == column), ColumnChoice(column))
    others = tuple(choice for choice in plan.columns if choice.name != column)
    return replace(plan, columns=(*others, replace(before, date_order=order)))


def _without_choice(plan: Plan, choice: ColumnChoice) -> Plan:
    customers = plan.customers
    if customers.customer_id == choice.name:
        customers = replace(customers, customer_id=None)
    columns = tuple(other for other in plan.columns if other.name != choice.name)
    return replace(plan, columns=columns, customers=customers)
