"""Which facts can be the axes of a scatter, and which are to begin with."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from desktop_app.charts.scatter_view import OVERVIEW, THREE_FACTS, ScatterAxes
from desktop_app.core.checking.columns import Column, Kind, Role

if TYPE_CHECKING:
    from desktop_app.core.customers.table import CustomerTable
    from desktop_app.core.segmenting.results import Prepared


@dataclass(frozen=True, slots=True)
class AxisChoice:
    """``facts``: the columns that can be an axis, features first; they may be none.

    ``has_overview``: the features do not fit on two axes, so that an overview is offered as well.
    """

    facts: tuple[str, ...]
    has_overview: bool = False

    @property
    def has_three(self) -> bool:
        """There are enough facts for a body that can be turned."""
        return len(self.facts) > 2

    def first(self) -> ScatterAxes | None:
        """Give the axes to begin with; ``None`` when there is nothing to draw over.

        >>> AxisChoice(("Age", "Income")).first()
        ScatterAxes(across='Age', up='Income')
        """
        if not self.facts:
            return ScatterAxes(OVERVIEW, "") if self.has_overview else None
        across = OVERVIEW if self.has_overview else self.facts[0]
        return ScatterAxes(across, self._other_than(across))

    def with_across(self, axes: ScatterAxes, across: str) -> ScatterAxes:
        """Give ``axes`` with another fact across; the one up makes way when it is the same."""
        up = self._other_than(across) if axes.up == across else axes.up
        is_three = across == THREE_FACTS
        return ScatterAxes(across, up, axes.facts or self.facts[:3] if is_three else axes.facts)

    def with_up(self, axes: ScatterAxes, up: str) -> ScatterAxes:
        """Give ``axes`` with another fact up; the one across makes way when it is the same.

        >>> AxisChoice(("Age", "Income")).with_up(ScatterAxes("Age", "Income"), "Age")
        ScatterAxes(across='Income', up='Age')
        """
        across = self._other_than(up) if axes.across == up else axes.across
        return replace(axes, across=across, up=up)

    def with_fact(self, axes: ScatterAxes, place: int, fact: str) -> ScatterAxes:
        """Give ``axes`` with another of the three facts; where it was already, the old one goes.

        >>> choice = AxisChoice(("Age", "Income", "Score", "Visits"))
        >>> choice.with_fact(ScatterAxes("", "", ("Age", "Income", "Score")), 0, "Score").facts
        ('Score', 'Income', 'Age')
        """
        old = axes.facts[place]
        swapped = [old if known == fact else known for known in axes.facts]
        swapped[place] = fact
        return replace(axes, facts=tuple(swapped))

    def _other_than(self, fact: str) -> str:
        """Give the first other fact, or the same where there is no other."""
        return next((other for other in self.facts if other != fact), fact)


def axis_choice(
    customers: CustomerTable, prepared: Prepared, features: tuple[str, ...]
) -> AxisChoice:
    """Give what the customers can be drawn over: features with numbers, then all other numbers."""
    names = [column.name for column in customers.columns if _is_axis(column)]
    first = [name for name in features if name in names]
    facts = tuple(dict.fromkeys([*first, *names]))
    is_beyond_two_axes = len(features) > 2 or len(first) < len(features)
    return AxisChoice(facts, is_beyond_two_axes and prepared.points.shape[1] > 1)


def _is_axis(column: Column) -> bool:
    return column.kind is Kind.NUMBER and column.role not in (Role.ID, Role.CONTACT)
