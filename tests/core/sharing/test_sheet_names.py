from hypothesis import given
from hypothesis import strategies as st

from desktop_app.core.sharing.sheet_names import sheet_names


def test_names_that_would_be_the_same_are_numbered():
    names = sheet_names(["A " + "x" * 40, "A " + "x" * 50, "History"])

    assert names == ["A " + "x" * 29, "A " + "x" * 25 + " (2)", "History (2)"]


@given(st.lists(st.text(max_size=40), min_size=1, max_size=8))
def test_every_name_is_legal_and_unique(wanted):
    names = sheet_names(wanted)

    assert len({name.casefold() for name in names}) == len(wanted)
    for name in names:
        assert 1 <= len(name) <= 31
        assert not set(name) & set("[]:*?/\\")
        assert not name.startswith("'")
        assert not name.endswith("'")
