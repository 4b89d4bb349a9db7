"""WooCommerce analytics of customers: one row each, in any language."""

import pytest

FILES = ["woocommerce_customers.csv"] + [
    f"woocommerce_customers_{language}.csv" for language in ("german", "french", "spanish", "dutch")
]


@pytest.mark.parametrize("file", FILES)
def test_it_is_recognised_in_any_language(build, check_shop, file):
    assert check_shop(file).recognised == "woocommerce_customers"
    assert build(file).n_customers == 5


@pytest.mark.parametrize("file", FILES)
def test_a_visit_is_no_order(check_shop, file):
    roles = [column.role.value for column in check_shop(file).columns]

    assert roles[:8] == ["contact", "id", "describe", "describe", "contact"] + ["feature"] * 3
