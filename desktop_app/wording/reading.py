"""How a file was read, in sentences: its kind, its rows, its signs, and what its lines are."""

from collections.abc import Iterator, Sequence
from pathlib import PurePosixPath
from typing import TYPE_CHECKING

from desktop_app.core.intake.tables import FileForm, FileKind
from desktop_app.i18n import _, ngettext
from desktop_app.wording.findings import oddity_sentence
from desktop_app.wording.numbers import Formats

if TYPE_CHECKING:
    from desktop_app.core.checking.checked import CheckedTable
    from desktop_app.core.customers.table import OrdersSummary
    from desktop_app.core.intake.tables import RawTable, ReadOptions

_MOST_FILES = 12  # a year of months
_MOST_COLUMNS = 4
_NO_ROWS = frozenset({"notes_below", "repeated_header"})
"""What is told of lines that are no rows; then their bare number says nothing more."""
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
        kind = _KINDS_BY_SUFFIX.get(_suffix(form), "Excel")
        if len(form.sheets) > 1:
            return _("{kind} workbook with {n} sheets. We read the sheet “{sheet}”.").format(
                kind=kind, n=len(form.sheets), sheet=form.sheet
            )
        return _("{kind} workbook with one sheet.").format(kind=kind)
    kind = _("A text file (CSV)") if _suffix(form) == ".csv" else _("A text file")
    return " ".join([_columns_words(kind, form), *_letters_sentence(form)])


def packed_sentence(form: FileForm) -> str:
    """Name the list inside a packed file; ``""`` where the file is the list."""
    if form.member is None:
        return ""
    return _("We read “{name}” inside the packed file.").format(
        name=PurePosixPath(form.member).name
    )


def _suffix(form: FileForm) -> str:
    return PurePosixPath(form.member or form.path.name).suffix.lower()


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


def files_sentence(forms: tuple[FileForm, ...], formats: Formats) -> str:
    """Name the files with their rows; ``""`` where there is only one."""
    if len(forms) == 1:
        return ""
    shown = [
        _("{file} ({n})").format(file=form.path.name, n=formats.count(form.n_rows))
        for form in forms[:_MOST_FILES]
    ]
    names, n_more = ", ".join(shown), len(forms) - len(shown)
    if not n_more:
        return _("Files with their rows: {names}.").format(names=names)
    return ngettext(
        "Files with their rows: {names} and {n} more.",
        "Files with their rows: {names} and {n} more.",
        n_more,
    ).format(names=names, n=n_more)


def oddity_sentences(raw: "RawTable", formats: Formats) -> Iterator[str]:
    """Say what is odd about the lines of the files, and which of them are no rows."""
    told = {oddity.code for oddity in raw.oddities}
    for oddity in raw.oddities:
        yield oddity_sentence(oddity)
    for form in raw.forms:
        if "preamble" not in told and (n := form.n_preamble_rows):
            yield ngettext(
                "{n} line above the table was left out.",
                "{n} lines above the table were left out.",
                n,
            ).format(n=formats.count(n))
        if not told & _NO_ROWS and (n := form.n_skipped_rows):
            yield ngettext(
                "{n} line that is no row was left out.",
                "{n} lines that are no rows were left out.",
                n,
            ).format(n=formats.count(n))


def date_sentences(checked: "CheckedTable") -> Iterator[str]:
    """Say which order days and months were read in, and whether the file proves it."""
    open_columns = {f.column for f in checked.findings if f.code == "undecided_date_order"}
    for order in ("dmy", "mdy"):
        columns = [column.name for column in checked.columns if column.date_order == order]
        if not columns:
            continue
        names = _names(columns)
        sentence = (
            _("Dates in {columns} are read with the day first: 31/12/2024.")
            if order == "dmy"
            else _("Dates in {columns} are read with the month first: 12/31/2024.")
        )
        yield sentence.format(columns=names)
        if guessed := [name for name in columns if name in open_columns]:
            yield ngettext(
                "Nothing in {columns} proves that, so please make sure.",
                "Nothing in {columns} proves that, so please make sure.",
                len(guessed),
            ).format(columns=_names(guessed))


def unclear_sentences(
    raw: "RawTable", checked: "CheckedTable", reading: "ReadOptions", code_page: str
) -> Iterator[str]:
    """Say what was taken for true although the file leaves it open, in case it matters.

    A workbook with several sheets, dates that fit both orders, and letters of another part of the
    world than ``code_page``; nothing where the user has said so.
    """
    form = raw.form
    if form.kind is FileKind.SPREADSHEET and len(form.sheets) > 1 and reading.sheet is None:
        yield _("“{file}” has {n} sheets. We took “{sheet}”.").format(
            file=form.path.name, n=len(form.sheets), sheet=form.sheet
        )
    open_columns = {f.column for f in checked.findings if f.code == "undecided_date_order"}
    for order in ("dmy", "mdy"):
        columns = [c.name for c in checked.columns if c.date_order == order]
        if unproven := [name for name in columns if name in open_columns]:
            words = (
                _("We took the day to come first in {columns}.")
                if order == "dmy"
                else _("We took the month to come first in {columns}.")
            )
            yield words.format(columns=_names(unproven))
    expected = ("utf", "ascii", "cp1252", code_page)
    guessed = [form for form in raw.forms if form.encoding]
    if reading.encoding is None and (
        odd := [f for f in guessed if not (f.encoding or "").lower().startswith(expected)]
    ):
        yield _("We took the letters for {letters}.").format(
            letters=encoding_words(odd[0].encoding or "")
        )


def _names(columns: Sequence[str]) -> str:
    shown = ", ".join(f"“{name}”" for name in columns[:_MOST_COLUMNS])
    n_more = len(columns) - _MOST_COLUMNS
    if n_more <= 0:
        return shown
    return ngettext("{names} and {n} more", "{names} and {n} more", n_more).format(
        names=shown, n=n_more
    )


def decimal_sentence(form: FileForm) -> str:
    """Say how numbers with a fraction are written; ``""`` for a workbook, which holds bare numbers."""
    if form.kind is FileKind.SPREADSHEET and not form.is_decimal_told and form.decimal == ".":
        return ""
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


def encoding_words(encoding: str) -> str:
    """Name an alphabet as people may know it."""
    words = {
        "utf-8": "UTF-8",
        "utf-16": "UTF-16",
        "utf-16-le": "UTF-16",
        "utf-16-be": "UTF-16",
        "cp1252": _("Western"),
        "latin-1": _("Western"),
        "iso-8859-1": _("Western"),
        "cp1250": _("Central European"),
        "cp1251": _("Cyrillic"),
        "cp1253": _("Greek"),
        "cp1254": _("Turkish"),
        "cp1255": _("Hebrew"),
        "cp1256": _("Arabic"),
        "cp1257": _("Baltic"),
        "cp1258": _("Vietnamese"),
        "cp874": _("Thai"),
        "cp932": _("Japanese"),
        "cp936": _("Chinese"),
        "cp949": _("Korean"),
        "cp950": _("Chinese (traditional)"),
        "cp850": _("Western, of old programs"),
        "cp852": _("Central European, of old programs"),
        "cp866": _("Cyrillic, of old programs"),
        "koi8-r": _("Cyrillic, of old mail"),
        "mac-roman": _("Western, of old Macs"),
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


def date_order_words(order: str) -> str:
    """Name an order of day, month and year."""
    words = {
        "dmy": _("day first"),
        "mdy": _("month first"),
        "ymd": _("year first"),
    }
    return words[order]
