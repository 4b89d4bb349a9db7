"""The whole street by the command line, over the sample shops and over what goes wrong."""

import csv
import json
import os
import random
from pathlib import Path

import openpyxl
import pytest

from desktop_app.cli import main
from desktop_app.paths import resource_path

SHOP = resource_path("samples", "shop_customers.csv")
TWO_FACTS = "Annual Income (k$),Spending Score (1-100)"
NEW_COLUMNS = ["segment", "segment_name", "sure"]


def rows_of(path: Path) -> list[dict[str, str]]:
    with path.open(newline="", encoding="utf-8-sig") as file:
        return list(csv.DictReader(file))


def segment(*words: object) -> int:
    return main(["segment", *map(str, words), "--quiet"])


@pytest.mark.parametrize(
    ("name", "has_groups"),
    [
        ("shop_customers", True),
        ("shop_customers_june", True),
        ("shop_orders", False),
        ("no_groups", False),
    ],
)
def test_every_sample_shop_becomes_a_labelled_list(name, has_groups, tmp_path):
    out, summary = tmp_path / "out.csv", tmp_path / "summary.json"

    status = segment(resource_path("samples", f"{name}.csv"), "-o", out, "--summary", summary)

    told = json.loads(summary.read_text(encoding="utf-8"))
    rows = rows_of(out)
    assert status == 0
    assert len(rows) == told["customers"]
    assert [s["size"] for s in told["segments"]] == sorted(
        (s["size"] for s in told["segments"]), reverse=True
    )
    assert sum(s["size"] for s in told["segments"]) == told["customers"] - told["left_out"]
    assert (told["suggested_k"] is not None) == has_groups


def test_the_original_columns_stay_untouched_and_in_order(tmp_path):
    out = tmp_path / "out.csv"

    segment(SHOP, "-o", out, "--features", TWO_FACTS)

    before, after = rows_of(SHOP), rows_of(out)
    assert list(after[0]) == [*before[0], *NEW_COLUMNS]
    assert [{k: row[k] for k in before[0]} for row in after] == before
    assert {row["segment"] for row in after} == set("ABCDE")


def test_shuffling_the_rows_changes_no_customers_group(tmp_path):
    lines = SHOP.read_text(encoding="utf-8").splitlines()
    body = lines[1:]
    random.Random(3).shuffle(body)
    shuffled = tmp_path / "shuffled.csv"
    shuffled.write_text("\n".join([lines[0], *body]) + "\n", encoding="utf-8")
    straight_out, shuffled_out = tmp_path / "a.csv", tmp_path / "b.csv"

    segment(SHOP, "-o", straight_out, "--features", TWO_FACTS)
    segment(shuffled, "-o", shuffled_out, "--features", TWO_FACTS)

    by_id = {row["Customer ID"]: row["segment"] for row in rows_of(straight_out)}
    assert {row["Customer ID"]: row["segment"] for row in rows_of(shuffled_out)} == by_id


def test_the_summary_holds_the_promised_fields(tmp_path):
    summary = tmp_path / "summary.json"

    segment(SHOP, "-o", tmp_path / "out.csv", "--summary", summary, "--features", TWO_FACTS)

    told = json.loads(summary.read_text(encoding="utf-8"))
    expected = "version input customers left_out features preparation scan k suggested_k reason"
    expected += " verdict segments drivers rule seconds log"
    assert list(told) == expected.split()
    assert set(told["scan"][1]) == {
        "k",
        "inertia",
        "silhouette",
        "silhouette_n",
        "calinski_harabasz",
        "smallest",
        "comes_back",
        "stands_apart_p",
        "ruled_out",
    }
    assert set(told["segments"][0]) == {
        "letter",
        "name",
        "size",
        "share",
        "money_share",
        "centre",
        "comes_back",
        "comes_back_band",
        "stands_apart",
        "sentences",
        "idea",
    }
    assert set(told["seconds"]) == {"read", "prepare", "scan", "trust", "write"}
    inertia = [score["inertia"] for score in told["scan"]]
    assert inertia == sorted(inertia, reverse=True)
    assert told["k"] == told["suggested_k"] == 5


def test_a_workbook_holds_everyone_then_each_group_then_a_summary(tmp_path):
    out = tmp_path / "out.xlsx"

    segment(SHOP, "-o", out, "-k", 3)

    book = openpyxl.load_workbook(out)
    everyone, *groups, _summary = book.worksheets
    n_customers = len(rows_of(SHOP))
    assert everyone.max_row == n_customers + 1
    assert len(groups) == 3
    assert sum(sheet.max_row - 1 for sheet in groups) == n_customers
    assert isinstance(everyone["C2"].value, int | float)


def test_inspect_prints_one_object_with_the_promised_fields(capsys):
    status = main(["inspect", str(SHOP), "--json"])

    told = json.loads(capsys.readouterr().out)
    columns = {column["name"]: column for column in told["columns"]}
    assert status == 0
    assert list(told) == ["files", "recognised", "table", "columns", "findings", "orders"]
    assert told["files"][0]["delimiter"] == ","
    assert columns["Customer ID"]["role"] == "id"
    assert columns["Age"]["role"] == "feature"
    assert columns["Gender"]["role"] == "describe"


def test_inspect_counts_orders_and_what_was_taken_out(capsys):
    main(["inspect", str(resource_path("samples", "shop_orders.csv")), "--json"])

    told = json.loads(capsys.readouterr().out)
    assert told["table"] == "orders"
    assert told["orders"]["taken_out"]["no_customer"] > 0
    assert told["orders"]["customers"] <= told["orders"]["orders"] <= told["orders"]["lines"]


BAD_FILES = {
    "nothing.csv": b"",
    "header_only.csv": b"id,age,income\n",
    "one_customer.csv": b"id,age,income\n1,30,2000\n",
    "no_numbers.csv": b"name,town\nAnn,Delft\nBob,Gouda\nCas,Delft\n",
    "all_equal.csv": b"age\n30\n30\n30\n30\n",
    "picture.csv": b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 4,
    "page.csv": b"<!doctype html><html><body><p>hello</p></body></html>",
    "broken.xlsx": b"PK\x03\x04 this is no workbook",
}


@pytest.mark.parametrize("name", BAD_FILES)
def test_what_cannot_be_used_is_answered_with_one_sentence(name, tmp_path, capsys):
    source, out = tmp_path / name, tmp_path / "out.csv"
    source.write_bytes(BAD_FILES[name])

    status = segment(source, "-o", out)

    said = capsys.readouterr().err
    assert status == 3
    assert said.count("\n") == 1
    assert "Traceback" not in said
    assert len(said) > 20
    assert not out.exists()


def test_a_missing_file_is_named(tmp_path, capsys):
    status = segment(tmp_path / "gone.csv", "-o", tmp_path / "out.csv")

    assert status == 3
    assert "gone.csv" in capsys.readouterr().err


def test_more_groups_than_different_customers_is_answered(tmp_path, capsys):
    source = tmp_path / "few.csv"
    source.write_text("age,income\n" + "30,2000\n40,3000\n50,1000\n" * 5, encoding="utf-8")

    status = segment(source, "-o", tmp_path / "out.csv", "-k", 7)

    assert status == 3
    assert "3" in capsys.readouterr().err


def test_an_unknown_column_is_answered_with_the_known_ones(tmp_path, capsys):
    status = segment(SHOP, "-o", tmp_path / "out.csv", "--features", "Shoe size")

    said = capsys.readouterr().err
    assert status == 3
    assert "Shoe size" in said
    assert "Age" in said


@pytest.mark.parametrize("suffix", [".csv", ".xlsx"])
def test_an_output_that_cannot_be_written_leaves_the_old_file_alone(suffix, tmp_path, capsys):
    folder = tmp_path / f"taken{suffix}"
    folder.mkdir()
    (folder / "keep").write_text("old", encoding="utf-8")

    status = segment(SHOP, "-o", folder)

    assert status == 4
    assert (folder / "keep").read_text(encoding="utf-8") == "old"
    assert capsys.readouterr().err.count("\n") == 1
    assert [path.name for path in tmp_path.iterdir()] == [folder.name]


def test_wrong_words_give_status_2(capsys):
    for words in (
        ["segment", str(SHOP)],
        ["segment", str(SHOP), "-o", "out.doc"],
        ["segment", str(SHOP), "-o", "out.csv", "-k", "many"],
        ["segment", str(SHOP), "-o", "out.csv", "--max-segments", "99"],
    ):
        with pytest.raises(SystemExit) as stopped:
            main(words)
        assert stopped.value.code == 2
    capsys.readouterr()


def test_quiet_means_nothing_on_standard_error(tmp_path, capsys):
    segment(SHOP, "-o", tmp_path / "out.csv")

    assert capsys.readouterr().err == ""


def test_progress_goes_to_standard_error_in_plain_lines(tmp_path, capsys):
    main(["segment", str(SHOP), "-o", str(tmp_path / "out.csv")])

    shown = capsys.readouterr()
    assert "Reading your file" in shown.err
    assert os.linesep.join(shown.out.splitlines()[-1:]).startswith("Saved")
