"""Which facts are ticked when nobody has chosen yet, and which describe the groups."""

import pandas as pd

from desktop_app.core.checking.columns import MADE_OF_FACTS, Column, Kind, Role, Subject
from desktop_app.core.checking.findings.about_columns import nearly_same
from desktop_app.core.customers.table import CustomerTable

MOST_FEATURES = 6  # 2 to 6 work best; more blur the groups and their sentences
_MOST_EMPTY = 0.5  # of the rows; a fact that few customers have forms no groups of all
_ROWS_COMPARED = 20_000
_PREFERENCE = (Subject.BEHAVIOURAL, Subject.DEMOGRAPHIC, Subject.PSYCHOGRAPHIC, None)


def default_features(table: CustomerTable) -> tuple[str, ...]:
    """Give the facts that form groups unless the user says otherwise, in the table's order.

    At most six numbers, what people do before who they are; of columns that say nearly the same
    only the first. Places are taken only when there is nothing else; words never are.

    Examples
    --------
    >>> import pandas as pd
    >>> frame = pd.DataFrame({"No": ["1", "2", "3"], "Age": [31.0, 44.0, 27.0]})
    >>> columns = (
    ...     Column("No", Kind.TEXT, Role.ID, unfit="identifier"),
    ...     Column("Age", Kind.NUMBER, Role.FEATURE, Subject.DEMOGRAPHIC),
    ... )
    >>> default_features(CustomerTable(frame, columns, frame.astype(str)))
    ('Age',)
    """
    fit = [c for c in table.columns if _is_fit(c, table.n_customers)]
    numbers = [c for c in fit if c.kind is Kind.NUMBER and c.role is Role.FEATURE]
    facts = [c for c in numbers if c.is_default and c.subject is not Subject.GEOGRAPHIC]
    chosen = _without_twins(table, facts) or numbers
    ordered = sorted(chosen, key=_preference)[:MOST_FEATURES]
    names = {column.name for column in ordered}
    return tuple(column.name for column in table.columns if column.name in names)


def describing_columns(table: CustomerTable) -> tuple[str, ...]:
    """Give the side information that describes groups: every fit fact, the features included.

    What is made of other facts describes groups, too, though it forms none.

    Examples
    --------
    >>> import pandas as pd
    >>> frame = pd.DataFrame({"Gender": ["f", "m"]})
    >>> gender = Column("Gender", Kind.CATEGORY, Role.DESCRIBE)
    >>> describing_columns(CustomerTable(frame, (gender,), frame))
    ('Gender',)
    """
    roles = (Role.FEATURE, Role.DESCRIBE)
    return tuple(
        c.name for c in table.columns if c.unfit in (None, MADE_OF_FACTS) and c.role in roles
    )


def _is_fit(column: Column, n_rows: int) -> bool:
    is_offered = column.unfit is None and column.role in (Role.FEATURE, Role.DESCRIBE)
    return is_offered and column.n_empty <= _MOST_EMPTY * n_rows


def _without_twins(table: CustomerTable, facts: list[Column]) -> list[Column]:
    if len(facts) < 2 or table.orders is not None:  # recency, frequency, money stay together
        return facts
    step = max(1, table.n_customers // _ROWS_COMPARED)
    sample = pd.DataFrame({c.name: table.series(c.name).iloc[::step] for c in facts})
    dropped: set[str] = set()
    for first, second in nearly_same(sample):
        if first not in dropped:
            dropped.add(second)
    return [column for column in facts if column.name not in dropped]


def _preference(column: Column) -> int:
    return _PREFERENCE.index(column.subject) if column.subject in _PREFERENCE else len(_PREFERENCE)
