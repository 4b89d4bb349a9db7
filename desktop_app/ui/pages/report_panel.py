"""The report beside the page Share, page by page, as it will be printed."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer, Slot
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from desktop_app.i18n import _
from desktop_app.report.pdf import lay_out, page_picture
from desktop_app.ui.widgets.buttons import icon_button
from desktop_app.ui.widgets.card import Card
from desktop_app.ui.widgets.labels import text_label
from desktop_app.ui.widgets.report_preview import ReportPreview
from desktop_app.wording.report import page_words

if TYPE_CHECKING:
    from desktop_app.document.document import Document
    from desktop_app.report.paper import Page
    from desktop_app.report.pdf import PagePicture
    from desktop_app.report.story import Story
    from desktop_app.ui.pages.context import PageContext

RESIZED_MS = 120  # a window being resized has another size many times a second


class ReportPanel(Card):
    """Draws a page when it is seen, in a job; the next document is laid out when it is shown."""

    def __init__(self, context: PageContext, parent: QWidget | None = None) -> None:
        super().__init__(context.theme, parent, kind="well")
        self._context = context
        self._document: Document | None = None
        self._story: Story | None = None
        self._pages: tuple[Page, ...] = ()
        self._place = 0
        self._build()
        self._connect()

    @property
    def n_pages(self) -> int:
        """The number of pages, 0 while it is not known."""
        return len(self._pages)

    @property
    def place(self) -> int:
        """The page on show, 0 is the first."""
        return self._place

    def show_document(self, document: Document, story: Story) -> None:
        """Show the report of another document; the page stays the same if there still is one."""
        if document is self._document and story is self._story:
            return
        self._document, self._story = document, story
        self._context.runner.cancel("report page")
        self._pages = ()
        self._show_number()
        if self.isVisible():
            self._lay_out()

    # building -------------------------------------------------------------------------------

    def _build(self) -> None:
        theme = self._context.theme
        self.before = icon_button("left", _("Page before"), theme)
        self.after = icon_button("right", _("Next page"), theme)
        self._number = text_label("", theme, "body", "text2")
        self.preview = ReportPreview(theme, _("Report preview"))
        head = QHBoxLayout()
        head.setSpacing(theme.px(4))
        head.addWidget(text_label(_("Report preview"), theme, "heading"))
        head.addStretch(1)
        for widget in (self.before, self._number, self.after):
            head.addWidget(widget)
        self.body.addLayout(head)
        self.body.addWidget(self.preview, 1)
        self._resized = QTimer(self)
        self._resized.setSingleShot(True)
        self._resized.setInterval(RESIZED_MS)

    def _connect(self) -> None:
        self.before.clicked.connect(self._on_before_clicked)
        self.after.clicked.connect(self._on_after_clicked)
        self.preview.turned.connect(self._turn)
        self.preview.resized.connect(self._resized.start)
        self._resized.timeout.connect(self._draw)

    # showing --------------------------------------------------------------------------------

    def _lay_out(self) -> None:
        if self._document is None:
            return
        self._context.runner.start(
            "report",
            lay_out,
            self._document,
            self._story,
            self._context.formats,
            date.today(),
            on_done=self._on_laid_out,
        )

    @Slot()
    def _draw(self) -> None:
        if self._pages and self.isVisible():
            args = (self._pages, self._place, self.preview.pixels)
            self._context.runner.start(
                "report page", page_picture, *args, on_done=self._on_page_drawn
            )

    def _show_number(self) -> None:
        n = self.n_pages
        self._number.setText(page_words(self._place + 1, n) if n else "")
        self.before.setEnabled(self._place > 0)
        self.after.setEnabled(self._place + 1 < n)

    # slots ----------------------------------------------------------------------------------

    @Slot(object)
    def _on_laid_out(self, pages: tuple[Page, ...]) -> None:
        self._pages = pages
        self._place = min(self._place, len(pages) - 1)
        self._show_number()
        self._draw()

    @Slot(object)
    def _on_page_drawn(self, picture: PagePicture) -> None:
        self.preview.show_picture(picture, page_words(self._place + 1, self.n_pages))

    @Slot(int)
    def _turn(self, by: int) -> None:
        if 0 <= self._place + by < self.n_pages:
            self._place += by
            self._show_number()
            self._draw()

    @Slot()
    def _on_before_clicked(self) -> None:
        self._turn(-1)

    @Slot()
    def _on_after_clicked(self) -> None:
        self._turn(1)

    # Qt overrides ---------------------------------------------------------------------------

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if not self._pages:
            self._lay_out()
