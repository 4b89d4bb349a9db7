"""What the program remembers about the user's habits; never anything about customers."""

from dataclasses import asdict, dataclass, fields, replace
from typing import Literal, Self, get_args

from PySide6.QtCore import QSettings

Scheme = Literal["system", "light", "dark"]


@dataclass(frozen=True, slots=True)
class Settings:
    """Theme, language and last folder, and the window's place as Qt's own bytes in hex."""

    scheme: Scheme = "system"
    language: str = ""
    last_folder: str = ""
    window_geometry: str = ""
    splitter: str = ""

    def checked(self) -> Self:
        """Replace what makes no sense by the default."""
        return self if self.scheme in get_args(Scheme) else replace(self, scheme="system")


class SettingsStore:
    """The one adapter between ``Settings`` and ``QSettings``."""

    def __init__(self, store: QSettings) -> None:
        self._store = store

    def load(self) -> Settings:
        """Give the stored settings; what is missing or damaged falls back to the default."""
        stored = {field.name: self._store.value(field.name) for field in fields(Settings)}
        known = {name: value for name, value in stored.items() if isinstance(value, str)}
        return Settings(**known).checked()  # type: ignore[arg-type]

    def save(self, settings: Settings) -> None:
        """Store the settings."""
        for name, value in asdict(settings).items():
            self._store.setValue(name, value)
        self._store.sync()
