"""A second table of the same shop tells more about the customers: the two meet by id or e-mail.

Nothing depends on the order of the rows of either table.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

import numpy as np
import pandas as pd

from desktop_app.core.checking.checked import CheckedTable, IntArray, TableKind
from desktop_app.core.checking.columns import Column, Kind, Role
from desktop_app.core.checking.headers.topics import Topic
from desktop_app.core.checking.headers.vocabulary import speaks_of
from desktop_app.core.checking.roles import is_person_name
from desktop_app.core.customers.orders.facts import FREQUENCY, fact_names
from desktop_app.core.customers.orders.word_values import customer_key
from desktop_app.core.customers.table import CustomerTable, Joined
from desktop_app.core.free_names import free_name
from desktop_app.core.progress import NO_PROGRESS, Progress

_LEAST_SHARE = 0.05  # of the fewer people of the two; less is chance
_AGREE = 0.5  # of those who meet by number; running numbers meet strangers


@dataclass(frozen=True, slots=True)
class _Way:
    """A column in which tables may meet: one key per row, ``""`` is nobody."""

    name: str
    keys: list[str]

    @property
    def people(self) -> set[str]:
        """Everyone who is named."""
        return set(self.keys) - {""}

    @property
    def holds_emails(self) -> bool:
        """Its keys are e-mail addresses."""
        people = self.people
        return 2 * sum("@" in key for key in people) > len(people)


def with_beside(
    table: CustomerTable, checked: CheckedTable, *, progress: Progress = NO_PROGRESS
) -> CustomerTable:
    """Add to the customers of ``checked`` what the list beside it says of them.

    They meet in the pair of columns in which most of them do: ids, e-mail addresses, or names where
    a shop knows people by nothing else. If orders made the table, who is only on the list follows
    as somebody without orders, who forms no segments. Who is on the list twice is told by the row
    with most cells filled. A customer who is not on it has empty values.

    Examples
    --------
    >>> from desktop_app.core.checking.understanding import check_table
    >>> from desktop_app.core.intake.tables import RawTable
    >>> raw = RawTable.from_rows(["Email", "Age"], [["Ann@a.example", "31"], ["bob@a.example", "44"]])
    >>> names = pd.DataFrame({"Email": ["bob@a.example"]})
    >>> table = CustomerTable(names, (Column("Email", Kind.TEXT, Role.ID),), names, "Email")
    >>> checked = CheckedTable(raw, TableKind.CUSTOMERS, (), {}, beside=check_table(raw))
    >>> found = with_beside(table, checked)
    >>> found.frame["Age"].tolist(), found.joined.n_only_beside
    ([44.0], 1)
    """
    beside = checked.beside
    if beside is None or beside.kind is TableKind.ORDERS:
        return table
    progress.checkpoint()
    ours = list(_ways_of(table, checked))
    theirs = list(_ways_beside(beside, ours, checked))
    progress.checkpoint()
    met = _best(ours, theirs)
    if met is None:
        alone = Joined("", "", 0, table.n_customers, beside.n_rows)
        return replace(table, joined=alone)
    way, its_way = met
    row_by_key = _rows_by_key(its_way.keys, beside)
    progress.checkpoint()
    rows = np.array([row_by_key.get(key, -1) if key else -1 for key in way.keys], dtype=np.int64)
    known = way.people
    more = sorted(key for key in row_by_key if key not in known)
    joined = Joined(
        by=way.name,
        by_beside=its_way.name,
        n_matched=int((rows >= 0).sum()),
        n_only_here=int((rows < 0).sum()),
        n_only_beside=len(more),
        n_repeated=sum(1 for key in its_way.keys if key) - len(row_by_key),
        n_nobody=its_way.keys.count(""),
    )
    if table.orders is not None:
        more_rows = np.array([row_by_key[key] for key in more], dtype=np.int64)
        table = _with_prospects(table, beside.raw.column(its_way.name), more_rows)
        rows = np.concatenate([rows, more_rows])
    return _with_columns(table, beside, rows, joined)


# where they meet -----------------------------------------------------------------------------


def _ways_of(table: CustomerTable, checked: CheckedTable) -> Iterator[_Way]:
    """Give the columns that tell the customers apart, the one that does so by itself first."""
    if table.orders is None:
        for column in checked.columns:
            if _tells_apart(column) or column.name == table.customer_id:
                yield _Way(column.name, _keys(table.series(column.name)))
        return
    assert table.customer_id is not None
    identity = _Way(table.customer_id, _keys(table.series(table.customer_id)))
    yield identity
    for column in checked.columns:
        if _tells_apart(column) and column.name != table.customer_id:
            yield _Way(column.name, _told_by_lines(checked, identity, column.name))


def _ways_beside(
    beside: CheckedTable, ours: Sequence[_Way], checked: CheckedTable
) -> Iterator[_Way]:
    names = {way.name.casefold() for way in ours}
    are_known_by_name = checked.order_terms is not None and checked.order_terms.is_known_by_name
    for column in beside.columns:
        is_name = are_known_by_name and is_person_name(column.name)
        if _tells_apart(column) or is_name or column.name.casefold() in names:
            yield _Way(column.name, _keys(beside.raw.column(column.name)))


def _tells_apart(column: Column) -> bool:
    if column.role is Role.ID:
        return True
    return column.role is Role.CONTACT and speaks_of(column.name, Topic.EMAIL)


def _keys(series: pd.Series) -> list[str]:
    codes, words = pd.factorize(series.to_numpy(dtype=object))
    keys = [customer_key(str(word)) for word in words]
    return [keys[code] if code >= 0 else "" for code in codes]


def _told_by_lines(checked: CheckedTable, identity: _Way, name: str) -> list[str]:
    """Give what lines of orders say of each customer in another column: the least word of all."""
    own, other = (f'"{n.replace(chr(34), chr(34) * 2)}"' for n in (identity.name, name))
    said = checked.raw.query(
        f"SELECT {own} AS own, min({other}) AS other FROM lines WHERE trim({other}) <> '' GROUP BY 1"
    )
    key_by_own: dict[str, str] = {}
    for key, other_key in zip(_keys(said["own"]), _keys(said["other"]), strict=True):
        if other_key:
            key_by_own[key] = min(other_key, key_by_own.get(key, other_key))
    return [key_by_own.get(key, "") if key else "" for key in identity.keys]


def _best(ours: Sequence[_Way], theirs: Sequence[_Way]) -> tuple[_Way, _Way] | None:
    """Give the pair of columns in which most people meet; ``None`` if they hardly do."""
    pairs = [(way, its_way) for way in ours for its_way in theirs]
    by_email = [pair for pair in pairs if pair[0].holds_emails and pair[1].holds_emails]
    best, most = None, 0
    for way, its_way in (*by_email, *pairs):
        people, its_people = way.people, its_way.people
        n_met = len(people & its_people)
        is_enough = n_met >= _LEAST_SHARE * min(len(people), len(its_people))
        if n_met > most and is_enough and not _is_contradicted((way, its_way), by_email):
            best, most = (way, its_way), n_met
    return best


def _is_contradicted(pair: tuple[_Way, _Way], by_email: Sequence[tuple[_Way, _Way]]) -> bool:
    """Tell whether most who meet in a pair of columns have different e-mail addresses."""
    if pair in by_email or not by_email:
        return False
    way, its_way = pair
    row_by_key = {key: row for row, key in enumerate(its_way.keys) if key}
    rows = [(row, row_by_key[key]) for row, key in enumerate(way.keys) if key in row_by_key]
    for email, its_email in by_email:
        both = [(email.keys[row], its_email.keys[its_row]) for row, its_row in rows]
        known = [first == second for first, second in both if first and second]
        if known and sum(known) < _AGREE * len(known):
            return True
    return False


def _rows_by_key(keys: Sequence[str], beside: CheckedTable) -> dict[str, int]:
    """Give one row of each person: of several that with most cells filled, then by its words."""
    places = pd.Series(keys)
    repeated = places[(places != "") & places.duplicated(keep=False)].index.tolist()
    row_by_key = {key: row for row, key in enumerate(keys) if key}
    if not repeated:
        return row_by_key
    texts = beside.raw.frame().iloc[repeated]
    rows = zip(repeated, texts.itertuples(index=False, name=None), strict=True)
    by_merit = sorted(rows, key=lambda pair: (pair[1].count(""), pair[1]), reverse=True)
    row_by_key.update((keys[row], row) for row, _ in by_merit)
    return row_by_key


# what they say -------------------------------------------------------------------------------


def _with_prospects(table: CustomerTable, words: pd.Series, rows: IntArray) -> CustomerTable:
    """Put people who never ordered below the customers; they form no segments."""
    n_before, n = table.n_customers, len(rows)
    if not n:
        return table
    named = [str(word).strip().removeprefix("'").strip() for word in words.iloc[rows]]
    named = [customer_key(word) if "@" in word else word for word in named]
    assert table.customer_id is not None
    counts = (table.money, fact_names(table.customer_id)[FREQUENCY])
    values: dict[str, list[object]] = {}
    texts: dict[str, list[object]] = {}
    for column in table.columns:
        if column.name == table.customer_id:
            values[column.name] = texts[column.name] = list(named)
        elif column.name in counts:
            values[column.name] = [0.0] * n
            texts[column.name] = ["0.00" if column.name == table.money else "0"] * n
        else:
            values[column.name] = [_nothing(column.kind)] * n
            texts[column.name] = [""] * n
    below = pd.DataFrame(values).astype(table.frame.dtypes.to_dict())
    return replace(
        table,
        facts=pd.concat([table.frame, below], ignore_index=True),
        written=pd.concat([table.original, pd.DataFrame(texts, dtype="str")], ignore_index=True),
        left_out=np.concatenate([table.left_out, np.arange(n_before, n_before + n)]),
    )


def _nothing(kind: Kind) -> object:
    return np.nan if kind is Kind.NUMBER else pd.NaT if kind is Kind.DATE else ""


def _with_columns(
    table: CustomerTable, beside: CheckedTable, rows: IntArray, joined: Joined
) -> CustomerTable:
    """Add the columns of the list; a row of -1 is of a customer who is not on it."""
    told = [column for column in beside.columns if column.name != joined.by_beside]
    taken = {name.casefold() for name in (*table.frame.columns, *table.original.columns)}
    forms_groups = np.ones(len(rows), dtype=bool)
    is_ticked = table.orders is None
    if not is_ticked:  # not who is on the list shall decide about the groups of who bought
        forms_groups[table.left_out] = False
    columns, values, texts = list(table.columns), {}, {}
    for column in told:
        name = free_name(column.name, lambda name: name.casefold() in taken)
        taken.add(name.casefold())
        series = beside.series(column.name).reset_index(drop=True)
        values[name] = _taken(series, rows, _nothing(column.kind))
        texts[name] = _taken(beside.raw.column(column.name), rows, "")
        seen = _seen(replace(column, name=name), values[name][forms_groups])
        columns.append(replace(seen, is_default=column.is_default and is_ticked))
    return replace(
        table,
        facts=pd.concat([table.frame, pd.DataFrame(values)], axis=1),
        written=pd.concat([table.original, pd.DataFrame(texts)], axis=1),
        columns=tuple(columns),
        joined=replace(joined, columns=tuple(values)),
    )


def _taken(series: pd.Series, rows: IntArray, nothing: object) -> pd.Series:
    found = series.take(np.maximum(rows, 0)).reset_index(drop=True)
    return found.mask(rows < 0, nothing)


def _seen(column: Column, values: pd.Series) -> Column:
    """Give a column as it is among those who form segments."""
    is_empty = values.isna() | (values == "")
    known = values[~is_empty]
    n_distinct = int(known.nunique())
    column = replace(column, n_empty=int(is_empty.sum()), n_distinct=n_distinct)
    if column.role in (Role.FEATURE, Role.DESCRIBE) and n_distinct <= 1:
        column = replace(column, unfit="constant" if n_distinct else "empty")
    if column.kind is Kind.NUMBER and n_distinct:
        return replace(column, minimum=float(known.min()), maximum=float(known.max()))
    if column.kind is Kind.DATE and n_distinct:
        days = [
            str(day).removesuffix(" 00:00:00").replace(" ", "T")
            for day in (known.min(), known.max())
        ]
        return replace(column, minimum=days[0], maximum=days[1])
    return replace(column, minimum=None, maximum=None)
