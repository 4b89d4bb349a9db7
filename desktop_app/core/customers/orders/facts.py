"""The facts about each customer that orders tell: recency, frequency, money and what goes with them."""

from dataclasses import replace

import numpy as np
import numpy.typing as npt
import pandas as pd

from desktop_app.core.checking.checked import FloatArray
from desktop_app.core.checking.columns import Column, Kind, Role, Subject, Unit
from desktop_app.core.checking.kinds import MANY_CATEGORIES
from desktop_app.core.customers.orders.adding_up import Purchases
from desktop_app.core.customers.orders.habits import Habits
from desktop_app.core.customers.table import CustomerTable
from desktop_app.core.intake.tables import unique_names

CUSTOMER = "Customer"
RECENCY = "Days since last order"
FREQUENCY = "Orders"
MONEY = "Total spent"
AVERAGE_ORDER = "Average order"
AGE = "Days since first order"
GAP = "Days between orders"
WITH_DISCOUNT = "Orders with a discount (%)"
GIVEN_BACK = "Money given back (%)"
FAVOURITE = "Favourite category"

_TICKED = (RECENCY, FREQUENCY, MONEY)  # the others follow from them more or less, or describe
_UNITS = {
    RECENCY: Unit.DAYS,
    FREQUENCY: Unit.PLAIN,
    MONEY: Unit.MONEY,
    AVERAGE_ORDER: Unit.MONEY,
    AGE: Unit.DAYS,
    GAP: Unit.DAYS,
    WITH_DISCOUNT: Unit.PERCENT,
    GIVEN_BACK: Unit.PERCENT,
}
ORDER_FACTS = (*_UNITS, FAVOURITE)


def recency_frequency_money(
    purchases: Purchases, id_name: str = CUSTOMER, sign: str = ""
) -> CustomerTable:
    """Make the customer table of what was bought; ``sign`` is the currency sign of the amounts.

    Days are whole calendar days before ``purchases.as_of``, NaN where no order has a date; money
    is the net sum, an average order is money by orders. What nobody's orders tell is left out, such
    as the days between orders where all came once. A fact whose name is taken by ``id_name`` gets
    a number: "Orders (2)".
    """
    values: dict[str, FloatArray] = {
        RECENCY: _days_before(purchases.as_of, purchases.last),
        FREQUENCY: purchases.n_orders.astype(np.float64),
        MONEY: purchases.money,
        AVERAGE_ORDER: np.round(purchases.money / purchases.n_orders, 2),
        AGE: _days_before(purchases.as_of, purchases.first),
        **_habits(purchases.habits),
    }
    names = pd.Series(purchases.customers, dtype="str")
    identity = Column(id_name, Kind.TEXT, Role.ID, n_distinct=names.nunique(), unfit="identifier")
    columns = [identity, *(_fact(fact, known, sign) for fact, known in values.items())]
    typed = [names, *values.values()]
    text = [names, *(_as_text(known, _UNITS[fact]) for fact, known in values.items())]
    if purchases.habits.category is not None:
        words = pd.Series(purchases.habits.category, dtype="str")
        columns.append(_favourite(words))
        typed.append(words)
        text.append(words)
    name_by_fact = fact_names(id_name)
    unique = [id_name, *(name_by_fact[column.name] for column in columns[1:])]
    return CustomerTable(
        facts=pd.DataFrame(dict(zip(unique, typed, strict=True))),
        columns=tuple(replace(c, name=name) for c, name in zip(columns, unique, strict=True)),
        written=pd.DataFrame(dict(zip(unique, text, strict=True))),
        customer_id=id_name,
        money=name_by_fact[MONEY],
        orders=purchases.summary,
    )


def fact_names(id_name: str) -> dict[str, str]:
    """Give the column that holds each of the ``ORDER_FACTS`` beside the customers' ``id_name``.

    >>> fact_names("Orders")[FREQUENCY]
    'Orders (2)'
    """
    _, *names = unique_names((id_name, *ORDER_FACTS))
    return dict(zip(ORDER_FACTS, names, strict=True))


def _habits(habits: Habits) -> dict[str, FloatArray]:
    told = {
        GAP: habits.days_between,
        WITH_DISCOUNT: habits.with_discount,
        GIVEN_BACK: habits.given_back,
    }
    return {fact: values for fact, values in told.items() if values is not None}


def _favourite(words: pd.Series) -> Column:
    n_distinct = words[words != ""].nunique()
    return Column(
        FAVOURITE,
        Kind.CATEGORY,
        Role.DESCRIBE,
        Subject.BEHAVIOURAL,
        n_empty=int((words == "").sum()),
        n_distinct=n_distinct,
        unfit="too_many_categories" if n_distinct > MANY_CATEGORIES else None,
        is_default=False,
    )


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
        text = ["" if np.isnan(value) else f"{value:.10g}" for value in distinct]
    return pd.Series(pd.array(text, dtype="str").take(places))
