"""What can be saved on the page Share: one row per kind of file, with its own choice at its end."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QWidget

from desktop_app.core.sharing.mail_lists import MAIL_TOOLS
from desktop_app.i18n import _
from desktop_app.ui.widgets.axis_box import AxisBox
from desktop_app.ui.widgets.card import Card
from desktop_app.ui.widgets.output_row import OutputRow
from desktop_app.wording.mailing import tool_name

if TYPE_CHECKING:
    from desktop_app.core.sharing.mail_lists import MailTool
    from desktop_app.ui.theme import Theme
    from desktop_app.wording.numbers import Formats

LISTS = (".csv", ".xlsx")
REPORT, MAIL, PICTURES = "report", "mail", "pictures"


class ShareOutputs(Card):
    """Asks which files are wanted.

    Signals: ``changed()`` when something was ticked or chosen.
    """

    changed = Signal()

    def __init__(self, theme: Theme, formats: Formats, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent)
        # Where the comma is in numbers, a spreadsheet parts cells at semicolons.
        self.delimiter = ";" if formats.decimal == "," else ","
        self.tool: MailTool = MAIL_TOOLS[0]
        self._build(theme)
        self._connect()

    @property
    def lists(self) -> tuple[str, ...]:
        """The suffixes of the lists that are wanted."""
        return tuple(suffix for suffix in LISTS if self.rows[suffix].is_ticked)

    @property
    def has_report(self) -> bool:
        """The report is wanted."""
        return self.rows[REPORT].is_ticked

    @property
    def has_mail(self) -> bool:
        """Mail lists are wanted, and possible."""
        row = self.rows[MAIL]
        return row.is_ticked and not row.isHidden()

    @property
    def has_pictures(self) -> bool:
        """Pictures are wanted."""
        return self.rows[PICTURES].is_ticked

    def offer_mail(self, *, is_possible: bool) -> None:
        """Offer mail lists where there are addresses."""
        self.rows[MAIL].setVisible(is_possible)

    def _build(self, theme: Theme) -> None:
        self._delimiters = AxisBox(_("What parts the columns"), theme)
        delimiters: dict[str | None, str] = {
            ",": _("Comma"),
            ";": _("Semicolon"),
            "\t": _("Tab"),
        }
        self._delimiters.show_choices(delimiters, self.delimiter)
        self._tools = AxisBox(_("Mail tool"), theme)
        tools: dict[str | None, str] = {tool.key: tool_name(tool) for tool in MAIL_TOOLS}
        self._tools.show_choices(tools, self.tool.key)
        self.rows = {
            ".xlsx": OutputRow(
                "table",
                _("Excel workbook"),
                _("All customers, one sheet per group, a summary with charts"),
                theme,
            ),
            REPORT: OutputRow(
                "report",
                _("PDF report"),
                _("A page for each group, and how sure we are. Nobody is named."),
                theme,
                is_ticked=False,
            ),
            ".csv": OutputRow(
                "file",
                _("CSV with every customer"),
                _("Your own columns untouched, plus the group"),
                theme,
                choice=self._delimiters,
            ),
            MAIL: OutputRow(
                "mail",
                _("Lists for a mail tool"),
                _("One per group, ready to import, with the people who agreed"),
                theme,
                choice=self._tools,
                is_ticked=False,
            ),
            PICTURES: OutputRow(
                "picture",
                _("Pictures"),
                _("PNG and SVG of the groups"),
                theme,
                is_ticked=False,
            ),
        }
        self.body.setSpacing(0)
        for row in self.rows.values():
            self.body.addWidget(row)
        self.offer_mail(is_possible=False)

    def _connect(self) -> None:
        for row in self.rows.values():
            row.toggled.connect(self.changed)
        self._delimiters.choice_made.connect(self._on_delimiters_choice_made)
        self._tools.choice_made.connect(self._on_tools_choice_made)

    @Slot(object)
    def _on_delimiters_choice_made(self, delimiter: str) -> None:
        self.delimiter = delimiter
        self.changed.emit()

    @Slot(object)
    def _on_tools_choice_made(self, key: str) -> None:
        self.tool = next(tool for tool in MAIL_TOOLS if tool.key == key)
        self.changed.emit()
