import pytest

from desktop_app.core.errors import BadValue, CannotWrite, TooManyRowsForSheet
from desktop_app.core.intake.reading import read_table
from desktop_app.document import saving
from desktop_app.document.document import Document
from desktop_app.document.plan import Plan
from desktop_app.document.saving import free_path, save_customers
from desktop_app.document.street import walk
from desktop_app.paths import resource_path
from desktop_app.report.story import tell
from desktop_app.report.workbook_words import workbook_words
from desktop_app.wording.numbers import Formats


@pytest.fixture(scope="module")
def document():
    return walk(Document(plan=Plan(files=(resource_path("samples", "shop_customers.csv"),))))


def save(document, *paths):
    story = tell(document, Formats())
    return save_customers(document, paths, story.names, workbook_words(document, story, Formats()))


def test_both_formats_hold_the_same_customers(document, tmp_path):
    paths = (tmp_path / "a.csv", tmp_path / "a.xlsx")

    save(document, *paths)

    as_csv, as_xlsx = (read_table(path) for path in paths)
    assert as_csv.header == as_xlsx.header
    assert as_csv.rows == as_xlsx.rows


def test_an_unknown_format_writes_nothing(document, tmp_path):
    with pytest.raises(BadValue):
        save(document, tmp_path / "a.doc")

    assert list(tmp_path.iterdir()) == []


def test_a_folder_that_is_gone_is_answered(document, tmp_path):
    with pytest.raises(CannotWrite) as refused:
        save(document, tmp_path / "gone" / "a.csv")

    assert refused.value.details["reason"] == "folder_missing"


def test_a_second_file_that_cannot_be_written_leaves_the_first_as_it_was(document, tmp_path):
    first, second = tmp_path / "a.csv", tmp_path / "gone" / "a.xlsx"
    first.write_text("old", encoding="utf-8")

    with pytest.raises(CannotWrite) as refused:
        save(document, first, second)

    assert refused.value.details == {"path": second, "reason": "folder_missing"}
    assert first.read_text(encoding="utf-8") == "old"
    assert [path.name for path in tmp_path.iterdir()] == ["a.csv"]


def test_a_list_too_long_for_a_sheet_is_refused_before_anything_is_written(
    document, tmp_path, monkeypatch
):
    monkeypatch.setattr(saving, "MOST_ROWS", 3)

    with pytest.raises(TooManyRowsForSheet) as refused:
        save(document, tmp_path / "a.csv", tmp_path / "a.xlsx")

    assert refused.value.details["path"] == tmp_path / "a.xlsx"
    assert list(tmp_path.iterdir()) == []


def test_a_free_path_never_names_a_file_that_exists(tmp_path):
    wanted = tmp_path / "shop - groups.csv"

    first = free_path(wanted)
    first.touch()
    second = free_path(wanted)
    second.touch()

    assert first == wanted
    assert second.name == "shop - groups (2).csv"
    assert free_path(wanted).name == "shop - groups (3).csv"
