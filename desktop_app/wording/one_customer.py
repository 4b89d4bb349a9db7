"""What is said about one customer: why in this group, how sure, what would move them."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

from desktop_app.core.segmenting.trusted import LEAST_SURE
from desktop_app.i18n import _
from desktop_app.wording.evidence import find_column
from desktop_app.wording.facts import lower_first, short_names

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from desktop_app.core.checking.columns import Column
    from desktop_app.core.describing.one_customer import OneCustomer, Reason
    from desktop_app.core.segmenting.results import Segmentation
    from desktop_app.core.segmenting.trusted import Trust
    from desktop_app.wording.numbers import Formats

MOST_REASONS = 3
SPEAKS = 0.1  # of all that speaks for the group; less is not worth a line


def reason_lines(
    one: OneCustomer,
    segmentation: Segmentation,
    names: Mapping[str, str],
    columns: Sequence[Column],
    formats: Formats,
) -> list[str]:
    """Give a line for each fact that decides for the own group, and what speaks for the next one."""
    if not one.reasons:
        return []
    other = _group(segmentation.letters[one.neighbour], names)
    for_it = [reason for reason in one.reasons if reason.weight > 0]
    total = sum(reason.weight for reason in for_it)
    against = [r for r in one.reasons[::-1] if r.weight < -SPEAKS * total][:1]
    telling = [reason for reason in for_it if reason.weight >= SPEAKS * total][:MOST_REASONS]
    lines = [_reason(reason, other, columns, formats) for reason in telling]
    facts = short_names(columns)
    return [
        *lines,
        *(
            _("{fact} speaks for {group}.").format(fact=facts[reason.column], group=other)
            for reason in against
        ),
    ]


def _reason(reason: Reason, other: str, columns: Sequence[Column], formats: Formats) -> str:
    fact = short_names(columns)[reason.column]
    if reason.word is not None:
        return _("{fact} {word}: so are {own} here, {other} in {group}.").format(
            fact=fact,
            word=reason.word or _("empty"),
            own=formats.percent(reason.own),
            other=formats.percent(reason.other),
            group=other,
        )
    column = find_column(columns, reason.column)
    is_empty = math.isnan(reason.value)
    return _("{fact} {value}: on average {own} here, {other} in {group}.").format(
        fact=fact,
        value=_("empty") if is_empty else formats.value(reason.value, column),
        own=formats.value(reason.own, column),
        other=formats.value(reason.other, column),
        group=other,
    )


def how_sure_sentence(trust: Trust | None, segmentation: Segmentation, row: int) -> str:
    """Say how often the customer lands in the same group when all are drawn anew."""
    if trust is None or math.isnan(float(trust.sure[row])):
        return ""
    share, elsewhere = float(trust.sure[row]), int(trust.elsewhere[row])
    sentence = _("Drawn anew, they land in this group {n} of 100 times.").format(n=int(100 * share))
    if share >= LEAST_SURE or not 0 <= elsewhere < segmentation.k:
        return sentence
    letters = segmentation.letters
    between = _("They are between {own} and {other}.").format(
        own=letters[int(segmentation.labels[row])], other=letters[elsewhere]
    )
    return f"{between} {sentence}"


def move_sentence(
    one: OneCustomer,
    segmentation: Segmentation,
    names: Mapping[str, str],
    columns: Sequence[Column],
    formats: Formats,
) -> str:
    """Say which change of a single fact would lead to another group."""
    if one.move is None:
        return _(
            "No single fact would move them: it would take a value that nobody in your list has."
        )
    move, column = one.move, find_column(columns, one.move.column)
    now = next((reason for reason in one.reasons if reason.column == move.column), None)
    if move.word is not None:
        then, before = move.word, "" if now is None else now.word or ""
    else:
        then = formats.value(move.value, column, is_exact=True)
        before = "" if now is None else formats.value(now.value, column, is_exact=True)
    return _("With {fact} {then} instead of {before} they would be in {group}.").format(
        fact=lower_first(short_names(columns)[move.column]),
        then=then,
        before=before,
        group=_group(segmentation.letters[move.segment], names),
    )


def no_group_sentence() -> str:
    """Say why a customer may be in no group."""
    return _(
        "This customer is in no group: a chosen fact is empty, they were left out, "
        "or their group was set aside."
    )


def _group(letter: str, names: Mapping[str, str]) -> str:
    return f"{letter} {names[letter]}"
