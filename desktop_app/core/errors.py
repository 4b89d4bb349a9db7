"""Everything that can go wrong in the core, as a code with details and never as a sentence.

``wording.errors`` turns each code into what happened, where, and what to do next.
"""


class AppError(Exception):
    """A thing that stops a step and that the user can do something about.

    ``code`` is the class's fixed word; ``details`` holds what its sentence needs.
    """

    code = "unknown"

    def __init__(self, **details: object) -> None:
        super().__init__(self.code, details)
        self.details = details


class InputError(AppError):
    """The file or the choices cannot be used as they are."""


class ProjectDamaged(InputError):
    """A saved project cannot be read in full. Details: ``path``, ``reason`` (for the log), ``backup``.

    ``backup`` is the path of the save before, ``None`` if there is none.
    """

    code = "project_damaged"


class NotAProject(InputError):
    """The file is no saved project at all. Details: ``path``."""

    code = "not_a_project"


class ProjectNewer(InputError):
    """A newer version of the program saved the project. Details: ``path``, ``version``."""

    code = "project_newer"


class NotFollowable(InputError):
    """The groups of a project are made by rule, or there are none. Details: ``path``."""

    code = "not_followable"


class CopyDiffers(InputError):
    """A copy without personal columns would not have the same groups."""

    code = "copy_differs"


class ProjectTooLarge(InputError):
    """A project unpacks to more than one can be. Details: ``path``."""

    code = "project_too_large"


class OutputError(AppError):
    """A file cannot be written; what was there before is untouched."""


class FileMissing(InputError):
    """Details: ``path``."""

    code = "file_missing"


class FileUnreadable(InputError):
    """The file exists but is locked, a folder, or not ours to read. Details: ``path``."""

    code = "file_unreadable"


class FileChanged(InputError):
    """The file vanished or changed while it was read. Details: ``path``."""

    code = "file_changed"


class NotATable(InputError):
    """No rows and columns can be made out. Details: ``path``."""

    code = "not_a_table"


class EmptyFile(InputError):
    """Details: ``path``."""

    code = "empty_file"


class HeaderOnly(InputError):
    """There are column names but no rows. Details: ``path``."""

    code = "header_only"


class UnknownFormat(InputError):
    """The suffix or content is of no kind that can be read. Details: ``path``, ``suffix``, ``kind``.

    ``kind`` says what it is instead, in the codes of ``core.intake.other_kinds``, or is ``None``.
    """

    code = "unknown_format"


class SpreadsheetDamaged(InputError):
    """The workbook cannot be opened. Details: ``path``."""

    code = "spreadsheet_damaged"


class SpreadsheetLocked(InputError):
    """The workbook is protected by a password. Details: ``path``."""

    code = "spreadsheet_locked"


class SpreadsheetTooLarge(InputError):
    """The workbook asks for more than the limits allow. Details: ``path``, ``limit``.

    ``limit`` is ``entries`` (parts in the file), ``bytes`` (unpacked), ``cells``, ``time`` or ``memory``.
    """

    code = "spreadsheet_too_large"


class SheetMissing(InputError):
    """Details: ``path``, ``sheet``, ``sheets``."""

    code = "sheet_missing"


class ArchiveHasSeveral(InputError):
    """A packed file holds more than one table. Details: ``path``, ``names``."""

    code = "archive_has_several"


class ArchiveWithoutTable(InputError):
    """Nothing in a packed file is a table. Details: ``path``."""

    code = "archive_without_table"


class ArchiveLocked(InputError):
    """A packed file is protected by a password. Details: ``path``."""

    code = "archive_locked"


class ArchiveDamaged(InputError):
    """A packed file cannot be unpacked. Details: ``path``."""

    code = "archive_damaged"


class ArchiveTooLarge(InputError):
    """A packed file unpacks to more than a list can be. Details: ``path``."""

    code = "archive_too_large"


class WrongEncoding(InputError):
    """The named encoding does not fit the file. Details: ``path``, ``encoding``."""

    code = "wrong_encoding"


class FilesDiffer(InputError):
    """Several files were given whose columns do not agree. Details: ``path``, ``columns``."""

    code = "files_differ"


class ColumnMissing(InputError):
    """A named column is not in the file. Details: ``column``, ``columns``."""

    code = "column_missing"


class ColumnsRenamed(InputError):
    """A newer file does not have the columns that the groups were made by.

    ``proposed`` holds pairs of (name in the file, name that it may stand for). Details: ``columns``,
    those that are missing, and ``candidates``, the names in the file that may stand for them.
    """

    code = "columns_renamed"


class ColumnNotANumber(InputError):
    """A column of words was asked to be a feature. Details: ``column``."""

    code = "column_not_a_number"


class ColumnNotADate(InputError):
    """The column of days holds no date that can be read. Details: ``column``."""

    code = "column_not_a_date"


class NoFeatures(InputError):
    """There is nothing to form segments by. Details: ``is_chosen``, the user took every column off."""

    code = "no_features"


class ConstantFeature(InputError):
    """A chosen feature has one value only. Details: ``column``."""

    code = "constant_feature"


class IdentifierFeature(InputError):
    """A chosen feature only names or reaches the customer. Details: ``column``."""

    code = "identifier_feature"


class TooFewCustomers(InputError):
    """Fewer distinct customers than asked for. Details: ``n_distinct``, ``k``."""

    code = "too_few_customers"


class OneCustomer(InputError):
    """A list of one customer cannot be divided. Details: none."""

    code = "one_customer"


class NoOrders(InputError):
    """No order line counts. Details: ``taken_out``, lines by reason."""

    code = "no_orders"


class CustomersUnknown(InputError):
    """The orders do not say who bought. Details: none."""

    code = "customers_unknown"


class BuyersNotInExport(InputError):
    """The system never says in such a file who bought. Details: ``system``, who wrote it."""

    code = "buyers_not_in_export"


class DatesUnknown(InputError):
    """No column of the orders says when. Details: none."""

    code = "dates_unknown"


class AmountsUnknown(InputError):
    """No column of the orders says for how much. Details: none."""

    code = "amounts_unknown"


class NoClassicView(InputError):
    """Groups by rule are asked for, but the list does not come from orders. Details: none."""

    code = "no_classic_view"


class BadValue(InputError):
    """A choice is outside of what is possible. Details: ``what``, ``value``."""

    code = "bad_value"


class CannotWrite(OutputError):
    """Details: ``path``, ``reason`` (``permission``, ``full``, ``folder_missing``, ``in_use``, ``other``).

    ``saved`` holds the paths of what was saved before, if anything was.
    """

    code = "cannot_write"


class TooManyRowsForSheet(OutputError):
    """An .xlsx sheet holds 1,048,576 rows at most. Details: ``path``, ``rows``."""

    code = "too_many_rows_for_sheet"
