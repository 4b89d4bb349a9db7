"""What the page Your file shows before there is a file: where to drop one, samples, recent files."""

from __future__ import annotations

from datetime import date
from functools import partial
from pathlib import Path

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QFrame, QHBoxLayout, QMenu, QSizePolicy, QVBoxLayout, QWidget

from desktop_app.i18n import _, ngettext
from desktop_app.paths import resource_path
from desktop_app.services.recent_files import RecentFile
from desktop_app.ui.theme import Theme
from desktop_app.ui.widgets.buttons import push_button
from desktop_app.ui.widgets.card import Card
from desktop_app.ui.widgets.drop_zone import DropZone
from desktop_app.ui.widgets.flow_rows import FlowRows
from desktop_app.ui.widgets.icon_label import IconLabel
from desktop_app.ui.widgets.labels import text_label
from desktop_app.ui.widgets.plain_words import plain_tooltip
from desktop_app.ui.widgets.strip import Strip
from desktop_app.wording.numbers import Formats

ZONE_HEIGHT = 260
STRIP_WIDTH = 130
PROMISE_HEIGHT = 26  # as high as the button at the end of their line
FIRST_SAMPLE = "shop_customers.csv"


def sample_path(name: str) -> Path:
    """Give the place of a list that the program brings along."""
    return resource_path("samples", name)


class StartPart(QWidget):
    """Asks for a file.

    Signals: ``files_requested()`` to choose files; ``paths_chosen(tuple of Path)`` for a sample or
    recent files; ``paste_requested()`` for the table in the clipboard.
    """

    files_requested = Signal()
    paste_requested = Signal()
    paths_chosen = Signal(object)

    def __init__(self, theme: Theme, formats: Formats, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme, self._formats = theme, formats
        self._build()
        self._connect()
        self.show_recent(())

    def show_recent(self, entries: tuple[RecentFile, ...]) -> None:
        """List the files opened last, newest first."""
        while item := self._recent_rows.takeAt(0):
            if widget := item.widget():
                widget.hide()
                widget.deleteLater()
        for entry in entries:
            if self._recent_rows.count():
                self._recent_rows.addWidget(_rule())
            self._recent_rows.addWidget(self._recent_row(entry))
        self._recent.setVisible(bool(entries))

    def show_hover(self, name: str | None) -> None:
        """Invite to let go of the file called ``name``; ``None`` goes back to waiting."""
        self.zone.show_hover(name)

    # building -------------------------------------------------------------------------------

    def _build(self) -> None:
        px = self._theme.px
        self.zone = DropZone(self._theme)
        self.zone.setMinimumHeight(px(ZONE_HEIGHT))
        self.zone.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Expanding)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(px(8))
        column.addWidget(self.zone, 1)
        column.addLayout(self._promises())
        column.addWidget(self._recent_part())

    def _promises(self) -> QHBoxLayout:
        promises = FlowRows(spacing=self._theme.px(18), row_spacing=self._theme.px(4))
        for icon, words in (
            ("lock", _("No account, no upload")),
            ("people", _("From 30 to a million customers")),
            ("undo", _("Every choice can be undone")),
        ):
            promises.addWidget(self._promise(icon, words))
        self.samples_button = push_button(_("Other samples"), self._theme, "quiet", "down")
        self.samples_button.setLayoutDirection(Qt.LayoutDirection.RightToLeft)  # the arrow is last
        self.samples_button.setMenu(self._samples_menu())
        row = QHBoxLayout()
        row.setSpacing(self._theme.px(12))
        row.addLayout(promises, 1)
        row.addWidget(self.samples_button, 0, Qt.AlignmentFlag.AlignTop)
        return row

    def _promise(self, icon: str, words: str) -> QWidget:
        promise = QWidget()
        promise.setMinimumHeight(self._theme.px(PROMISE_HEIGHT))
        row = QHBoxLayout(promise)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(self._theme.px(7))
        row.addWidget(IconLabel(icon, "accent", self._theme, 16))
        row.addWidget(text_label(words, self._theme, "small", "text2"))
        return promise

    def _samples_menu(self) -> QMenu:
        menu = QMenu(self)
        for name, words in (
            ("shop_customers_june.csv", _("The sample shop, one month later")),
            ("shop_orders.csv", _("The sales export of a web shop")),
            ("no_groups.csv", _("Customers without natural groups")),
        ):
            menu.addAction(words).triggered.connect(partial(self._choose_sample, name))
        return menu

    def _recent_part(self) -> QWidget:
        card = Card(self._theme)
        card.body.setContentsMargins(1, 1, 1, 1)
        card.body.setSpacing(0)
        self._recent_rows = card.body
        self._recent = QWidget()
        column = QVBoxLayout(self._recent)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(self._theme.px(8))
        column.addWidget(text_label(_("Recent"), self._theme, "heading"))
        column.addWidget(card)
        return self._recent

    def _recent_row(self, entry: RecentFile) -> QWidget:
        theme, px = self._theme, self._theme.px
        button = push_button(_("Open"), theme, "small")
        button.setAccessibleName(_("Open {file}").format(file=_name(entry)))
        button.clicked.connect(partial(self._open_recent, entry))
        widget = QWidget()
        row = QHBoxLayout(widget)
        row.setContentsMargins(px(16), px(7), px(10), px(7))
        row.setSpacing(px(12))
        row.addWidget(IconLabel("groups" if entry.is_project else "shop", "text2", theme, 17))
        row.addLayout(self._recent_words(entry), 1)
        if entry.sizes:
            strip = Strip(theme)
            strip.setFixedWidth(px(STRIP_WIDTH))
            strip.show_sizes(entry.sizes)
            row.addWidget(strip)
            k = len(entry.sizes)
            groups = ngettext("{n} group", "{n} groups", k).format(n=k)
            row.addWidget(text_label(groups, theme, "small", "text2"))
        row.addWidget(button)
        return widget

    def _recent_words(self, entry: RecentFile) -> QVBoxLayout:
        n = entry.n_customers
        day = self._formats.date(date.fromisoformat(entry.opened_on))
        customers = ngettext("{n} customer", "{n} customers", n).format(n=self._formats.count(n))
        note = f"{day} · {customers}" if n else day
        words = QVBoxLayout()
        words.setSpacing(0)
        name = text_label(_name(entry), self._theme, "small_strong", wrap=True)
        name.setToolTip(plain_tooltip("\n".join(map(str, entry.paths))))
        words.addWidget(name)
        words.addWidget(text_label(note, self._theme, "small", "text2"))
        return words

    # signals and slots ----------------------------------------------------------------------

    def _connect(self) -> None:
        self.zone.choose_requested.connect(self.files_requested)
        self.zone.paste_requested.connect(self.paste_requested)
        self.zone.sample_requested.connect(self._on_zone_sample_requested)

    def _choose_sample(self, name: str, _is_checked: bool = False) -> None:
        self.paths_chosen.emit((sample_path(name),))

    def _open_recent(self, entry: RecentFile, _is_checked: bool = False) -> None:
        self.paths_chosen.emit(entry.paths)

    @Slot()
    def _on_zone_sample_requested(self) -> None:
        self._choose_sample(FIRST_SAMPLE)


def _name(entry: RecentFile) -> str:
    n = len(entry.more_paths)
    if not n:
        return entry.name
    return ngettext("{file} and {n} more", "{file} and {n} more", n).format(file=entry.name, n=n)


def _rule() -> QFrame:
    rule = QFrame()
    rule.setProperty("role", "rule")
    rule.setFixedHeight(1)
    return rule
