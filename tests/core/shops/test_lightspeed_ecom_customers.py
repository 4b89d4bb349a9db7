"""Customers of Lightspeed eCom, which was made where names have a middle: van der."""

FILE = "lightspeed_ecom_customers.csv"


def test_it_is_recognised(check_shop):
    assert check_shop(FILE).recognised == "lightspeed_ecom_customers"


def test_a_house_number_is_no_fact(build):
    table = build(FILE)

    features = [column.name for column in table.columns if column.role.value == "feature"]
    assert (table.n_customers, table.customer_id, features) == (6, "Internal ID", [])
