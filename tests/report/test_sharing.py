import csv
import errno

import pytest

from desktop_app.core.errors import CannotWrite
from desktop_app.core.sharing.mail_lists import MAIL_TOOLS
from desktop_app.core.tracking.choices import HoldOut
from desktop_app.document import saving
from desktop_app.document.document import Document
from desktop_app.document.mailing import mail_people
from desktop_app.document.plan import Plan
from desktop_app.document.saving import ListForm, list_as_text
from desktop_app.document.street import walk
from desktop_app.report import picture_files
from desktop_app.report.sharing import ShareRequest, save_all
from desktop_app.report.story import tell
from desktop_app.wording.mailing import people_words
from desktop_app.wording.numbers import Formats

TOOLS = {tool.key: tool for tool in MAIL_TOOLS}


@pytest.fixture(scope="module")
def document(tmp_path_factory):
    """120 customers with addresses; every fourth did not agree, one has no address."""
    path = tmp_path_factory.mktemp("list") / "shop.csv"
    with path.open("w", newline="", encoding="utf-8") as file:
        out = csv.writer(file)
        out.writerow(["Customer ID", "Name", "Email", "Accepts Marketing", "Age", "Spent"])
        for i in range(120):
            email = f"c{i}@shop.example" if i else ""
            agreed = "no" if i % 4 == 3 else "yes"
            spent = (100 if i % 2 else 900) + i
            out.writerow([f"C-{i}", f"=Ann {i}", email, agreed, 30 + i % 7 + 30 * (i % 2), spent])
    return walk(Document(plan=Plan(files=(path,), k=2)))


def save(document, request):
    return save_all(document, tell(document, Formats()), Formats(), request)


def rows_of(path):
    with path.open(newline="", encoding="utf-8") as file:
        return list(csv.DictReader(file))


def test_there_is_one_mail_list_per_group_with_who_agreed(document, tmp_path):
    paths = save(document, ShareRequest(tool=TOOLS["mailchimp"], mail_folder=tmp_path / "mail"))

    rows = [row for path in paths for row in rows_of(path)]
    assert len(paths) == 2
    assert len(rows) == 120 - 30 - 1
    assert {int(row["Email Address"][1:-13]) % 4 for row in rows} == {0, 1, 2}
    assert paths[0].read_bytes().startswith(b"Email Address,")
    words = people_words(mail_people(document), Formats())
    assert "89 people are on the mail lists." in words
    assert "30 people did not agree to mail" in words
    assert "1 person has no e-mail address." in words


def test_who_is_held_out_is_in_the_list_but_gets_no_mail(document, tmp_path):
    from dataclasses import replace

    held = document.with_plan(replace(document.plan, hold_out=HoldOut(0.2, seed=1)))
    request = ShareRequest(
        lists=(tmp_path / "l.csv",), tool=TOOLS["shopify"], mail_folder=tmp_path / "mail"
    )

    everyone, mailed = save(held, request)

    with everyone.open(newline="", encoding="utf-8-sig") as file:
        rows = list(csv.DictReader(file))
    kept_back = {row["Email"] for row in rows if row["hold_out"] == "yes"}
    assert sum(row["hold_out"] == "yes" for row in rows) == 24
    assert held.segmentation is document.segmentation
    assert not kept_back & {row["Email"] for row in rows_of(mailed)}


def test_contact_columns_and_the_separator_are_as_chosen(document, tmp_path):
    form = ListForm(";", ("Email", "Name"))

    (path,) = save(document, ShareRequest(lists=(tmp_path / "l.csv",), form=form))

    first = path.read_text(encoding="utf-8-sig").splitlines()[0]
    assert first == "Customer ID;Accepts Marketing;Age;Spent;segment;segment_name;sure"


def test_a_group_is_copied_for_a_spreadsheet_without_a_live_formula(document):
    story = tell(document, Formats())

    text = list_as_text(document, story.names, "Set aside", ListForm(without=("Email",)), 0)

    lines = text.splitlines()
    assert lines[0].split("\t")[:3] == ["Customer ID", "Name", "Accepts Marketing"]
    assert len(lines) == 1 + document.segmentation.sizes[0]
    assert lines[1].split("\t")[1].startswith("'=Ann")


def test_every_picture_is_there_for_slides_and_for_print(document, tmp_path, monkeypatch):
    monkeypatch.setattr(picture_files, "SIZE_PX", (400, 300))

    paths = save(document, ShareRequest(picture_folder=tmp_path / "pictures"))

    assert {path.suffix for path in paths} == {".png", ".svg"}
    assert len({path.stem for path in paths}) == len(paths) / 2 >= 5
    assert all(path.stat().st_size > 1_000 for path in paths)


@pytest.mark.parametrize("code", [errno.ENOSPC, errno.EACCES, errno.EIO])
@pytest.mark.parametrize("what", ["write_csv", "write_workbook"])
def test_a_disk_that_refuses_leaves_everything_as_it_was(
    document, tmp_path, monkeypatch, what, code
):
    old = tmp_path / "l.csv"
    old.write_text("old", encoding="utf-8")

    def refuse(path, *_args, **_options):
        raise OSError(code, "refused")

    monkeypatch.setattr(saving, what, refuse)
    lists = (old, tmp_path / "l.xlsx")
    request = ShareRequest(lists=lists, tool=TOOLS["plain"], mail_folder=tmp_path / "mail")

    with pytest.raises(CannotWrite):
        save(document, request)

    assert old.read_text(encoding="utf-8") == "old"
    assert [path.name for path in tmp_path.iterdir()] == ["l.csv"]


@pytest.mark.parametrize("code", [errno.ENOSPC, errno.EACCES, errno.EIO])
@pytest.mark.parametrize("what", ["mail", "pictures"])
def test_mail_lists_and_pictures_that_cannot_be_written_leave_the_old_list(
    document, tmp_path, monkeypatch, what, code
):
    old = tmp_path / "l.csv"
    old.write_text("old", encoding="utf-8")

    def refuse(*_args, **_options):
        raise OSError(code, "refused")

    monkeypatch.setattr("desktop_app.document.mailing.write_csv", refuse)
    monkeypatch.setattr(picture_files, "write_picture", refuse)
    beside = {"mail": {"tool": TOOLS["plain"], "mail_folder": tmp_path / "new"}}
    beside["pictures"] = {"picture_folder": tmp_path / "new"}

    with pytest.raises(CannotWrite):
        save(document, ShareRequest(lists=(old,), **beside[what]))

    assert old.read_text(encoding="utf-8") == "old"
    assert [path.name for path in tmp_path.iterdir()] == ["l.csv"]


def test_a_folder_that_cannot_be_made_is_answered(document, tmp_path):
    with pytest.raises(CannotWrite) as refused:
        save(document, ShareRequest(picture_folder=tmp_path / "gone" / "pictures"))

    assert refused.value.details["reason"] == "folder_missing"
