"""Every choice the user made, and nothing that was computed."""

from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Self

from desktop_app.core.checking.columns import ColumnChoice
from desktop_app.core.customers.choices import CustomerChoice
from desktop_app.core.intake.tables import ReadOptions
from desktop_app.core.segmenting.choices import FeatureChoice, ScanChoice


@dataclass(frozen=True, slots=True)
class Plan:
    """The choices behind a document; ``k`` of ``None`` follows the suggestion.

    ``names`` pairs a segment's letter with the name that the user gave it.
    ``describe`` names the side-information columns; ``None`` means all that can describe.
    ``region`` is the locale, such as ``de_DE``, whose habits decide where a file does not.
    """

    files: tuple[Path, ...] = ()
    reading: ReadOptions = field(default_factory=ReadOptions)
    columns: tuple[ColumnChoice, ...] = ()
    customers: CustomerChoice = field(default_factory=CustomerChoice)
    features: FeatureChoice = field(default_factory=FeatureChoice)
    scan: ScanChoice = field(default_factory=ScanChoice)
    k: int | None = None
    describe: tuple[str, ...] | None = None
    names: tuple[tuple[str, str], ...] = ()
    region: str = ""

    def with_features(self, features: tuple[str, ...]) -> Self:
        """Form segments from other features; k follows the suggestion anew and names are dropped."""
        return replace(self, features=replace(self.features, features=features), k=None, names=())

    def with_k(self, k: int | None) -> Self:
        """Ask for ``k`` segments; the names stay only if the number stays."""
        return self if k == self.k else replace(self, k=k, names=())

    def with_name(self, letter: str, name: str) -> Self:
        """Call segment ``letter`` ``name``; an empty name brings the proposed one back."""
        others = tuple(pair for pair in self.names if pair[0] != letter)
        return replace(self, names=(*others, (letter, name)) if name else others)
