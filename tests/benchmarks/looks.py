"""A closer look at a list of a million customers, against what notebooks do with pandas.

The look is what the page Check computes when a column, its comparison and then what goes together are
asked for. The peer computes the same figures by the calls that notebooks use; neither draws.
"""

from collections.abc import Iterator

import numpy as np
import pandas as pd
from heavy import heavy_tailed
from measuring import Row, in_pairs, seconds

from desktop_app.core.checking.checked import CheckedTable, Given, TableKind
from desktop_app.core.checking.columns import Column, Kind, Role
from desktop_app.core.checking.looks.looking import look_at_column, look_at_relations
from desktop_app.core.intake.tables import RawTable

LISTS = ((10_000, 5), (1_000_000, 5))
"""Customers, and pairs of runs."""
N_NUMBERS, TOWNS = 8, ("Delft", "Gouda", "Leiden", "Utrecht", "Breda")


def rows(n_pairs: int | None) -> Iterator[Row]:
    for n, usual_pairs in LISTS:
        yield _compare(n, n_pairs or usual_pairs)


def _compare(n: int, n_pairs: int) -> Row:
    frame = _customers(n)
    checked = _checked(frame)
    found: dict[str, tuple[float, pd.DataFrame]] = {}
    medians = in_pairs(
        lambda: seconds(lambda: found.update(ours=_our_look(checked))),
        lambda: seconds(lambda: found.update(peer=_usual_look(frame))),
        n_pairs,
    )
    (our_middle, ours), (peer_middle, peer) = found["ours"], found["peer"]
    names = list(ours.columns)
    apart = np.abs(ours.to_numpy() - peer.loc[names, names].to_numpy()).max()
    check = f"same middles: {our_middle == peer_middle}; relations apart by at most {apart:.3f}"
    return Row(f"{n:,} customers x {N_NUMBERS + 1}, seconds", *medians, check)


def _customers(n: int) -> pd.DataFrame:
    numbers = heavy_tailed(n, N_NUMBERS, seed=n)
    towns = np.random.default_rng(n).choice(np.array(TOWNS, dtype=object), n)
    frame = pd.DataFrame(numbers, columns=[f"n{i}" for i in range(N_NUMBERS)])
    return frame.assign(town=pd.array(towns, dtype="str"))


def _checked(frame: pd.DataFrame) -> CheckedTable:
    numbers = [
        Column(name, Kind.NUMBER, Role.FEATURE, n_distinct=len(frame))
        for name in frame.columns.drop("town")
    ]
    town = Column("town", Kind.CATEGORY, Role.DESCRIBE, n_distinct=len(TOWNS))
    raw = RawTable.from_rows(list(frame.columns), [])
    given = {str(name): Given(frame[name]) for name in frame.columns}
    return CheckedTable(raw, TableKind.CUSTOMERS, (*numbers, town), given)


def _our_look(checked: CheckedTable) -> tuple[float, pd.DataFrame]:
    look = look_at_column(checked, "n0", "town")
    relations = look_at_relations(checked).relations
    assert look.numbers is not None
    assert relations is not None
    names = list(relations.columns)
    return look.numbers.middle, pd.DataFrame(relations.strengths, names, names)


def _usual_look(frame: pd.DataFrame) -> tuple[float, pd.DataFrame]:
    middle = frame["n0"].describe()["50%"]
    np.histogram(frame["n0"], 24)
    pd.cut(frame["n0"], 6).value_counts()
    frame.groupby("town", observed=True)["n0"].describe()
    return float(middle), frame.drop(columns="town").corr(method="spearman")
