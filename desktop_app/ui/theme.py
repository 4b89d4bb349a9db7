"""The look of the window: one palette, one em, and everything Qt draws with them.

Knows colours, type and icons; knows no page and no customer. Every widget is handed the theme it
draws with, so there is no global look.
"""

from dataclasses import replace
from typing import Literal

from PySide6.QtCore import QObject, Qt, Signal, Slot
from PySide6.QtGui import (
    QColor,
    QFont,
    QFontDatabase,
    QFontInfo,
    QGuiApplication,
    QIcon,
    QPalette,
    QPixmap,
)
from PySide6.QtWidgets import QApplication

from desktop_app.charts.style import DARK, FONT_FAMILY, LIGHT, ChartStyle, Palette
from desktop_app.paths import resource_path
from desktop_app.ui.style_sheet import fill_style_sheet
from desktop_app.ui.tinting import tinted_pixmap

Scheme = Literal["system", "light", "dark"]

SMALLEST_EM = 13.0

_Weight = QFont.Weight
_ROLES: dict[str, tuple[float, QFont.Weight]] = {
    "hero": (2.15, _Weight.DemiBold),
    "number": (1.9, _Weight.DemiBold),
    "title": (1.62, _Weight.DemiBold),
    "heading": (1.15, _Weight.DemiBold),
    "body": (1.0, _Weight.Normal),
    "body_medium": (1.0, _Weight.Medium),
    "body_strong": (1.0, _Weight.DemiBold),
    "figures": (1.0, _Weight.Normal),
    "small": (0.92, _Weight.Normal),
    "small_medium": (0.92, _Weight.Medium),
    "small_strong": (0.92, _Weight.DemiBold),
    "tiny": (0.85, _Weight.Normal),
}
_CLASS_ROLES = {"QMenuBar": "small", "QToolTip": "small", "QComboBox": "small_medium"}
_TABULAR_ROLES = frozenset({"number", "figures", "tiny"})
_TIGHT_ROLES = frozenset({"hero", "number", "title"})
_COLOR_SCHEMES = {
    "system": Qt.ColorScheme.Unknown,
    "light": Qt.ColorScheme.Light,
    "dark": Qt.ColorScheme.Dark,
}
_WEIGHT_FILES = ("Regular", "Medium", "SemiBold", "Bold")


class Theme(QObject):
    """Colours, type and icons of the window; emits ``changed`` after a switch of light and dark."""

    changed = Signal()

    def __init__(
        self, scheme: Scheme = "system", parent: QObject | None = None, *, em: float | None = None
    ) -> None:
        super().__init__(parent)
        self._scheme: Scheme = scheme
        self._app: QApplication | None = None
        self._pixmaps: dict[tuple[str, str, float, float], QPixmap] = {}
        self.em = em or _system_em()
        self.palette = self._current_palette()
        hints = QGuiApplication.styleHints()
        hints.colorSchemeChanged.connect(self._on_hints_changed)
        hints.accessibility().contrastPreferenceChanged.connect(self._on_hints_changed)

    @property
    def scheme(self) -> Scheme:
        """What the user asked for."""
        return self._scheme

    def apply(self, app: QApplication) -> None:
        """Dress ``app``, now and after every later change of this theme."""
        self._app = app
        _load_fonts(app)
        # Without this a widget falls back to its first font each time its style is looked up.
        app.setAttribute(Qt.ApplicationAttribute.AA_UseStyleSheetPropagationInWidgetStyles)
        app.setStyle("Fusion")
        app.setFont(self.font("body"))
        for class_name, role in _CLASS_ROLES.items():
            app.setFont(self.font(role), class_name)  # type: ignore[arg-type]
        self._tell_system()
        self._dress(app)

    def set_scheme(self, scheme: Scheme) -> None:
        """Go light or dark, or follow the system."""
        self._scheme = scheme
        self._tell_system()
        self._refresh()

    def font(self, role: str) -> QFont:
        """Give the font of ``role`` (hero, number, title, heading, body, small, ...).

        Tables use ``figures``, whose digits stand below each other.
        """
        size, weight = _ROLES[role]
        font = QFont(FONT_FAMILY)
        font.setPixelSize(round(size * self.em))
        font.setWeight(weight)
        if role in _TABULAR_ROLES:  # elsewhere it would tear hyphens and percent signs off
            font.setFeature(QFont.Tag("tnum"), 1)
        if role in _TIGHT_ROLES:
            font.setLetterSpacing(QFont.SpacingType.PercentageSpacing, 98)
        return font

    def px(self, pixels_at_13: float) -> int:
        """Scale a length that is right at an em of 13 px."""
        return round(pixels_at_13 * self.em / SMALLEST_EM)

    def color(self, tone: str) -> QColor:
        """Give the colour that the palette calls ``tone``."""
        return QColor(getattr(self.palette, tone))

    def icon(self, name: str, tone: str = "text", size: float = 18) -> QIcon:
        """Give icon ``name`` drawn ``size`` px high at 13 px text, for every screen in use."""
        icon = QIcon()
        for ratio in sorted({1.0, 2.0, QGuiApplication.primaryScreen().devicePixelRatio()}):
            icon.addPixmap(self._pixmap(name, tone, self.px(size), ratio))
            faded = self._pixmap(name, "text3", self.px(size), ratio)
            icon.addPixmap(faded, QIcon.Mode.Disabled)
        return icon

    def pixmap(self, name: str, tone: str, size_px: float) -> QPixmap:
        """Give icon ``name`` as a picture of exactly ``size_px``, crisp on the finest screen."""
        ratio = max(screen.devicePixelRatio() for screen in QGuiApplication.screens())
        return self._pixmap(name, tone, size_px, ratio)

    def chart_style(self) -> ChartStyle:
        """Give what the charts draw with, so that they belong to the page."""
        return ChartStyle(palette=self.palette, em=self.em)

    def _pixmap(self, name: str, tone: str, size_px: float, ratio: float) -> QPixmap:
        key = (name, tone, size_px, ratio)
        if key not in self._pixmaps:
            color = getattr(self.palette, tone)
            self._pixmaps[key] = tinted_pixmap(name, color, size_px, ratio)
        return self._pixmaps[key]

    def _current_palette(self) -> Palette:
        hints = QGuiApplication.styleHints()
        is_dark = self._scheme == "dark"
        if self._scheme == "system":
            is_dark = hints.colorScheme() == Qt.ColorScheme.Dark
        palette = DARK if is_dark else LIGHT
        if hints.accessibility().contrastPreference() == Qt.ContrastPreference.HighContrast:
            return replace(palette, line=palette.line2, text2=palette.text)
        return palette

    def _dress(self, app: QApplication) -> None:
        # The palette comes first: a style sheet reads it once, when it is set.
        app.setPalette(_qt_palette(self.palette))
        app.setStyleSheet(fill_style_sheet(self.palette, self.px))

    def _tell_system(self) -> None:
        """Have title bars and file dialogs, which are not ours to draw, go along."""
        QGuiApplication.styleHints().setColorScheme(_COLOR_SCHEMES[self._scheme])

    def _refresh(self) -> None:
        palette = self._current_palette()
        if palette == self.palette:
            return
        self.palette = palette
        self._pixmaps.clear()
        if self._app is not None:
            self._dress(self._app)
        self.changed.emit()

    @Slot()
    def _on_hints_changed(self) -> None:
        self._refresh()


def _system_em() -> float:
    system = QFontDatabase.systemFont(QFontDatabase.SystemFont.GeneralFont)
    return max(SMALLEST_EM, float(QFontInfo(system).pixelSize()))


def _load_fonts(app: QApplication) -> None:
    if app.property("has_own_fonts"):
        return
    for weight in _WEIGHT_FILES:
        QFontDatabase.addApplicationFont(str(resource_path("fonts", f"Inter-{weight}.ttf")))
    app.setProperty("has_own_fonts", True)


def _qt_palette(palette: Palette) -> QPalette:
    role = QPalette.ColorRole
    colors = {
        role.Window: palette.base,
        role.Base: palette.sheet,
        role.AlternateBase: palette.sunken,
        role.Button: palette.sheet,
        role.WindowText: palette.text,
        role.Text: palette.text,
        role.ButtonText: palette.text,
        role.BrightText: palette.on,
        role.PlaceholderText: palette.text2,
        role.ToolTipBase: palette.text,
        role.ToolTipText: palette.sheet,
        role.Highlight: palette.accent,
        role.HighlightedText: palette.on,
        role.Accent: palette.accent,
        role.Link: palette.accent,
        role.LinkVisited: palette.accent,
        role.Light: palette.sheet,
        role.Midlight: palette.hover,
        role.Mid: palette.line,
        role.Dark: palette.line2,
        role.Shadow: palette.line2,
    }
    qt_palette = QPalette()
    for color_role, color in colors.items():
        qt_palette.setColor(color_role, QColor(color))
    for color_role in (role.WindowText, role.Text, role.ButtonText):
        qt_palette.setColor(QPalette.ColorGroup.Disabled, color_role, QColor(palette.text3))
    return qt_palette
