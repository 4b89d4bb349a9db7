"""Groups to draw: as many as are wanted, with long names, tiny groups and values that are missing."""

import numpy as np
import pandas as pd

from desktop_app.charts.group_pictures import Groups
from desktop_app.core.checking.columns import Column, Kind, Role, Unit
from desktop_app.core.customers.table import CustomerTable
from desktop_app.core.describing.profiles import describe
from desktop_app.core.segmenting.choices import Scale
from desktop_app.core.segmenting.results import FeaturePreparation, Segmentation
from desktop_app.wording.facts import short_names
from desktop_app.wording.group_words import GroupWords
from desktop_app.wording.numbers import Formats

NAMES = (
    "Steady regulars", "Big spenders", "Careful savers", "Young browsers", "Small budgets",
    "New faces", "Weekend visitors", "Bargain hunters", "Loyal grandparents",
)  # fmt: skip
LONG_NAME = "Customers who come on Saturdays and buy presents for others"
COLUMNS = (
    Column("Yearly income (k€)", Kind.NUMBER, Role.FEATURE, unit=Unit.THOUSANDS, sign="€"),
    Column("Spending score", Kind.NUMBER, Role.FEATURE),
    Column("Age", Kind.NUMBER, Role.DESCRIBE),
    Column("Total spent", Kind.NUMBER, Role.DESCRIBE, unit=Unit.MONEY, sign="€"),
    Column("Gender", Kind.CATEGORY, Role.DESCRIBE, n_distinct=2),
    Column("Town", Kind.CATEGORY, Role.DESCRIBE, n_distinct=9),
)
TOWNS = (
    "Amsterdam", "Rotterdam", "Delft", "Gouda", "’s-Hertogenbosch", "Leiden", "Zeist",
    "Den Haag", "Utrecht",
)  # fmt: skip
_MIDDLES = np.array(
    [
        (55, 50), (88, 82), (88, 17), (26, 79), (26, 21),
        (60, 90), (50, 10), (20, 50), (100, 50),
    ],
    dtype=np.float64,
)  # fmt: skip


def make_groups(k=5, *, n=500, names=None, sizes=None, has_money=True, extra=0, pieces=()):
    """Give ``k`` groups of ``n`` customers, or of ``sizes``; ``extra`` more facts say nothing."""
    sizes = sizes or tuple(n // (s + 2) + 5 for s in range(k))
    labels = np.repeat(np.arange(k), sizes)
    draw = np.random.default_rng(4)
    n = len(labels)
    points = _MIDDLES[labels % 9] + draw.normal(0, 8, (n, 2))
    frame = pd.DataFrame(
        {
            COLUMNS[0].name: points[:, 0],
            COLUMNS[1].name: points[:, 1],
            "Age": np.where(np.arange(n) % 50 == 3, np.nan, 30 + 4 * labels + draw.normal(0, 9, n)),
            "Total spent": np.exp(draw.normal(6, 1, n)) * (1 + points[:, 1] / 50),
            "Gender": np.where(draw.random(n) < 0.4 + 0.05 * labels, "Female", "Male"),
            "Town": np.array(TOWNS)[(draw.random(n) ** 2 * 9).astype(int)],
        }
    )
    columns = list(COLUMNS)
    for i in range(extra):
        frame[f"Fact number {i}"] = draw.normal(100, 10, n)
        columns.append(Column(f"Fact number {i}", Kind.NUMBER, Role.DESCRIBE))
    table = CustomerTable(
        frame, tuple(columns), frame.astype(str), money="Total spent" if has_money else None
    )
    segmentation = Segmentation(
        k=k,
        labels=labels,
        centres=np.zeros((k, 2)),
        centres_in_units=_MIDDLES[:k],
        sizes=tuple(sizes),
        typical=tuple(range(k)),
        inertia=1.0,
        features=tuple(
            FeaturePreparation(c.name, Scale.STANDARD, False, 50.0, 25.0) for c in COLUMNS[:2]
        ),
        margin=np.ones(n),
        neighbour=np.zeros(n, dtype=np.int64),
        pieces=pieces,
    )
    words = GroupWords(
        names=tuple(names or NAMES)[:k],
        letters=segmentation.letters,
        pieces=segmentation.pieces,
        sizes=segmentation.sizes,
        columns={c.name: c for c in columns},
        titles=short_names(columns),
        formats=Formats(),
    )
    return Groups(
        table, segmentation, describe(table, segmentation, None), words, ("Gender", "Town")
    )
