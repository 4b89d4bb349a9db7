import json
from datetime import date

import pytest

from desktop_app.services.recent_files import LIMIT, RecentFiles

TODAY = date(2026, 5, 12)


@pytest.fixture
def recent(tmp_path):
    return RecentFiles(tmp_path / "home" / "recent.json")


def make(tmp_path, name):
    path = tmp_path / name
    path.write_text("a,b\n1,2\n", encoding="utf-8")
    return path


def test_the_newest_file_comes_first_and_only_once(recent, tmp_path):
    first, second = make(tmp_path, "a.csv"), make(tmp_path, "b.csv")

    recent.remember(first, TODAY, 10, (6, 4))
    recent.remember(second, TODAY, 20, (20,))
    entries = recent.remember(first, TODAY, 11, (6, 5))

    assert [(e.name, e.n_customers, e.sizes) for e in entries] == [
        ("a.csv", 11, (6, 5)),
        ("b.csv", 20, (20,)),
    ]
    assert recent.load() == entries


def test_files_that_are_gone_are_not_offered(recent, tmp_path):
    path = make(tmp_path, "a.csv")
    recent.remember(path, TODAY, 10, ())

    path.unlink()

    assert recent.load() == ()


def test_files_read_together_are_one_entry_as_long_as_all_are_there(recent, tmp_path):
    january, february = make(tmp_path, "jan.csv"), make(tmp_path, "feb.csv")

    recent.remember(january, TODAY, 10, ())
    entries = recent.remember(january, TODAY, 20, (), (february,))

    assert [entry.paths for entry in entries] == [(january, february), (january,)]
    assert recent.load() == entries
    february.unlink()
    assert [entry.paths for entry in recent.load()] == [(january,)]


def test_the_list_stays_short(recent, tmp_path):
    for i in range(LIMIT + 3):
        recent.remember(make(tmp_path, f"{i}.csv"), TODAY, i, ())

    assert len(recent.load()) == LIMIT


@pytest.mark.parametrize(
    "damage",
    [
        "",
        "[",
        '{"a": 1}',
        "[1]",
        '[{"path": 3}]',
        '[{"path": "a.csv", "opened_on": "soon"}]',
        '[{"path": 5, "opened_on": "2024-01-01"}]',
        "[" * 100_000,
        '[{"path": "a", "opened_on": "2024-01-01", "n_customers": "x"}]',
    ],
)
def test_a_damaged_list_is_an_empty_list(recent, tmp_path, damage):
    store = tmp_path / "home" / "recent.json"
    store.parent.mkdir()
    store.write_text(damage, encoding="utf-8")

    assert recent.load() == ()


def test_a_list_that_cannot_be_kept_is_no_reason_to_stop(tmp_path):
    (tmp_path / "home").write_text("a file where the folder should be", encoding="utf-8")
    recent = RecentFiles(tmp_path / "home" / "recent.json")

    entries = recent.remember(make(tmp_path, "a.csv"), TODAY, 10, (10,))

    assert [entry.name for entry in entries] == ["a.csv"]


def test_a_path_too_long_for_the_system_is_not_offered(recent, tmp_path):
    store = tmp_path / "home" / "recent.json"
    store.parent.mkdir()
    store.write_text(
        json.dumps([{"path": "x" * 5000, "opened_on": "2024-01-01"}]), encoding="utf-8"
    )

    assert recent.load() == ()
