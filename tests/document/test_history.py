from hypothesis import given
from hypothesis import strategies as st

from desktop_app.document.document import Document
from desktop_app.document.history import LIMIT, History
from desktop_app.document.plan import Plan


def history_of(ks: list[int]) -> History:
    history = History()
    for k in ks:
        history = history.then(Document(plan=Plan(k=k)), f"choose {k} groups")
    return history


@given(st.lists(st.integers(2, 9), min_size=1, max_size=LIMIT), st.data())
def test_undo_and_redo_bring_back_the_very_same_documents(ks, data):
    history = history_of(ks)
    steps = data.draw(st.integers(1, len(ks)))

    back = history
    for _ in range(steps):
        back = back.undone()
    again = back
    for _ in range(steps):
        again = again.redone()

    assert again == history
    assert again.present is history.present


def test_a_new_choice_forgets_what_was_undone():
    history = history_of([3, 4]).undone()

    changed = history.then(Document(plan=Plan(k=9)), "choose 9 groups")

    assert history.redo_label == "choose 4 groups"
    assert changed.redo_label is None
    assert changed.undo_label == "choose 9 groups"


def test_results_fill_the_present_without_a_new_entry():
    history = history_of([3])
    filled = Document(plan=Plan(k=3), raw=object())

    after = history.filled(filled)

    assert after.present is filled
    assert after.past == history.past


def test_the_oldest_entries_are_dropped_at_the_limit():
    history = history_of(list(range(LIMIT + 5)))

    assert len(history.past) == LIMIT
