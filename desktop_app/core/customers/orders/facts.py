"""The facts about each customer that orders tell: recency, frequency, money and two more."""

from dataclasses import replace

import numpy as np
import numpy.typing as npt
import pandas as pd

from desktop_app.core.checking.checked import FloatArray
from desktop_app.core.checking.columns import Column, Kind, Role, Subject, Unit
from desktop_app.core.customers.orders.adding_up import Purchases
from desktop_app.core.customers.table import CustomerTable
from desktop_app.core.intake.tables import unique_names

RECENCY = "Days since last order"
FREQUENCY = "Orders"
MONEY = "Total spent"
AVERAGE_ORDER = "Average order"
AGE = "Days since first order"

ORDER_FACTS = (RECENCY, FREQUENCY, MONEY, AVERAGE_ORDER, AGE)
_TICKED = (RECENCY, FREQUENCY, MONEY)  # the other two follow from them more or less
_UNITS = {
    RECENCY: Unit.DAYS,
    FREQUENCY: Unit.PLAIN,
    MONEY: Unit.MONEY,
    AVERAGE_ORDER: Unit.MONEY,
    AGE: Unit.DAYS,
}


def recency_frequency_money(
    purchases: Purchases, id_name: str = "Customer", sign: str = ""
) -> CustomerTable:
    """Make the customer table of what was bought; ``sign`` is the currency sign of the amounts.

    Days are whole calendar days before ``purchases.as_of``, NaN where no order has a date; money
    is the net sum, an average order is money by orders. A fact whose name is taken by ``id_name``
    gets a number: "Orders (2)".
    """
    values: dict[str, FloatArray] = {
        RECENCY: _days_before(purchases.as_of, purchases.last),
        FREQUENCY: purchases.n_orders.astype(np.float64),
        MONEY: purchases.money,
        AVERAGE_ORDER: np.round(purchases.money / purchases.n_orders, 2),
        AGE: _days_before(purchases.as_of, purchases.first),
    }
    names = pd.Series(purchases.customers, dtype="str")
    identity = Column(id_name, Kind.TEXT, Role.ID, n_distinct=names.nunique(), unfit="identifier")
    columns = [identity, *(_fact(fact, values[fact], sign) for fact in ORDER_FACTS)]
    text = [_as_text(values[fact], _UNITS[fact]) for fact in ORDER_FACTS]
    unique = [id_name, *fact_names(id_name).values()]
    return CustomerTable(
        frame=pd.DataFrame(dict(zip(unique, (names, *values.values()), strict=True))),
        columns=tuple(replace(c, name=name) for c, name in zip(columns, unique, strict=True)),
        original=pd.DataFrame(dict(zip(unique, (names, *text), strict=True))),
        customer_id=id_name,
        money=fact_names(id_name)[MONEY],
        orders=purchases.summary,
    )


def fact_names(id_name: str) -> dict[str, str]:
    """Give the column that holds each of the ``ORDER_FACTS`` beside the customers' ``id_name``.

    >>> fact_names("Orders")[FREQUENCY]
    'Orders (2)'
    """
    _, *names = unique_names((id_name, *ORDER_FACTS))
    return dict(zip(ORDER_FACTS, names, strict=True))


def _days_before(as_of: np.datetime64, days: npt.NDArray[np.datetime64]) -> FloatArray:
    between = (as_of - days).astype(np.float64)
    return np.where(np.isnat(days), np.nan, between)


def _fact(name: str, values: FloatArray, sign: str) -> Column:
    known = values[~np.isnan(values)]
    unit = _UNITS[name]
    n_distinct = len(np.unique(known))
    return Column(
        name,
        Kind.NUMBER,
        Role.FEATURE,
        Subject.BEHAVIOURAL,
        n_empty=len(values) - len(known),
        n_distinct=n_distinct,
        minimum=float(known.min()) if len(known) else None,
        maximum=float(known.max()) if len(known) else None,
        unfit="empty" if not n_distinct else "constant" if n_distinct == 1 else None,
        unit=unit,
        sign=sign if unit is Unit.MONEY else "",
        is_default=name in _TICKED,
    )


def _as_text(values: FloatArray, unit: Unit) -> pd.Series:
    """Write each value once: many customers share the few numbers of orders and days."""
    places, distinct = pd.factorize(values, use_na_sentinel=False)
    if unit is Unit.MONEY:
        are_cents = np.array_equal(np.round(values, 2), values)
        text = [f"{value:.2f}" if are_cents else f"{value:.10g}" for value in distinct]
    else:
        text = ["" if np.isnan(value) else f"{value:.0f}" for value in distinct]
    return pd.Series(pd.array(text, dtype="str").take(places))
