"""Who is under the pointer, and the values that the picture shows of that customer."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

import pandas as pd

from desktop_app.i18n import _
from desktop_app.wording.facts import short_names
from desktop_app.wording.numbers import NO_BREAK_SPACE

if TYPE_CHECKING:
    from collections.abc import Sequence

    from desktop_app.core.customers.table import CustomerTable
    from desktop_app.wording.numbers import Formats


def point_words(
    customers: CustomerTable, row: int, facts: Sequence[str], formats: Formats, *, is_named: bool
) -> str:
    """Name the customer in ``row`` with the values of ``facts``, themselves named if ``is_named``."""
    titles = short_names(customers.columns)
    words = [
        _("Row {n}").format(n=row + 1)
        if customers.customer_id is None
        else str(customers.frame[customers.customer_id].iloc[row])
    ]
    for name in facts:
        value = customers.frame[name].iloc[row]
        known = math.nan if pd.isna(value) else float(value)
        said = formats.value(known, customers.column(name))
        words.append(f"{titles[name]} {said}" if is_named else said)
    return " · ".join(part.replace(" ", NO_BREAK_SPACE) for part in words)
