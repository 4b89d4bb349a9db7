"""Every step from the file to the groups as a sentence with its counts."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Protocol

from desktop_app.core.segmenting.choices import EmptyRule, Scale
from desktop_app.i18n import _, ngettext
from desktop_app.wording.changes import answer_words
from desktop_app.wording.classic import by_rule_sentence
from desktop_app.wording.findings import finding_sentence
from desktop_app.wording.joining import joined_sentences
from desktop_app.wording.numbers import Formats
from desktop_app.wording.rearranging import changes_made

if TYPE_CHECKING:
    from desktop_app.core.checking.checked import CheckedTable
    from desktop_app.core.checking.mending import Change, MendedTable
    from desktop_app.core.customers.table import CustomerTable, OrdersSummary
    from desktop_app.core.intake.tables import RawTable
    from desktop_app.core.segmenting.results import (
        FeaturePreparation,
        KScan,
        Prepared,
        Segmentation,
    )


class StepResults(Protocol):
    """The results of the steps that were taken; a document has them all, ``None`` = not yet."""

    @property
    def raw(self) -> RawTable | None:
        """The text of the files."""

    @property
    def checked(self) -> CheckedTable | None:
        """The table after checking."""

    @property
    def mended(self) -> MendedTable | None:
        """The table after the answers to its findings."""

    @property
    def customers(self) -> CustomerTable | None:
        """One row per customer."""

    @property
    def prepared(self) -> Prepared | None:
        """The customers as points."""

    @property
    def scan(self) -> KScan | None:
        """Every number of segments that was tried."""

    @property
    def segmentation(self) -> Segmentation | None:
        """The segments."""


def steps_taken(results: StepResults, formats: Formats | None = None) -> tuple[str, ...]:
    """Word every step whose result is there, in the order in which they were taken."""
    formats = formats or Formats()
    return tuple(_steps(results, formats))


def _steps(results: StepResults, formats: Formats) -> Iterator[str]:
    if results.raw is not None:
        yield from _read(results.raw, formats)
    if results.checked is not None:
        yield from (finding_sentence(finding) for finding in results.checked.findings)
    if results.mended is not None:
        in_orders = results.mended.checked.kind.value == "orders"
        yield from (_changed(change, in_orders) for change in results.mended.changes)
    if results.customers is not None:
        yield from _customers(results.customers, formats)
        if results.checked is not None:
            yield from joined_sentences(results.checked, results.customers, formats)
    if results.segmentation is not None and results.segmentation.kinds:
        yield by_rule_sentence()
        yield _segmented(results.segmentation, formats)
        return
    if results.prepared is not None:
        n_unwanted = 0 if results.customers is None else len(results.customers.left_out)
        yield from _prepared(results.prepared, n_unwanted, formats)
    if results.scan is not None:
        yield _scanned(results.scan, formats)
    if results.segmentation is not None:
        yield _segmented(results.segmentation, formats)
        yield from changes_made(results.segmentation, formats)


def _read(raw: RawTable, formats: Formats) -> Iterator[str]:
    for form in raw.all_forms:
        yield ngettext(
            "Read {n} row from {file}.", "Read {n} rows from {file}.", form.n_rows
        ).format(n=formats.count(form.n_rows), file=form.path.name)


def _changed(change: Change, in_orders: bool) -> str:
    column, sentence = answer_words(change.answer, change.n, in_orders=in_orders)
    return (
        _("{column}: {sentence}").format(column=column, sentence=sentence) if column else sentence
    )


def _customers(table: CustomerTable, formats: Formats) -> Iterator[str]:
    if table.orders is not None:
        yield from _orders(table.orders, formats)
    n = table.n_customers
    yield ngettext("{n} customer.", "{n} customers.", n).format(n=formats.count(n))


def _orders(orders: OrdersSummary, formats: Formats) -> Iterator[str]:
    yield _("Added up {lines} order lines to {orders} orders of {customers} customers.").format(
        lines=formats.count(orders.n_lines),
        orders=formats.count(orders.n_orders),
        customers=formats.count(orders.n_customers),
    )
    reasons = {
        "cancelled": _("Took out {n} lines of cancelled orders."),
        "pending": _("Took out {n} lines that are not paid yet."),
        "no_sale": _("Took out {n} lines that are no sales."),
        "refunded": _("Took out {n} lines that were refunded."),
        "no_customer": _("Took out {n} lines that do not say who bought."),
        "duplicate": _("Took out {n} lines that appeared twice."),
        "left_out": _("Took out {n} lines that you left out."),
        "after_as_of": _("Took out {n} lines after the day to count from."),
        "other_currency": _("Took out {n} lines in another currency."),
        "before_window": _("Took out {n} lines from before the time to look back on."),
        "zero_amount": _("Took out {n} lines without an amount."),
    }
    for reason, words in reasons.items():
        if n := orders.taken_out.get(reason, 0):
            yield words.format(n=formats.count(n))


def _prepared(prepared: Prepared, n_unwanted: int, formats: Formats) -> Iterator[str]:
    columns = list(dict.fromkeys(feature.source for feature in prepared.features))
    yield ngettext(
        "Formed groups by {n} fact: {names}.", "Formed groups by {n} facts: {names}.", len(columns)
    ).format(n=len(columns), names=", ".join(columns))
    for feature in prepared.features:
        yield from _feature(feature, formats)
    for column, weight in {f.source: f.weight for f in prepared.features}.items():
        if weight != 1:
            words = _("{fact}: counts {weight} times as much as usual.")
            yield words.format(fact=column, weight=formats.number(weight))
    if prepared.features[0].mix:
        yield _("Facts that move together counted once.")
    n = prepared.n_left_out - n_unwanted
    if n > 0 and prepared.empty is not EmptyRule.MIDDLE:
        yield ngettext(
            "Left out {n} customer with an empty fact.",
            "Left out {n} customers with an empty fact.",
            n,
        ).format(n=formats.count(n))


def _feature(feature: FeaturePreparation, formats: Formats) -> Iterator[str]:
    if feature.is_logged:
        yield _("{fact}: a few very large values, so steps were measured in proportion.").format(
            fact=feature.name
        )
    if feature.n_filled:
        yield ngettext(
            "{fact}: filled {n} empty value with the middle value.",
            "{fact}: filled {n} empty values with the middle value.",
            feature.n_filled,
        ).format(fact=feature.name, n=formats.count(feature.n_filled))
    if feature.scale is Scale.NONE:
        yield _("{fact}: used as it is, not put on one scale.").format(fact=feature.name)


def _scanned(scan: KScan, formats: Formats) -> str:
    most = formats.count(scan.ks[-1])
    if scan.suggestion.k is None:
        return _("Tried 1 to {most} groups; none stands out.").format(most=most)
    return _("Tried 1 to {most} groups; {k} is suggested.").format(most=most, k=scan.suggestion.k)


def _segmented(segmentation: Segmentation, formats: Formats) -> str:
    segmentation = segmentation.as_found
    sizes = ", ".join(formats.count(size) for size in segmentation.sizes)
    return ngettext(
        "Sorted the customers into {k} group of {sizes}.",
        "Sorted the customers into {k} groups of {sizes}.",
        segmentation.k,
    ).format(k=segmentation.k, sizes=sizes)
