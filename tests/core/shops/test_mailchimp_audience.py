"""A Mailchimp audience tells who reads, and nothing about what they bought."""

FILE = "mailchimp_audience.csv"


def test_it_is_recognised(check_shop):
    assert check_shop(FILE).recognised == "mailchimp_audience"


def test_the_stars_are_the_only_fact(build):
    table = build(FILE)

    features = [column.name for column in table.columns if column.role.value == "feature"]
    assert (table.n_customers, table.money, features) == (6, None, ["MEMBER_RATING"])
