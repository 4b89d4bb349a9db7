"""A saved project comes back whole, and nothing bad comes out of one that is not."""

import errno
import json
import zipfile
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from desktop_app.core.errors import (
    AppError,
    CannotWrite,
    FileMissing,
    NotAProject,
    ProjectDamaged,
    ProjectNewer,
    ProjectTooLarge,
)
from desktop_app.core.intake.tables import RawTable
from desktop_app.core.progress import Cancelled
from desktop_app.document import project_file
from desktop_app.document.document import Document
from desktop_app.document.plan import Plan
from desktop_app.document.project_file import backup_of, load_project, save_project
from desktop_app.document.street import fill_in_behind, reopen, walk
from tests.benchmarks.killed_saves import torn_saves

SAMPLES = Path(__file__).parents[2] / "resources" / "samples"


@pytest.fixture(scope="module")
def document():
    plan = Plan(files=(SAMPLES / "shop_customers.csv",), k=3).with_name(3, "B", "Regulars")
    return fill_in_behind(walk(Document(plan=plan)), 0.05)


@pytest.fixture
def saved(document, tmp_path):
    return save_project(document, tmp_path / "spring.clientele")


def test_everything_comes_back(document, saved):
    back = reopen(load_project(saved))

    files = (saved.parent / "shop_customers.csv",)
    assert back.plan == replace(document.plan, files=files)
    assert back.is_complete
    assert back.missing_behind is None
    assert back.raw.rows == document.raw.rows
    assert back.description == document.description
    assert back.trust.segments == document.trust.segments
    assert np.array_equal(back.segmentation.labels, document.segmentation.labels)
    assert back.scan.inertia == document.scan.inertia
    assert back.own_names == (("B", "Regulars"),)


def test_orders_come_back_without_their_file(tmp_path):
    source = tmp_path / "orders.csv"
    source.write_bytes((SAMPLES / "shop_orders.csv").read_bytes())
    document = walk(Document(plan=Plan(files=(source,))))
    saved = save_project(document, tmp_path / "orders.clientele")
    source.unlink()

    back = reopen(load_project(saved))

    assert back.customers.frame.equals(document.customers.frame)
    assert np.array_equal(back.segmentation.labels, document.segmentation.labels)


def test_a_project_can_be_saved_before_there_are_groups(tmp_path):
    early = walk(Document(plan=Plan(files=(SAMPLES / "shop_customers.csv",))), until="checked")

    back = reopen(load_project(save_project(early, tmp_path / "early.clientele")))

    assert back.missing_result == "scan"


def test_results_of_other_customers_are_left_out(document, saved):
    back = load_project(saved)
    short = RawTable.from_rows(back.raw.header, back.raw.rows[:200])

    again = reopen(back.with_result("raw", short))

    assert again.segmentation is None
    assert again.prepared is not None


@given(
    st.lists(
        st.lists(st.text(st.characters(exclude_categories=["Cs"])), min_size=3, max_size=3),
        min_size=1,
    )
)
@settings(
    max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
def test_any_cells_come_back(tmp_path, rows):
    cells = [[cell.replace("\0", "") for cell in row] for row in rows]
    raw = RawTable.from_rows(["Name", 'a "b", c', "Ort"], cells)
    path = save_project(Document(plan=Plan(), raw=raw), tmp_path / "any.clientele")

    back = load_project(path).raw

    assert back.header == raw.header
    assert back.rows == raw.rows


def test_the_same_project_is_the_same_file(document, tmp_path):
    first, second = (save_project(document, tmp_path / f"{n}.clientele") for n in "ab")

    assert first.read_bytes() == second.read_bytes()


def test_the_save_before_is_kept(document, saved):
    before = saved.read_bytes()

    save_project(document.with_plan(document.plan.with_name(3, "A", "All")), saved)

    assert backup_of(saved).read_bytes() == before
    assert load_project(saved).plan.names_of(3) == (("B", "Regulars"), ("A", "All"))


def test_a_save_that_is_called_off_leaves_the_one_before(document, saved):
    before = saved.read_bytes()

    class Stop:
        def report(self, fraction, stage):
            pass

        def checkpoint(self):
            raise Cancelled

    with pytest.raises(Cancelled):
        save_project(document, saved, progress=Stop())

    assert saved.read_bytes() == before
    assert [path.name for path in saved.parent.iterdir()] == [saved.name]


def test_a_folder_that_is_gone_is_said(document, tmp_path):
    with pytest.raises(CannotWrite) as caught:
        save_project(document, tmp_path / "gone" / "spring.clientele")

    assert caught.value.details["reason"] == "folder_missing"


def test_a_missing_project_is_said(tmp_path):
    with pytest.raises(FileMissing):
        load_project(tmp_path / "gone.clientele")


def test_a_list_is_no_project():
    with pytest.raises(NotAProject):
        load_project(SAMPLES / "shop_customers.csv")


def test_another_zip_is_no_project(tmp_path):
    path = tmp_path / "photos.clientele"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("holiday.jpg", b"...")

    with pytest.raises(NotAProject):
        load_project(path)


def test_damage_is_said_with_the_save_before(document, saved):
    save_project(document, saved)
    content = saved.read_bytes()
    saved.write_bytes(content[: len(content) // 2])

    with pytest.raises(ProjectDamaged) as caught:
        load_project(saved)

    assert caught.value.details["backup"] == backup_of(saved)


def altered(path, name, change):
    """Write the project anew with one part changed."""
    with zipfile.ZipFile(path) as archive:
        parts = {entry: archive.read(entry) for entry in archive.namelist()}
    parts[name] = change(parts[name])
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for entry, content in parts.items():
            archive.writestr(entry, content)


def test_a_newer_project_is_said(saved):
    def newer(content):
        return json.dumps(json.loads(content) | {"schema": 99, "version": "9.1"})

    altered(saved, "manifest.json", newer)

    with pytest.raises(ProjectNewer) as caught:
        load_project(saved)
    assert caught.value.details["version"] == "9.1"


def test_a_part_that_was_changed_is_noticed(saved):
    altered(saved, "cells.csv", lambda content: content.replace(b"1", b"2", 1))

    with pytest.raises(ProjectDamaged):
        load_project(saved)


def test_a_part_that_unpacks_to_too_much_is_refused(saved, monkeypatch):
    monkeypatch.setattr(project_file, "MOST_BYTES", 1_000)

    with pytest.raises(ProjectTooLarge):
        load_project(saved)


@given(st.data())
@settings(
    max_examples=100, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
def test_flipped_bytes_never_crash(saved, tmp_path, data):
    content = bytearray(saved.read_bytes())
    for _ in range(data.draw(st.integers(1, 4))):
        place = data.draw(st.integers(0, len(content) - 1))
        content[place] = data.draw(st.integers(0, 255))
    path = tmp_path / "flipped.clientele"
    path.write_bytes(content)

    try:
        load_project(path)
    except AppError as problem:
        assert problem.details["path"] == path


def test_no_folder_of_this_computer_is_in_a_project(document, saved):
    with zipfile.ZipFile(saved) as parts:
        content = b"".join(parts.read(name) for name in parts.namelist())

    assert b"shop_customers.csv" in content
    assert str(SAMPLES).encode() not in content
    assert str(SAMPLES.parent).encode() not in content


def test_a_program_that_is_killed_while_it_saves_tears_nothing(tmp_path):
    assert torn_saves(tmp_path / "spring.clientele", kills=5) == 0


@pytest.mark.parametrize(
    ("number", "reason"), [(errno.ENOSPC, "full"), (errno.EACCES, "permission")]
)
def test_a_disk_that_refuses_leaves_the_save_before(document, saved, monkeypatch, number, reason):
    before = saved.read_bytes()

    def refuse(*_args):
        raise OSError(number, "no")

    monkeypatch.setattr(project_file, "write_cells", refuse)
    with pytest.raises(CannotWrite) as caught:
        save_project(document, saved)

    assert caught.value.details["reason"] == reason
    assert saved.read_bytes() == before
    assert [path.name for path in saved.parent.iterdir()] == [saved.name]
