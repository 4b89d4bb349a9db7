"""The number facts of all segments side by side, the one that tells them apart most first."""

from dataclasses import dataclass

from desktop_app.core.describing.results import Description, FactInSegment

NEAR_AVERAGE = 0.3
"""Standard deviations from everyone's mean below which a segment is as good as average."""


@dataclass(frozen=True, slots=True)
class FactRow:
    """One number column; ``cells`` has one entry per segment, ``None`` where no value is known."""

    column: str
    overall_mean: float
    is_feature: bool
    cells: tuple[FactInSegment | None, ...]


def fact_rows(description: Description) -> tuple[FactRow, ...]:
    """Give the facts in the order of the drivers.

    >>> fact_rows(Description((), (), None))
    ()
    """
    by_segment = [{fact.column: fact for fact in p.facts} for p in description.profiles]
    rows = []
    for driver in description.drivers:
        cells = tuple(facts.get(driver.column) for facts in by_segment)
        known = next((cell for cell in cells if cell is not None), None)
        if known is not None:
            rows.append(FactRow(driver.column, known.overall_mean, driver.is_feature, cells))
    return tuple(rows)


def between(row: FactRow, first: int, second: int) -> float:
    """Give how far ``first`` lies above ``second`` in standard deviations; 0 if one is unknown.

    >>> between(FactRow("Age", 40.0, True, (None, None)), 0, 1)
    0.0
    """
    one, other = row.cells[first], row.cells[second]
    return 0.0 if one is None or other is None else one.difference - other.difference
