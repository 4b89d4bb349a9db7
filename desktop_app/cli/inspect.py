"""``clientele inspect``: say what files are, change nothing."""

import argparse
import json
from collections.abc import Iterator

from desktop_app.cli.parsing import plan_from
from desktop_app.cli.shapes import inspected
from desktop_app.cli.terminal import DONE, answer_problems, say, shown_progress
from desktop_app.core.checking.checked import CheckedTable, TableKind
from desktop_app.core.checking.shop_exports.recognising import shop_export
from desktop_app.core.customers.choices import CustomerChoice
from desktop_app.core.customers.orders.parts import order_parts, order_terms
from desktop_app.core.customers.table import CustomerTable, OrdersSummary
from desktop_app.core.errors import BuyersNotInExport
from desktop_app.document.document import Document
from desktop_app.document.street import walk
from desktop_app.i18n import ngettext
from desktop_app.wording.columns import kind_words, role_words
from desktop_app.wording.counting import (
    currencies_sentence,
    ledger_of,
    sign_of,
    span_sentence,
)
from desktop_app.wording.errors import sentence_for
from desktop_app.wording.findings import finding_sentence
from desktop_app.wording.joining import joined_sentences
from desktop_app.wording.numbers import Formats, system_formats
from desktop_app.wording.reading import (
    form_sentence,
    header_sentence,
    orders_sentence,
    rows_sentence,
)
from desktop_app.wording.shop_exports import (
    known_by_sentence,
    recognised_sentence,
    worth_sentence,
)


def inspect(options: argparse.Namespace) -> int:
    """Print what the files are; give the exit status."""
    return answer_problems(lambda: _inspect(options))


def _inspect(options: argparse.Namespace) -> int:
    with shown_progress(is_quiet=False) as progress:
        document = walk(Document(plan=plan_from(options)), until="mended", progress=progress)
        if not _is_without_customers(document):
            document = walk(document, until="customers", progress=progress)
    if options.json:
        # In ASCII the object survives terminals and pipes of any code page.
        say(json.dumps(inspected(document), indent=2, allow_nan=False))
        return DONE
    for line in _lines(document, system_formats()):
        say(line)
    return DONE


def _is_without_customers(document: Document) -> bool:
    """Tell whether the file is known to be one that never says who bought."""
    assert document.checked is not None
    export = shop_export(document.checked.recognised)
    choice, parts = document.plan.customers, document.checked.order_columns
    is_named = parts.customer or choice.customer_id or choice.table == TableKind.CUSTOMERS.value
    return export is not None and export.is_without_buyers and not is_named


def _lines(document: Document, formats: Formats) -> Iterator[str]:
    """Say what the pages Your file and Check say."""
    assert document.checked is not None
    checked, customers = document.checked, document.customers
    for form in checked.raw.all_forms:
        yield f"{form.path.name}: {form_sentence(form)} {header_sentence(form)}"
    yield rows_sentence(checked.raw.all_forms, formats)
    if recognised := recognised_sentence(checked.recognised):
        yield recognised
    if customers is None:
        export = shop_export(checked.recognised)
        assert export is not None
        yield sentence_for(BuyersNotInExport(system=export.system))
    else:
        yield from _customers(checked, customers, document.plan.customers, formats)
    for column in checked.columns:
        yield f"  {column.name}: {kind_words(column.kind)}, {role_words(column.role)}"
    yield from (finding_sentence(finding) for finding in checked.findings)


def _customers(
    checked: CheckedTable, customers: CustomerTable, choice: CustomerChoice, formats: Formats
) -> Iterator[str]:
    if customers.orders is not None:
        yield orders_sentence(customers.orders, formats)
        parts = order_parts(checked, choice)
        terms = order_terms(checked, parts)
        yield known_by_sentence(terms)
        yield worth_sentence(parts, terms)
        yield from _what_counts(customers, customers.orders, formats)
    yield from joined_sentences(checked, customers, formats)
    n = customers.n_customers
    yield ngettext("{n} customer.", "{n} customers.", n).format(n=formats.count(n))


def _what_counts(
    customers: CustomerTable, orders: OrdersSummary, formats: Formats
) -> Iterator[str]:
    """Say how the lines of the file come to what is counted, to the cent."""
    if currencies := currencies_sentence(orders.currencies, formats):
        yield currencies
    sign = "" if customers.money is None else customers.column(customers.money).sign
    ledger = ledger_of(orders, sign_of(orders, sign), formats)
    lines = (ledger.first, *ledger.reasons, ledger.last)
    width = max(len(line.money) for line in lines)
    for line in lines:
        yield f"  {line.money:>{width}}  {line.words} {line.advice}".rstrip()
    if ledger.gap:
        yield ledger.gap
    if span := span_sentence(orders, formats):
        yield span
