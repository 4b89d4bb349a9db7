"""How a file was read, in sentences: its kind, its rows, its signs, and what its lines are."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from desktop_app.core.intake.tables import FileForm, FileKind
from desktop_app.i18n import _, ngettext
from desktop_app.wording.numbers import Formats

if TYPE_CHECKING:
    from desktop_app.core.customers.table import OrdersSummary

_KINDS_BY_SUFFIX = {
    ".xlsx": "Excel",
    ".xlsm": "Excel",
    ".xlsb": "Excel",
    ".xls": "Excel",
    ".ods": "OpenDocument",
}


def form_sentence(form: FileForm) -> str:
    """Say what kind of file it is, and what is out of the ordinary about it."""
    if form.kind is FileKind.SPREADSHEET:
        kind = _KINDS_BY_SUFFIX.get(form.path.suffix.lower(), "Excel")
        if len(form.sheets) > 1:
            return _("{kind} workbook with {n} sheets. We read the sheet “{sheet}”.").format(
                kind=kind, n=len(form.sheets), sheet=form.sheet
            )
        return _("{kind} workbook with one sheet.").format(kind=kind)
    kind = _("A text file (CSV)") if form.path.suffix.lower() == ".csv" else _("A text file")
    return " ".join([_columns_words(kind, form), *_letters_sentence(form)])


def _columns_words(kind: str, form: FileForm) -> str:
    """Name the sign between columns only where it is not the comma that everyone expects."""
    if form.delimiter is None:
        return _("{kind} with one column.").format(kind=kind)
    if form.delimiter == ",":
        return _("{kind}.").format(kind=kind)
    return _("{kind} with a {sign} between the columns.").format(
        kind=kind, sign=delimiter_words(form.delimiter)
    )


def _letters_sentence(form: FileForm) -> Iterator[str]:
    """Name the alphabet only where it was guessed; the Unicode ones prove themselves."""
    encoding = form.encoding or "utf-8"
    if not encoding.lower().startswith(("utf", "ascii")):
        yield _("Its letters are read as {letters}.").format(letters=encoding_words(encoding))


def header_sentence(form: FileForm) -> str:
    """Say where the column names come from."""
    if form.header_row is None:
        return _("There are no column names, so the columns are numbered.")
    if form.n_preamble_rows:
        return _("Line {n} holds the column names.").format(n=form.header_row + 1)
    return _("The first line holds the column names.")


def rows_sentence(forms: tuple[FileForm, ...], formats: Formats) -> str:
    """Say how many rows were read, and from how many files."""
    n = sum(form.n_rows for form in forms)
    rows = ngettext("{n} row below them.", "{n} rows below them.", n)
    if forms[0].header_row is None:
        rows = ngettext("{n} row.", "{n} rows.", n)
    if len(forms) > 1:
        rows = ngettext("{n} row in {files} files.", "{n} rows in {files} files.", n)
    return rows.format(n=formats.count(n), files=len(forms))


def left_out_sentences(form: FileForm, formats: Formats) -> Iterator[str]:
    """Say which lines of the file are not part of the table."""
    if n := form.n_preamble_rows:
        yield ngettext(
            "{n} line above the table was left out.", "{n} lines above the table were left out.", n
        ).format(n=formats.count(n))
    if n := form.n_skipped_rows:
        yield ngettext(
            "{n} line that is no row was left out.", "{n} lines that are no rows were left out.", n
        ).format(n=formats.count(n))


def decimal_sentence(form: FileForm) -> str:
    """Say how numbers with a fraction are written."""
    return (
        _("Numbers are written with a comma: 12,50.")
        if form.decimal == ","
        else _("Numbers are written with a point: 12.50.")
    )


def orders_sentence(orders: "OrdersSummary", formats: Formats) -> str:
    """Say how many lines became how many customers."""
    lines, n_orders, customers = orders.n_lines, orders.n_orders, orders.n_customers
    return _("{lines}, {orders}, {customers}.").format(
        lines=ngettext("{n} order line", "{n} order lines", lines).format(n=formats.count(lines)),
        orders=ngettext("{n} order", "{n} orders", n_orders).format(n=formats.count(n_orders)),
        customers=ngettext("{n} customer", "{n} customers", customers).format(
            n=formats.count(customers)
        ),
    )


def taken_out_sentence(orders: "OrdersSummary", formats: Formats) -> str:
    """Say which lines do not count, and why; ``""`` when all do."""
    words = {
        "cancelled": _("{n} cancelled"),
        "refunded": _("{n} refunded"),
        "no_customer": _("{n} that do not say who bought"),
        "duplicate": _("{n} that appear twice"),
        "after_as_of": _("{n} after the day to count from"),
        "zero_amount": _("{n} without an amount"),
    }
    parts = [
        words[reason].format(n=formats.count(n))
        for reason, n in orders.taken_out.items()
        if n and reason in words
    ]
    return _("Lines taken out: {reasons}.").format(reasons=", ".join(parts)) if parts else ""


def recognised_sentence(recognised: str | None) -> str:
    """Name the shop system that wrote the file; ``""`` if it is none that we know."""
    if recognised is None:
        return ""
    systems = {
        "shopify": "Shopify",
        "woocommerce": "WooCommerce",
        "square": "Square",
        "etsy": "Etsy",
        "stripe": "Stripe",
        "paypal": "PayPal",
        "mailchimp": "Mailchimp",
        "lightspeed": "Lightspeed",
        "amazon": "Amazon",
        "squarespace": "Squarespace",
        "gumroad": "Gumroad",
    }
    system = systems.get(recognised.partition("_")[0])
    return _("This is an export from {system}.").format(system=system) if system else ""


def encoding_words(encoding: str) -> str:
    """Name an alphabet as people may know it."""
    words = {
        "utf-8": "UTF-8",
        "utf-16": "UTF-16",
        "cp1252": _("Western"),
        "latin-1": _("Western"),
        "iso-8859-1": _("Western"),
        "cp1250": _("Central European"),
        "cp1251": _("Cyrillic"),
        "cp1253": _("Greek"),
        "cp1254": _("Turkish"),
        "cp1257": _("Baltic"),
    }
    name = encoding.lower().replace("_", "-").removesuffix("-sig")
    return words.get(name, encoding)


def delimiter_words(delimiter: str) -> str:
    """Name the sign between two columns."""
    words = {
        ",": _("comma"),
        ";": _("semicolon"),
        "\t": _("tab"),
        "|": _("vertical bar"),
        " ": _("blank"),
    }
    return words.get(delimiter, f"“{delimiter}”")


def decimal_words(decimal: str) -> str:
    """Name the sign before the cents."""
    return _("comma: 12,50") if decimal == "," else _("point: 12.50")
