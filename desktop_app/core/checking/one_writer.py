"""What one column of a file tells about another: who wrote one date day first wrote all so."""

from collections.abc import Sequence
from dataclasses import replace

from desktop_app.core.checking.columns import Kind
from desktop_app.core.checking.kinds import Notation, Reading, read_column


def with_one_writer(readings: Sequence[Reading], notation: Notation) -> list[Reading]:
    """Read the dates whose order is open as the file's other dates, where those agree.

    >>> from desktop_app.core.checking.texts import Texts
    >>> import pandas as pd
    >>> born = read_column("Born", Texts.of(pd.Series(["12/31/1980", "04/03/1971"])))
    >>> joined = read_column("Joined", Texts.of(pd.Series(["03/04/2024"])))
    >>> joined.date_order, with_one_writer([born, joined], Notation())[1].date_order
    ('dmy', 'mdy')
    """
    orders = {
        reading.date_order
        for reading in readings
        if reading.kind is Kind.DATE
        and reading.is_order_decided
        and reading.date_order in ("dmy", "mdy")
    }
    if len(orders) != 1:
        return list(readings)
    own = replace(notation, date_order=orders.pop())
    return [
        reading
        if reading.is_order_decided
        else read_column(reading.name, reading.texts, own, reading.kind)
        for reading in readings
    ]
