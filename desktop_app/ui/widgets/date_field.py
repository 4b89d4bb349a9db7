"""A field for one day, with a calendar to pick it from."""

from PySide6.QtCore import QDate, QLocale, QSignalBlocker, Qt, Signal, Slot
from PySide6.QtGui import QTextCharFormat, QWheelEvent
from PySide6.QtWidgets import QCalendarWidget, QDateEdit, QWidget

from desktop_app.i18n import _
from desktop_app.ui.theme import Theme

_ISO = Qt.DateFormat.ISODate


class DateField(QDateEdit):
    """Shows a day with its month in words.

    Signals: ``day_chosen(str)``, the ISO date that the user chose.
    """

    day_chosen = Signal(str)

    def __init__(self, theme: Theme, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        self.lineEdit().setAccessibleName(name)
        self.setFont(theme.font("body"))
        # Months are named in the language of the program, as they are everywhere else.
        self.setLocale(QLocale(_("en")))
        self.setDisplayFormat("d MMMM yyyy")
        self.setCalendarPopup(True)
        self._build_calendar(theme, name)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setKeyboardTracking(False)  # the year 20 on the way to 2024 is no choice
        self.dateChanged.connect(self._on_date_changed)

    @property
    def day(self) -> str:
        """The day on show, as an ISO date."""
        return self.date().toString(_ISO)

    def show_day(self, day: str) -> None:
        """Show ``day``, an ISO date, silently."""
        with QSignalBlocker(self):
            self.setDate(QDate.fromString(day, _ISO))

    def _build_calendar(self, theme: Theme, name: str) -> None:
        calendar = self.calendarWidget()
        calendar.setAccessibleName(name)
        calendar.setFont(theme.font("body"))
        calendar.setVerticalHeaderFormat(QCalendarWidget.VerticalHeaderFormat.NoVerticalHeader)
        for day in (Qt.DayOfWeek.Saturday, Qt.DayOfWeek.Sunday):
            calendar.setWeekdayTextFormat(day, QTextCharFormat())  # Qt's own is red

    @Slot(QDate)
    def _on_date_changed(self, _date: QDate) -> None:
        self.day_chosen.emit(self.day)

    def wheelEvent(self, event: QWheelEvent) -> None:
        # A page that scrolls under the mouse must not change a day on its way.
        event.ignore()
