"""What each column is used for, and what the user may make of it instead.

In a list of customers a use is the column's role; in order lines it is the part of the line that
the column holds. Pure: takes what was chosen and found out, gives keys and plans.
"""

from __future__ import annotations

from dataclasses import asdict, replace
from typing import TYPE_CHECKING

from desktop_app.core.checking.checked import CheckedTable, TableKind
from desktop_app.core.checking.columns import Column, ColumnChoice, Role

if TYPE_CHECKING:
    from desktop_app.core.customers.choices import CustomerChoice
    from desktop_app.document.plan import Plan

UNUSED = "unused"
_CUSTOMER_USES = (Role.FEATURE, Role.DESCRIBE, Role.ID, Role.CONTACT, Role.IGNORE)
_CHOICE_BY_PART = {
    "customer": "customer_id",
    "date": "date",
    "amount": "amount",
    "order_id": "order_id",
}
_REASONS_TO_DOUBT = (None, "identifier", "contact")
"""A column that was taken for a name can be a fact after all; the other reasons are plain."""


def holds_orders(plan: Plan, checked: CheckedTable) -> bool:
    """Tell whether the rows are taken for order lines."""
    return (plan.customers.table or checked.kind.value) == TableKind.ORDERS.value


def uses_of(plan: Plan, checked: CheckedTable) -> dict[str, str]:
    """Give the present use by column name: a role, or a part of an order line."""
    if not holds_orders(plan, checked):
        return {column.name: column.role.value for column in checked.columns}
    parts = {part: name for part, name in asdict(checked.order_columns).items() if name}
    for part, choice in _CHOICE_BY_PART.items():
        if name := getattr(plan.customers, choice):
            parts[part] = name
    part_by_name = {name: part for part, name in reversed(parts.items())}
    return {column.name: part_by_name.get(column.name, UNUSED) for column in checked.columns}


def possible_uses(column: Column, use: str, *, in_orders: bool) -> tuple[str, ...]:
    """Give what a column can be used for, its present use included."""
    if in_orders:
        uses = tuple(_CHOICE_BY_PART)
    else:
        uses = tuple(
            role.value
            for role in _CUSTOMER_USES
            if role is not Role.FEATURE or column.unfit in _REASONS_TO_DOUBT
        )
    return uses if use in uses else (*uses, use)


def plan_with_use(plan: Plan, checked: CheckedTable, name: str, use: str) -> Plan:
    """Give ``plan`` with another use of column ``name``, without what rested on the old one."""
    if holds_orders(plan, checked):
        customers = _with_part(plan.customers, name, use)
        return replace(plan, customers=customers)
    role = Role(use)
    before = next((choice for choice in plan.columns if choice.name == name), ColumnChoice(name))
    others = tuple(choice for choice in plan.columns if choice.name != name)
    plan = replace(plan, columns=(*others, replace(before, role=role)))
    plan = replace(plan, customers=_with_identity(plan.customers, name, role))
    features = plan.features.features
    if features is not None and name in features and role is not Role.FEATURE:
        plan = plan.with_features(tuple(feature for feature in features if feature != name))
    return plan


def _with_part(customers: CustomerChoice, name: str, part: str) -> CustomerChoice:
    """One column is one part: what it was before is found out anew."""
    for choice in _CHOICE_BY_PART.values():
        if getattr(customers, choice) == name:
            customers = replace(customers, **{choice: None})  # type: ignore[arg-type]
    return replace(customers, **{_CHOICE_BY_PART[part]: name})  # type: ignore[arg-type]


def _with_identity(customers: CustomerChoice, name: str, role: Role) -> CustomerChoice:
    if role is Role.ID:
        return replace(customers, customer_id=name)
    if customers.customer_id == name:
        return replace(customers, customer_id=None)
    return customers
