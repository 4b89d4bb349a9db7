from desktop_app.core.describing.fact_rows import between, fact_rows
from tests.charts.groups import make_groups


def test_the_fact_that_tells_groups_apart_most_comes_first():
    description = make_groups(5).description

    rows = fact_rows(description)

    assert [row.column for row in rows] == [
        d.column for d in description.drivers if d.column in {r.column for r in rows}
    ]
    assert rows[0].is_feature


def test_a_difference_turns_round_with_the_two_groups():
    row = fact_rows(make_groups(3).description)[0]

    assert between(row, 0, 2) == -between(row, 2, 0) != 0
