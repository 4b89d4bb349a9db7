"""What pictures of groups need to speak of them: names, pieces, columns, how numbers are written."""

from collections.abc import Mapping
from dataclasses import dataclass

from desktop_app.core.checking.columns import Column
from desktop_app.i18n import _
from desktop_app.wording.numbers import Formats


@dataclass(frozen=True, slots=True)
class GroupWords:
    """Words by segment: ``names``, ``letters`` and ``pieces``, all (k,); by column the rest."""

    names: tuple[str, ...]
    letters: tuple[str, ...]
    pieces: tuple[int, ...]
    sizes: tuple[int, ...]
    columns: Mapping[str, Column]
    titles: Mapping[str, str]
    formats: Formats

    @property
    def k(self) -> int:
        """The number of segments."""
        return len(self.names)

    def value(self, column: str, x: float) -> str:
        """Give ``x`` as a value of ``column``."""
        return self.formats.value(x, self.columns[column])

    def with_letter(self, segment: int) -> str:
        """Give a name behind its letter, as in tables: "B Big spenders"."""
        return _("{letter} {name}").format(letter=self.letters[segment], name=self.names[segment])
