import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop_app.core.intake.pasting import looks_like_table


@pytest.mark.parametrize(
    "text",
    [
        "Name\tAge\r\nAnn\t41\r\nBob\t37\r\n",
        "Name\tAge\nAnn\t41",
        "Name;Age\nAnn;41\nBob;37\n",
        "Name,Age,Town\nAnn,41,Delft\nBob,37,Gouda\n",
        "\n\nName\tAge\n\nAnn\t41\n",
        "id\tspent\n" + "1\t2\n" * 50_000,
    ],
)
def test_rows_and_columns_are_a_table(text):
    assert looks_like_table(text)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "hello",
        "Name\tAge",
        "Dear Ann, thank you\nfor your order, Bob\n",
        "It was the best of times.\nIt was the worst, of times.\nIt was the age, of, wisdom.\n",
        "https://example.org/a,b",
        "one\ntwo\nthree\n",
        "x" * 1_000_000,
    ],
)
def test_other_text_is_none(text):
    assert not looks_like_table(text)


@given(st.text())
def test_any_text_can_be_judged(text):
    assert looks_like_table(text) in (True, False)
