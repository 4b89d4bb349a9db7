"""What a second table told about the customers, in sentences."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from desktop_app.i18n import _, ngettext
from desktop_app.wording.numbers import Formats

if TYPE_CHECKING:
    from desktop_app.core.checking.checked import CheckedTable
    from desktop_app.core.customers.table import CustomerTable


def joined_sentences(
    checked: CheckedTable, customers: CustomerTable, formats: Formats
) -> Iterator[str]:
    """Say how the table beside met the customers, and who is only in one of the two."""
    joined, beside = customers.joined, checked.beside
    if joined is None or beside is None:
        return
    file = beside.raw.form.path.name
    if not joined.by:
        yield _(
            "“{file}” tells nothing about these customers: no e-mail address and no number of a "
            "customer is in both. It is left out."
        ).format(file=file)
        return
    counts = [
        _found(joined.n_matched, joined.by),
        (
            joined.n_only_beside,
            ngettext(
                "{n} without orders that count",
                "{n} without orders that count",
                joined.n_only_beside,
            ),
        )
        if customers.orders is not None
        else (
            joined.n_only_beside,
            ngettext("{n} is only there", "{n} are only there", joined.n_only_beside),
        ),
        _not_there(joined.n_only_here, is_of_buyers=customers.orders is not None),
    ]
    words = (
        sentence.format(n=formats.count(n), column=joined.by)
        for place, (n, sentence) in enumerate(counts)
        if n or not place
    )
    yield _("“{file}” tells more about them: {counts}.").format(file=file, counts=", ".join(words))
    if n := joined.n_repeated:
        yield ngettext(
            "{n} row of it is of somebody who is there already; the fuller one counts.",
            "{n} rows of it are of somebody who is there already; the fullest one counts.",
            n,
        ).format(n=formats.count(n))
    if n := joined.n_nobody:
        yield ngettext(
            "{n} row of it has nothing in “{column}” and is left out.",
            "{n} rows of it have nothing in “{column}” and are left out.",
            n,
        ).format(n=formats.count(n), column=joined.by_beside)


def _found(n: int, column: str) -> tuple[int, str]:
    return n, ngettext("{n} customer found by “{column}”", "{n} customers found by “{column}”", n)


def _not_there(n: int, *, is_of_buyers: bool) -> tuple[int, str]:
    if is_of_buyers:
        return n, ngettext("{n} buyer is not on it", "{n} buyers are not on it", n)
    return n, ngettext("{n} customer is not on it", "{n} customers are not on it", n)
