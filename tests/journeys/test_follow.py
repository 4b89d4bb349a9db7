"""Two months of the sample shop by the command line."""

import csv
import json
from pathlib import Path

import pytest

from desktop_app.cli import main
from desktop_app.paths import resource_path
from tests.samples.make_samples import N_GONE, N_NEW

MAY = resource_path("samples", "shop_customers.csv")
JUNE = resource_path("samples", "shop_customers_june.csv")
FACTS = "Annual Income (k$),Spending Score (1-100)"


@pytest.fixture(scope="module")
def project(tmp_path_factory):
    folder = tmp_path_factory.mktemp("project")
    path = folder / "shop.clientele"
    words = ["segment", MAY, "-o", folder / "may.csv", "--features", FACTS, "-k", 5]
    status = main([*map(str, words), "--project", str(path), "--trust", "off", "--quiet"])
    assert status == 0
    return path


def follow(project, *words):
    return main(["follow", str(project), *map(str, words), "--quiet"])


def rows_of(path: Path) -> list[dict[str, str]]:
    with path.open(newline="", encoding="utf-8-sig") as file:
        return list(csv.DictReader(file))


def test_june_is_sorted_into_the_groups_of_may(project, tmp_path, capsys):
    out, movement, summary = (tmp_path / name for name in ("june.csv", "moved.csv", "s.json"))

    status = follow(project, JUNE, "-o", out, "--movement", movement, "--summary", summary)

    assert status == 0
    moved, told = rows_of(movement), json.loads(summary.read_text(encoding="utf-8"))
    label_now = {row["Customer ID"]: row["segment"] for row in rows_of(out)}
    label_may = {row["Customer ID"]: row["segment"] for row in rows_of(project.parent / "may.csv")}
    assert {row["id"]: row["now"] for row in moved if row["now"]} == label_now
    assert {row["id"]: row["was"] for row in moved if row["was"]} == label_may
    assert sum(not row["was"] for row in moved) == N_NEW == told["movement"]["new"]
    assert sum(not row["now"] for row in moved) == N_GONE == told["movement"]["gone"]
    changed = [row for row in moved if row["was"] and row["now"] and row["was"] != row["now"]]
    assert told["movement"]["moved"] == len(changed)
    assert all(row["why"] for row in changed)
    assert told["warnings"] == []
    said = capsys.readouterr().out
    assert f"{len(changed)} of your customers moved" in said
    assert "Saved" in said


def test_the_next_month_goes_on_from_the_last(project, tmp_path):
    later = tmp_path / "june.clientele"
    assert follow(project, JUNE, "-o", tmp_path / "june.csv", "--project-out", later) == 0

    status = follow(later, MAY, "-o", tmp_path / "july.csv", "--summary", tmp_path / "s.json")

    told = json.loads((tmp_path / "s.json").read_text(encoding="utf-8"))
    assert status == 0
    assert told["movement"]["new"] == N_GONE
    assert told["movement"]["gone"] == N_NEW
    assert [row["segment"] for row in rows_of(tmp_path / "july.csv")] == [
        row["segment"] for row in rows_of(project.parent / "may.csv")
    ]


def test_a_yearly_income_is_warned_of(project, tmp_path, capsys):
    header, *rows = csv.reader(JUNE.read_text(encoding="utf-8").splitlines())
    place = header.index("Annual Income (k$)")
    for row in rows:
        row[place] = str(12 * int(row[place]))
    yearly = tmp_path / "yearly.csv"
    yearly.write_text("\n".join(",".join(row) for row in [header, *rows]), encoding="utf-8")

    assert follow(project, yearly, "-o", tmp_path / "out.csv", "--refit") == 0

    said = capsys.readouterr().out
    assert "is about 12 times larger than before" in said


def test_renamed_columns_are_said(project, tmp_path, capsys):
    renamed = tmp_path / "renamed.csv"
    text = JUNE.read_text(encoding="utf-8").replace("Spending Score", "Score of spending")
    renamed.write_text(text, encoding="utf-8")

    status = follow(project, renamed, "-o", tmp_path / "out.csv")

    assert status == 3
    assert "Score of spending" in capsys.readouterr().err
    assert not (tmp_path / "out.csv").exists()


def test_a_list_is_no_project(tmp_path, capsys):
    with pytest.raises(SystemExit) as stopped:
        follow(MAY, JUNE, "-o", tmp_path / "out.csv")

    assert stopped.value.code == 2
    assert ".clientele" in capsys.readouterr().err


def test_a_damaged_project_is_said(project, tmp_path, capsys):
    damaged = tmp_path / "damaged.clientele"
    damaged.write_bytes(project.read_bytes()[:-500])

    assert follow(damaged, JUNE, "-o", tmp_path / "out.csv") == 3
    assert "damaged" in capsys.readouterr().err


def test_groups_by_rule_cannot_be_followed(tmp_path, capsys):
    orders, project = resource_path("samples", "shop_orders.csv"), tmp_path / "rule.clientele"
    words = ["segment", orders, "-o", tmp_path / "rule.csv", "--classic", "--project", project]
    assert main([*map(str, words), "--quiet"]) == 0

    assert follow(project, orders, "-o", tmp_path / "out.csv") == 3
    assert "by rule" in capsys.readouterr().err


def test_orders_are_followed_without_their_old_file(tmp_path):
    source = tmp_path / "orders.csv"
    source.write_bytes(resource_path("samples", "shop_orders.csv").read_bytes())
    project = tmp_path / "orders.clientele"
    words = ["segment", source, "-o", tmp_path / "a.csv", "-k", 4, "--project", project]
    assert main([*map(str, words), "--trust", "off", "--quiet"]) == 0
    newer = tmp_path / "newer.csv"
    source.rename(newer)

    assert follow(project, newer, "-o", tmp_path / "b.csv", "--movement", tmp_path / "m.csv") == 0

    assert all(row["was"] == row["now"] for row in rows_of(tmp_path / "m.csv"))
