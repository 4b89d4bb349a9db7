"""Where every customer was and is now, as a table of text."""

from collections.abc import Mapping

import pandas as pd

from desktop_app.core.customers.table import CustomerTable
from desktop_app.core.tracking.baseline import first_rows
from desktop_app.core.tracking.following import Followed

COLUMNS = ("id", "was", "now", "why")


def movement_table(
    followed: Followed, table: CustomerTable, why_by_row: Mapping[int, str]
) -> pd.DataFrame:
    """Give one row per customer of now, in the order of the file, then those who are gone.

    ``was`` and ``now`` are letters; ``was`` is "" of a new customer, ``now`` of one who is gone, and
    both where the customer was or is in no segment. ``why_by_row`` words the move of a customer.
    """
    letters = (*followed.baseline.segmentation.letters, "")
    movement = followed.movement
    name_by_row = {row: name for name, row in first_rows(table).items()}
    here = [
        (
            name_by_row[row],
            letters[max(int(movement.was[row]), -1)],
            letters[int(movement.now[row])],
            why_by_row.get(row, ""),
        )
        for row in sorted(name_by_row)
    ]
    gone = [(gone.customer, letters[gone.was], "", "") for gone in movement.gone]
    return pd.DataFrame([*here, *gone], columns=list(COLUMNS), dtype="str")
