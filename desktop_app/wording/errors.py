"""Every code of ``core.errors`` as words: what happened, where, and what to do next."""

import re
from collections.abc import Callable, Iterable
from pathlib import Path

from desktop_app.core.errors import AppError
from desktop_app.i18n import _, ngettext

_MOST_NAMES = 8
_SHEET_ROWS = 1_048_576
_STEERING = re.compile(r"[\x00-\x1f\x7f-\x9f\u2028\u2029]")


class _Details(dict[str, object]):
    """The details of a problem; what was not said reads as an ellipsis rather than as a second one."""

    def __missing__(self, key: str) -> str:
        return "…"


_Words = dict[str, Callable[[_Details], str]]

_KINDS: dict[object, Callable[[], str]] = {
    "text_document": lambda: _("a text document"),
    "slides": lambda: _("a set of slides"),
    "picture": lambda: _("a picture"),
    "printout": lambda: _("a PDF"),
    "database": lambda: _("a database"),
    "packed": lambda: _("a packed folder"),
    "page": lambda: _("a web page"),
}

_TOO_LARGE: _Words = {
    "entries": lambda d: _(
        "The workbook “{file}” is made of more parts than any list of customers needs, so it was "
        "not opened. Copy the sheet with your customers into a new workbook and choose that one."
    ),
    "bytes": lambda d: _(
        "The workbook “{file}” would unpack to far more than this computer can hold safely, so it "
        "was not opened. Save the sheet with your customers as CSV and choose that file."
    ),
    "cells": lambda d: _(
        "The workbook “{file}” has cells so far apart that it asks for more room than is safe, so "
        "it was not opened. Copy only your list into a new workbook and choose that one."
    ),
    "time": lambda d: _(
        "The workbook “{file}” took too long to open. "
        "Save the sheet with your customers as CSV and choose that file."
    ),
    "memory": lambda d: _(
        "The workbook “{file}” needs more memory than is safe. "
        "Save the sheet with your customers as CSV and choose that file."
    ),
}

_FILES: _Words = {
    "file_missing": lambda d: _(
        "“{file}” is not there any more. It may have been moved or renamed. Choose the file again."
    ),
    "file_unreadable": lambda d: _(
        "“{file}” cannot be opened. It may be open in another program, or you may not have the "
        "right to read it. Close it there, or copy it to your own folder, and choose it again."
    ),
    "file_changed": lambda d: _(
        "“{file}” changed while it was being read. Wait until it is saved, then choose it again."
    ),
    "not_a_table": lambda d: _(
        "“{file}” does not look like a table of rows and columns. "
        "Choose an Excel, ODS, CSV or text file that holds your customers."
    ),
    "empty_file": lambda d: _("“{file}” is empty. Choose the file that holds your customers."),
    "header_only": lambda d: _(
        "“{file}” has column names but no rows below them. Export it again with your customers in it."
    ),
    "unknown_format": lambda d: (
        _(
            "“{file}” is of a kind that cannot be read here ({suffix}). "
            "Save it as Excel (.xlsx) or CSV and choose that file."
        )
        if d.get("kind") not in _KINDS
        else _(
            "“{file}” is {kind}, and no table can be read from it. "
            "Choose the Excel, ODS or CSV file that holds your customers."
        )
    ),
    "spreadsheet_damaged": lambda d: _(
        "The workbook “{file}” is damaged and cannot be opened. "
        "Open it in Excel or LibreOffice, save it again, and choose the new file."
    ),
    "spreadsheet_locked": lambda d: _(
        "The workbook “{file}” is protected by a password. "
        "Save a copy without a password and choose the copy."
    ),
    "spreadsheet_too_large": lambda d: _TOO_LARGE.get(str(d["limit"]), _TOO_LARGE["memory"])(d),
    "sheet_missing": lambda d: _(
        "“{file}” has no sheet called “{sheet}”. Its sheets are: {sheets}. Choose one of them."
    ),
    "archive_has_several": lambda d: _(
        "The packed file “{file}” holds several lists: {names}. "
        "Unpack it and choose the ones that belong together."
    ),
    "archive_without_table": lambda d: _(
        "The packed file “{file}” holds no list. Unpack it and choose the file with your customers."
    ),
    "archive_locked": lambda d: _(
        "The packed file “{file}” is protected by a password. Unpack it and choose the file inside."
    ),
    "archive_damaged": lambda d: _(
        "The packed file “{file}” is damaged and cannot be unpacked. Download or copy it once more."
    ),
    "archive_too_large": lambda d: _(
        "The packed file “{file}” unpacks to far more than a list of customers can be. "
        "If you trust it, unpack it yourself and choose the file inside."
    ),
    "columns_renamed": lambda d: (
        _(
            "The groups were made by columns that this file does not have: {columns}. "
            "Choose a file of the same kind. Columns with other names now could be: {candidates}."
        )
        if d["candidates"]
        else _(
            "The groups were made by columns that this file does not have: {columns}. "
            "Choose a file of the same kind, or make new groups from this one."
        )
    ),
    "project_damaged": lambda d: (
        _(
            "“{file}” is damaged and cannot be opened in full. Open the save before it, which was "
            "kept beside it."
        )
        if d.get("backup")
        else _(
            "“{file}” is damaged and cannot be opened in full. Copy or download it once more, or open "
            "your customer list anew."
        )
    ),
    "not_followable": lambda d: _(
        "The groups in “{file}” are made by rule, and a rule sorts every file anew. "
        "Choose a project whose groups were found, or use the newer file by itself."
    ),
    "not_a_project": lambda d: _(
        "“{file}” is no project of Clientele. Choose a file that ends in .clientele."
    ),
    "project_newer": lambda d: _(
        "“{file}” was saved by a newer Clientele ({version}). Install that version to open it."
    ),
    "copy_differs": lambda d: _(
        "Without the personal columns these groups cannot be made again, so no copy was saved. "
        "Save the lists instead, and leave out what names a person."
    ),
    "project_too_large": lambda d: _(
        "“{file}” would unpack to far more than a project can be, so it was not opened. "
        "Ask whoever gave it to you for their list."
    ),
    "wrong_encoding": lambda d: _(
        "“{file}” is not written in the alphabet “{encoding}”. "
        "Choose another one, or let the program find out."
    ),
    "files_differ": lambda d: _(
        "“{file}” is another kind of list than the other files. Its columns are: {columns}. "
        "Open the orders and the customers of your shop together, and this file by itself."
    ),
}

_NO_ORDERS: dict[str, Callable[[], str]] = {
    "after_as_of": lambda: _(
        "No order is left: most lines come after the day to count from. "
        "Choose a later day, or leave it open."
    ),
    "before_window": lambda: _(
        "No order is left: most lines come before the time to look back on. Look back further."
    ),
    "": lambda: _(
        "No order is left after cancelled, refunded and nameless ones were taken out. "
        "Check that the file holds paid orders."
    ),
}

_CHOICES: _Words = {
    "column_missing": lambda d: _(
        "There is no column called “{column}”. The columns are: {columns}. Choose one of them."
    ),
    "column_not_a_number": lambda d: _(
        "The column “{column}” holds words or dates, not numbers. "
        "Choose a column of numbers instead."
    ),
    "column_not_a_date": lambda d: _(
        "Nothing in the column “{column}” can be read as a date. "
        "Choose the column that holds the day of each order."
    ),
    "no_features": lambda d: (
        _("Groups must be about something. Tick at least one fact.")
        if d.get("is_chosen")
        else _(
            "No column of numbers was found that could form groups. "
            "Add facts such as age, money spent or number of orders to your file."
        )
    ),
    "constant_feature": lambda d: _(
        "The column “{column}” is the same for everyone, so it cannot tell groups apart. "
        "Choose another fact."
    ),
    "identifier_feature": lambda d: _(
        "The column “{column}” only tells one customer from another, so it cannot form groups. "
        "Choose a fact such as age or money spent."
    ),
    "too_few_customers": lambda d: (
        _(
            "The list holds too few different customers for {k} groups: only {n_distinct}. "
            "Choose fewer groups or a longer list."
        )
        if d["n_distinct"] != 0
        else _(
            "Every customer has an empty value in one of the facts, so leaving them out leaves "
            "nobody. Use the middle value for what is empty, or choose other facts."
        )
    ),
    "one_customer": lambda d: _(
        "There is only one customer to look at, and one customer cannot be divided into groups. "
        "Choose a longer list."
    ),
    "no_orders": lambda d: _NO_ORDERS.get(_main_reason(d["taken_out"]), _NO_ORDERS[""])(),
    "customers_unknown": lambda d: _(
        "The orders in this file do not say who bought. "
        "Choose an export with a customer number, an e-mail address or a name."
    ),
    "buyers_not_in_export": lambda d: _(
        "This is a list of orders from {system}, and {system} does not say in it who bought. So no "
        "customers can be told apart. Choose a file that holds a customer number or an e-mail address."
    ),
    "dates_unknown": lambda d: _(
        "No column of this file says on which day each order was placed. "
        "Choose an export that holds the dates of the orders."
    ),
    "amounts_unknown": lambda d: _(
        "No column of this file says what each order cost. Choose an export that holds the amounts."
    ),
    "no_classic_view": lambda d: _(
        "Groups by how lately, how often and for how much people buy are made from orders, and this "
        "file holds no orders. Open a sales export, or let the groups be found in your list."
    ),
    "bad_value": lambda d: _BAD_VALUES.get(str(d["what"]), _BAD_VALUES["other"])(d),
}

_BAD_VALUES: _Words = {
    "weight": lambda d: _(
        "A fact cannot count “{value}” times. Choose a number from 0.01 to 100; 1 is usual."
    ),
    "other": lambda d: _("“{value}” cannot be used for {what}. Choose another value."),
}

_CANNOT_WRITE: _Words = {
    "permission": lambda d: _(
        "“{file}” cannot be saved in “{folder}”: you may not write there. Choose another folder."
    ),
    "full": lambda d: _(
        "“{file}” cannot be saved: the disk is full. Make room or choose another disk."
    ),
    "folder_missing": lambda d: _(
        "“{file}” cannot be saved: the folder “{folder}” is not there. Choose another folder."
    ),
    "in_use": lambda d: _(
        "“{file}” cannot be saved: it is open in another program. Close it there and save again."
    ),
    "other": lambda d: _(
        "“{file}” cannot be saved in “{folder}”. Choose another folder and save again."
    ),
}

_SAVING: _Words = {
    "cannot_write": lambda d: _CANNOT_WRITE.get(str(d["reason"]), _CANNOT_WRITE["other"])(d),
    "too_many_rows_for_sheet": lambda d: _(
        "“{file}” cannot hold {rows} rows: an Excel sheet ends at {limit}. Save it as CSV instead."
    ),
}

_WORDS: _Words = _FILES | _CHOICES | _SAVING


def _what_words(what: str) -> str:
    words: dict[str, Callable[[], str]] = {
        "segments": lambda: _("the number of groups"),
        "k": lambda: _("the number of groups"),
        "max_k": lambda: _("the largest number of groups"),
        "suffix": lambda: _("the kind of file (use .csv or .xlsx)"),
        "encoding": lambda: _("the alphabet of the file"),
        "delimiter": lambda: _("the sign between columns"),
        "decimal": lambda: _("the decimal sign"),
        "amount": lambda: _("the amount of an order"),
        "as_of": lambda: _("the day to count from"),
        "look_back": lambda: _("the number of months to look back"),
        "currency": lambda: _("the currency that counts"),
        "counted": lambda: _("what counts all the same"),
        "date_order": lambda: _("the order of day, month and year"),
        "sheet": lambda: _("the sheet"),
        "table": lambda: _("what one row stands for"),
    }
    return words[what]() if what in words else what.replace("_", " ")


def _main_reason(taken_out: object) -> str:
    """Give the reason that most lines were taken out for, ``""`` if none was."""
    counts = taken_out if isinstance(taken_out, dict) else {}
    return max(counts, key=lambda reason: int(counts[reason]), default="")


def is_worded(error: type[AppError]) -> bool:
    """Tell whether there is a sentence for the code of ``error``."""
    return error.code in _WORDS


def sentence_for(error: AppError) -> str:
    """Give one or two sentences for the user: what happened, where, what to do next."""
    assert error.code in _WORDS, error.code
    details = _Details(error.details)
    shown = _Details((key, _shown(value)) for key, value in details.items())
    path = details.get("path")
    if isinstance(path, str | Path):
        shown["file"] = _on_one_line(Path(path).name)
        shown["folder"] = _on_one_line(str(Path(path).parent))
    shown["what"] = _what_words(str(details["what"]))
    if details.get("kind") in _KINDS:
        shown["kind"] = _KINDS[details["kind"]]()
    shown["limit"] = _shown(_SHEET_ROWS)
    sentence = _WORDS[error.code](details).format_map(shown)
    saved = details.get("saved")
    return f"{sentence} {_saved_words(saved)}" if isinstance(saved, tuple) else sentence


def _saved_words(paths: tuple[Path, ...]) -> str:
    """Name the files that were saved before another one could not be."""
    names = ", ".join(f"“{_on_one_line(path.name)}”" for path in paths)
    return ngettext("{names} was saved.", "{names} were saved.", len(paths)).format(names=names)


def _shown(value: object) -> str:
    if isinstance(value, bool):
        return _("yes") if value else _("no")
    if isinstance(value, int):
        return f"{value:,}"
    if isinstance(value, str) or not isinstance(value, Iterable):
        return _on_one_line(str(value))
    names = [_on_one_line(str(name)) for name in value]
    shown = ", ".join(names[:_MOST_NAMES])
    n_more = len(names) - _MOST_NAMES
    if n_more <= 0:
        return shown
    return ngettext("{names} and {n} more", "{names} and {n} more", n_more).format(
        names=shown, n=n_more
    )


def _on_one_line(text: str) -> str:
    """Write out line ends and other signs that steer a printer."""
    return _STEERING.sub(lambda found: found[0].encode("unicode_escape").decode(), text)
