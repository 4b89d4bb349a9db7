import errno
import hashlib
import os
from pathlib import Path

import pytest

from desktop_app.core.errors import CannotWrite
from desktop_app.core.files import sha256_of, write_atomically, write_together
from desktop_app.core.progress import Cancelled


@pytest.fixture
def target(tmp_path: Path) -> Path:
    path = tmp_path / "customers.csv"
    path.write_text("old", encoding="utf-8")
    return path


def names_in(folder: Path) -> list[str]:
    return [path.name for path in folder.iterdir()]


def test_what_was_written_takes_the_place_of_the_old_file(target):
    with write_atomically(target) as draft:
        draft.write_text("new", encoding="utf-8")

    assert target.read_text(encoding="utf-8") == "new"
    assert names_in(target.parent) == ["customers.csv"]


def test_a_file_that_was_not_there_is_made(tmp_path):
    with write_atomically(tmp_path / "fresh.csv") as draft:
        draft.write_text("new", encoding="utf-8")

    assert (tmp_path / "fresh.csv").read_text(encoding="utf-8") == "new"


def test_the_draft_lies_beside_the_target_and_has_its_suffix(target):
    with write_atomically(target) as draft:
        draft.touch()

        assert draft.parent == target.parent
        assert draft.suffix == ".csv"


@pytest.mark.parametrize("stop", [Cancelled, KeyboardInterrupt, ZeroDivisionError])
def test_the_old_file_survives_whatever_stops_the_writing(target, stop):
    with pytest.raises(stop), write_atomically(target) as draft:
        draft.write_text("half", encoding="utf-8")
        raise stop

    assert target.read_text(encoding="utf-8") == "old"
    assert names_in(target.parent) == ["customers.csv"]


@pytest.mark.parametrize(
    ("number", "reason"),
    [
        (errno.EACCES, "permission"),
        (errno.EROFS, "permission"),
        (errno.ENOSPC, "full"),
        (errno.EBUSY, "in_use"),
        (errno.EIO, "other"),
    ],
)
def test_the_reason_of_the_system_is_told(target, number, reason):
    with pytest.raises(CannotWrite) as caught, write_atomically(target):
        raise OSError(number, os.strerror(number))

    assert caught.value.details == {"path": target, "reason": reason}
    assert target.read_text(encoding="utf-8") == "old"


def test_a_file_that_another_program_holds_is_in_use(target):
    held = PermissionError(errno.EACCES, "sharing violation")
    held.winerror = 32

    with pytest.raises(CannotWrite) as caught, write_atomically(target):
        raise held

    assert caught.value.details["reason"] == "in_use"


def test_a_missing_folder_is_told(tmp_path):
    path = tmp_path / "gone" / "customers.csv"

    with pytest.raises(CannotWrite) as caught, write_atomically(path) as draft:
        draft.write_text("new", encoding="utf-8")

    assert caught.value.details == {"path": path, "reason": "folder_missing"}


def test_a_full_disk_while_settling_keeps_the_old_file(target, monkeypatch):
    def full(_descriptor: int) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)

    with pytest.raises(CannotWrite) as caught, write_atomically(target) as draft:
        draft.write_text("new", encoding="utf-8")

    assert caught.value.details["reason"] == "full"
    assert target.read_text(encoding="utf-8") == "old"
    assert names_in(target.parent) == ["customers.csv"]


def test_a_folder_is_not_replaced(tmp_path):
    with pytest.raises(CannotWrite), write_atomically(tmp_path / "shelf") as draft:
        (tmp_path / "shelf").mkdir()
        draft.write_text("new", encoding="utf-8")

    assert names_in(tmp_path) == ["shelf"]


def test_permissions_and_links_stay(target, tmp_path):
    target.chmod(0o640)
    link = tmp_path / "link.csv"
    link.symlink_to(target)

    with write_atomically(link) as draft:
        draft.write_text("new", encoding="utf-8")

    assert link.is_symlink()
    assert target.read_text(encoding="utf-8") == "new"
    assert target.stat().st_mode & 0o777 == 0o640


def test_files_that_are_written_together_all_appear(tmp_path):
    paths = [tmp_path / "list.csv", tmp_path / "summary.json"]

    write_together([(path, lambda draft: draft.write_text("new")) for path in paths])

    assert [path.read_text() for path in paths] == ["new", "new"]
    assert len(names_in(tmp_path)) == 2


def test_no_file_takes_its_place_before_all_are_whole(target):
    gone = target.parent / "gone" / "summary.json"

    with pytest.raises(CannotWrite) as caught:
        write_together([(target, lambda draft: draft.write_text("new")), (gone, Path.touch)])

    assert caught.value.details == {"path": gone, "reason": "folder_missing"}
    assert target.read_text(encoding="utf-8") == "old"
    assert names_in(target.parent) == ["customers.csv"]


def test_a_file_that_took_its_place_before_another_could_not_is_told(tmp_path, monkeypatch):
    replace = Path.replace

    def replace_all_but_the_list(draft: Path, target: Path) -> Path:
        if target.name == "list.csv":
            raise PermissionError(errno.EACCES, "open in another program")
        return replace(draft, target)

    monkeypatch.setattr(Path, "replace", replace_all_but_the_list)
    wanted, beside = tmp_path / "list.csv", tmp_path / "summary.json"

    with pytest.raises(CannotWrite) as caught:
        write_together([(wanted, Path.touch), (beside, Path.touch)])

    assert caught.value.details["path"] == wanted
    assert caught.value.details["saved"] == (beside,)
    assert names_in(tmp_path) == ["summary.json"]


def test_a_folder_in_the_way_is_told_before_anything_is_written(tmp_path):
    with pytest.raises(CannotWrite):
        write_together([(tmp_path, Path.touch), (tmp_path / "summary.json", Path.touch)])

    assert names_in(tmp_path) == []


def test_sha256_is_that_of_the_bytes(target):
    digest = sha256_of(target)

    assert digest == hashlib.sha256(b"old").hexdigest()
