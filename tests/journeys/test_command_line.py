"""The whole street by the command line, over the sample shops and over what goes wrong."""

import csv
import json
import os
import random
import shutil
from pathlib import Path

import openpyxl
import pytest

from desktop_app.cli import main
from desktop_app.cli.parsing import parse, plan_from
from desktop_app.core.customers.choices import CustomerChoice
from desktop_app.paths import resource_path

SHOP = resource_path("samples", "shop_customers.csv")
SHOPS = Path(__file__).parents[1] / "data" / "shops"
TWO_FACTS = "Annual Income (k$),Spending Score (1-100)"
NEW_COLUMNS = ["segment", "segment_name", "sure"]


def rows_of(path: Path) -> list[dict[str, str]]:
    with path.open(newline="", encoding="utf-8-sig") as file:
        return list(csv.DictReader(file))


def segment(*words: object, trust: str = "off") -> int:
    return main(["segment", *map(str, words), "--trust", trust, "--quiet"])


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

    out = tmp_path / "out.csv"
    segment(SHOP, "-o", out, "--summary", summary, "--features", TWO_FACTS, trust="quick")

    told = json.loads(summary.read_text(encoding="utf-8"))
    expected = "version input customers left_out features preparation scan k grouping"
    expected += " suggested_k reason verdict segments drivers rule second_opinions seconds log"
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
        "verdict",
        "sentences",
        "idea",
    }
    assert set(told["seconds"]) == {"read", "prepare", "scan", "trust", "write"}
    inertia = [score["inertia"] for score in told["scan"]]
    assert inertia == sorted(inertia, reverse=True)
    assert told["k"] == told["suggested_k"] == 5


def test_the_summary_and_the_list_tell_how_far_groups_can_be_trusted(tmp_path):
    out, summary = tmp_path / "out.csv", tmp_path / "summary.json"

    words = (SHOP, "-o", out, "--summary", summary, "--features", TWO_FACTS, "-k", 5)
    segment(*words, trust="quick")

    told = json.loads(summary.read_text(encoding="utf-8"))
    sure = [float(row["sure"]) for row in rows_of(out)]
    assert told["verdict"] == "natural"
    assert {s["comes_back_band"] for s in told["segments"]} == {"always"}
    assert {s["stands_apart"] for s in told["segments"]} <= {"clearly", "fairly"}
    assert all(0.85 <= s["comes_back"] <= 1.0 for s in told["segments"])
    assert told["scan"][0]["comes_back"] is told["scan"][0]["stands_apart_p"] is None
    assert all(0.0 <= s["comes_back"] <= 1.0 for s in told["scan"][1:])
    assert told["scan"][4]["stands_apart_p"] == 0.0
    assert told["seconds"]["trust"] > 0
    assert sum(sure) / len(sure) > 0.9


def test_a_list_without_groups_is_never_called_natural(tmp_path):
    out, summary = tmp_path / "out.csv", tmp_path / "summary.json"

    words = (resource_path("samples", "no_groups.csv"), "-o", out, "--summary", summary)
    segment(*words, trust="quick")

    told = json.loads(summary.read_text(encoding="utf-8"))
    assert told["verdict"] != "natural"
    assert "natural" not in {s["verdict"] for s in told["segments"]}


def test_nothing_is_told_of_trust_where_nobody_asks(tmp_path):
    out, summary = tmp_path / "out.csv", tmp_path / "summary.json"

    segment(SHOP, "-o", out, "--summary", summary, trust="off")

    told = json.loads(summary.read_text(encoding="utf-8"))
    assert told["verdict"] is told["seconds"]["trust"] is None
    assert {row["sure"] for row in rows_of(out)} == {""}


def test_a_column_counts_as_much_as_is_said(tmp_path):
    summary = tmp_path / "summary.json"

    segment(SHOP, "-o", tmp_path / "out.csv", "--summary", summary, "--features", TWO_FACTS,
            "--weight", "Annual Income (k$)=0.5", "--weight", "Spending Score (1-100)=2")  # fmt: skip

    told = json.loads(summary.read_text(encoding="utf-8"))
    weights = [feature["weight"] for feature in told["preparation"].values()]
    assert weights == [0.5, 2.0]
    assert "Spending Score (1-100): counts 2 times as much as usual." in told["log"]


@pytest.mark.parametrize(
    ("weight", "status"), [("Age=0", 3), ("Agee=2", 3), ("Age", 2), ("=2", 2), ("Age=much", 2)]
)
def test_a_weight_that_cannot_be_used_is_told(weight, status, tmp_path, capsys):
    words = ["segment", str(SHOP), "-o", str(tmp_path / "out.csv"), "--weight", weight, "--quiet"]

    try:
        ended = main(words)
    except SystemExit as ending:
        ended = ending.code

    assert ended == status
    assert capsys.readouterr().err.count("\n") == 1


def test_other_methods_are_asked_for_their_opinion(tmp_path, capsys):
    summary = tmp_path / "summary.json"

    segment(SHOP, "-o", tmp_path / "out.csv", "--summary", summary, "--features", TWO_FACTS,
            "--second-opinion")  # fmt: skip

    opinions = json.loads(summary.read_text(encoding="utf-8"))["second_opinions"]
    methods = ["ward", "gaussian_mixture", "k_medians", "hdbscan"]
    assert [opinion["method"] for opinion in opinions] == methods
    for opinion in opinions:
        moved = sum(move["customers"] for move in opinion["moves"])
        assert moved == round((1 - opinion["stay_together"]) * opinion["looked_at"])
    assert all(opinion["stay_together"] > 0.9 for opinion in opinions[:3])
    assert "of 100 customers stay together" in capsys.readouterr().out


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

    said = capsys.readouterr()
    told = json.loads(said.out)
    columns = {column["name"]: column for column in told["columns"]}
    assert status == 0
    assert said.err.splitlines()[0] == "Reading your file"
    assert list(told) == [
        "files", "recognised", "table", "columns", "findings", "orders", "joined"
    ]  # fmt: skip
    assert told["files"][0]["delimiter"] == ","
    assert columns["Customer ID"]["role"] == "id"
    assert columns["Age"]["role"] == "feature"
    assert columns["Gender"]["role"] == "describe"


def test_inspect_says_in_words_what_the_pages_say(tmp_path, capsys):
    path = tmp_path / "shop.csv"
    rows = "".join(f"c{i};{20 + i};{i},50\n" for i in range(30))
    path.write_text(f"Customer ID;Age;Spent\n{rows}c99;3a;1,00\n", encoding="utf-8")

    status = main(["inspect", str(path)])

    said = capsys.readouterr().out
    assert status == 0
    assert "shop.csv: A text file (CSV) with a semicolon between the columns." in said
    assert "31 customers." in said
    assert "  Age: numbers, can form groups" in said
    assert "Age: 1 value is not a number: row 32, “3a”." in said


def test_inspect_counts_orders_and_what_was_taken_out(capsys):
    main(["inspect", str(resource_path("samples", "shop_orders.csv")), "--json"])

    told = json.loads(capsys.readouterr().out)
    assert told["table"] == "orders"
    assert told["orders"]["taken_out"]["no_customer"] > 0
    assert told["orders"]["customers"] <= told["orders"]["orders"] <= told["orders"]["lines"]


def test_inspect_tells_how_the_lines_come_to_what_counts(capsys):
    main(["inspect", str(resource_path("samples", "shop_orders.csv")), "--json"])

    told = json.loads(capsys.readouterr().out)["orders"]
    assert set(told) == {
        "lines", "orders", "customers", "taken_out", "total", "file_total", "effects", "currency",
        "currencies", "as_of", "first_day", "last_day", "clock",
        "classic",
    }  # fmt: skip
    not_counted = sum(e["amount"] for e in told["effects"] if not e["counted"])
    assert told["effects"]
    assert round(told["file_total"] - not_counted, 4) == told["total"]


@pytest.mark.parametrize(
    "name", ["shopify_orders", "square_items", "stripe_payments", "paypal_activity", "etsy_orders"]
)
@pytest.mark.parametrize("count", [(), ("--count", "refunded"), ("--count", "cancelled,pending")])
def test_what_counts_of_an_export_agrees_to_the_cent(name, count, capsys):
    main(["inspect", str(SHOPS / f"{name}.csv"), *count])

    said = capsys.readouterr().out
    assert "lines in the file" in said
    assert "Counted for" in said
    assert "differ" not in said


def test_columns_named_on_the_command_line_are_told_with_their_role(tmp_path, capsys):
    path = tmp_path / "orders.csv"
    rows = "".join(
        f"{i},p{i % 9}@x.org,c{i % 9},2024-03-{1 + i % 28:02},2024-04-{1 + i % 28:02},{i}.5,{i}\n"
        for i in range(40)
    )
    path.write_text(f"Order ID,Email,Card,Order date,Shipped,Total,Net\n{rows}", encoding="utf-8")
    words = ["--customer-id", "Card", "--date", "Shipped", "--amount", "Net", "--json"]

    main(["inspect", str(path), *words])

    told = json.loads(capsys.readouterr().out)
    roles = {column["name"]: column["role"] for column in told["columns"]}
    assert (roles["Card"], roles["Shipped"], roles["Net"]) == ("id", "date", "amount")
    assert (roles["Order date"], roles["Total"]) == ("describe", "feature")
    assert roles["Order ID"] == "order_id"
    assert told["orders"]["customers"] == 9
    assert told["orders"]["total"] == sum(range(40))


def test_what_counts_can_be_chosen_on_the_command_line():
    words = ["--look-back", "12", "--currency", "EUR", "--count", "pending,cancelled"]

    choice = plan_from(parse(["inspect", "orders.csv", *words])).customers

    assert (choice.look_back, choice.currency) == (12, "EUR")
    assert choice.counted == {"pending", "cancelled"}
    assert plan_from(parse(["inspect", "orders.csv"])).customers == CustomerChoice()


def test_inspect_knows_an_export_that_names_no_buyer(capsys):
    path = SHOPS / "amazon_orders.txt"

    status = main(["inspect", str(path), "--json"])

    told = json.loads(capsys.readouterr().out)
    assert (status, told["recognised"], told["table"]) == (0, "amazon_orders", "orders")
    assert told["orders"] is None
    assert main(["inspect", str(path)]) == 0
    assert "Amazon does not say in it who bought" in capsys.readouterr().out


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


@pytest.mark.parametrize(
    ("words", "advice"),
    [
        ([], "-o/--output"),
        (["-o", "out.doc"], "must end in .csv or .xlsx"),
        (["-o", "out.csv", "-k", "many"], "a whole number from 1 to 30, or auto"),
        (["-o", "out.csv", "--max-segments", "99"], "a whole number from 2 to 30"),
        (["-o", "out.csv", "--seed", "x"], "a whole number from 0"),
        (["-o", "out.csv", "--as-of", "2024-13-01"], "as in 2024-12-31"),
        (["-o", "out.csv", "--as", "people"], "customers, orders or auto"),
        (["-o", "out.csv", "--look-back", "0"], "a whole number from 1"),
        (["-o", "out.csv", "--count", "no_customer"], "duplicate, cancelled, pending"),
        (["-o", "out.csv", "--count", ","], "duplicate, cancelled, pending"),
        (["-o", "out.csv", "--features", "a\nb"], "A,B,C"),
        (["-o", "out.csv", "--summary", "./out.csv"], "named twice"),
    ],
)
def test_words_that_are_off_give_status_2_and_one_line_of_advice(words, advice, capsys):
    with pytest.raises(SystemExit) as stopped:
        main(["segment", str(SHOP), *words])

    said = capsys.readouterr().err
    assert stopped.value.code == 2
    assert said.count("\n") == 1
    assert advice in said
    assert "invalid" not in said


@pytest.mark.parametrize("option", ["-o", "--summary"])
def test_the_users_own_file_is_never_replaced(option, tmp_path, capsys):
    source, link = tmp_path / "list.csv", tmp_path / "link.csv"
    shutil.copy(SHOP, source)
    link.symlink_to(source)
    words = ["-o", str(tmp_path / "out.csv")] if option == "--summary" else []

    with pytest.raises(SystemExit) as stopped:
        main(["segment", str(source), *words, option, str(link)])

    assert stopped.value.code == 2
    assert "link.csv” is named twice" in capsys.readouterr().err
    assert source.read_bytes() == SHOP.read_bytes()


def test_a_summary_that_cannot_be_written_leaves_the_old_list_alone(tmp_path, capsys):
    out = tmp_path / "out.csv"
    out.write_text("old", encoding="utf-8")

    status = segment(SHOP, "-o", out, "-k", 2, "--summary", tmp_path / "gone" / "summary.json")

    assert status == 4
    assert "summary.json" in capsys.readouterr().err
    assert out.read_text(encoding="utf-8") == "old"


def test_a_report_is_written_beside_the_list(tmp_path):
    report = tmp_path / "report.pdf"

    segment(SHOP, "-o", tmp_path / "out.csv", "-k", 1, "--report", report)

    assert report.read_bytes().startswith(b"%PDF")


def test_a_report_that_cannot_be_written_leaves_the_old_list_alone(tmp_path):
    out = tmp_path / "out.csv"
    out.write_text("old", encoding="utf-8")

    assert segment(SHOP, "-o", out, "-k", 2, "--report", tmp_path / "gone" / "report.pdf") == 4
    assert out.read_text(encoding="utf-8") == "old"


def test_a_column_whose_name_holds_a_comma_is_named_in_quotes(tmp_path):
    source, summary = tmp_path / "list.csv", tmp_path / "summary.json"
    rows = [[str(i), str(i % 7), str(i % 5)] for i in range(40)]
    source.write_text(
        "\n".join(map(",".join, [["id", '"Spent, in all"', "Age"], *rows])), encoding="utf-8"
    )

    segment(
        source,
        *("-o", tmp_path / "out.csv", "-k", 2, "--summary", summary),
        *("--features", '"Spent, in all", Age'),
    )

    told = json.loads(summary.read_text(encoding="utf-8"))
    assert told["features"] == ["Spent, in all", "Age"]


def test_a_delimiter_may_be_given_by_its_name(tmp_path, capsys):
    source = tmp_path / "list.txt"
    source.write_text("id\tage\n1\t30\n2\t40\n", encoding="utf-8")

    main(["inspect", str(source), "--json", "--delimiter", "tab"])

    assert json.loads(capsys.readouterr().out)["files"][0]["delimiter"] == "\t"


def test_a_describing_column_that_is_not_there_is_answered(tmp_path, capsys):
    status = segment(SHOP, "-o", tmp_path / "out.csv", "-k", 2, "--describe", "Shoe size")

    assert status == 3
    assert "Shoe size" in capsys.readouterr().err


def test_groups_that_break_a_limit_are_told_so(tmp_path, capsys):
    summary = tmp_path / "summary.json"

    segment(SHOP, "-o", tmp_path / "out.csv", "-k", 5, "--max-lists", 2, "--summary", summary)

    sentence = "5 groups are more than the 2 lists that you can use."
    told = json.loads(summary.read_text(encoding="utf-8"))
    assert sentence in capsys.readouterr().out
    assert told["reason"].endswith(sentence)
    assert told["log"][-1] == sentence


def test_a_list_without_column_names_becomes_a_workbook(tmp_path):
    source, out = tmp_path / "list.csv", tmp_path / "out.xlsx"
    source.write_text("".join(f"{i},{i % 7},{i % 5}\n" for i in range(40)), encoding="utf-8")

    status = segment(source, "-o", out, "-k", 2)

    first_row, second_row = openpyxl.load_workbook(out).worksheets[0]["A1:E2"]
    assert status == 0
    assert [cell.value for cell in first_row[3:]] == NEW_COLUMNS[:2]
    assert [cell.value for cell in second_row[:3]] == ["0", 0, 0]


def test_quiet_means_nothing_on_standard_error(tmp_path, capsys):
    segment(SHOP, "-o", tmp_path / "out.csv")

    assert capsys.readouterr().err == ""


def test_progress_goes_to_standard_error_in_plain_lines(tmp_path, capsys):
    main(["segment", str(SHOP), "-o", str(tmp_path / "out.csv")])

    shown = capsys.readouterr()
    assert "Reading your file" in shown.err
    assert os.linesep.join(shown.out.splitlines()[-1:]).startswith("Saved")


def test_orders_and_customers_of_a_shop_become_one_labelled_list(tmp_path, capsys):
    shops = Path(__file__).parents[1] / "data" / "shops"
    files = [str(shops / f"shopify_{table}.csv") for table in ("customers", "orders")]
    out = tmp_path / "labelled.csv"

    assert main(["inspect", *files, "--json"]) == 0
    told = json.loads(capsys.readouterr().out)
    assert main(["segment", *files, "-o", str(out), "--quiet"]) == 0

    assert (told["table"], told["recognised"]) == ("orders", "shopify_orders")
    assert [Path(file["path"]).name for file in told["files"]] == [
        "shopify_orders.csv", "shopify_customers.csv"
    ]  # fmt: skip
    assert told["joined"] | {"columns": []} == {
        "recognised": "shopify_customers",
        "table": "customers",
        "by": "Email",
        "by_beside": "Email",
        "matched": 3,
        "only_here": 2,
        "only_beside": 2,
        "repeated": 0,
        "nobody": 1,
        "columns": [],
    }
    with out.open(encoding="utf-8-sig", newline="") as lines:
        rows = list(csv.DictReader(lines))
    segment_by_city = {(row["Default Address City"], row["segment"] != "") for row in rows}
    assert len(rows) == 7
    assert segment_by_city >= {("Porto", True), ("Bonn", False)}


def test_pictures_of_the_groups_are_written_into_a_folder(tmp_path, monkeypatch):
    monkeypatch.setattr("desktop_app.report.picture_files.SIZE_PX", (400, 300))
    charts = tmp_path / "charts"

    status = segment(SHOP, "-o", tmp_path / "out.csv", "-k", 2, "--charts", charts)

    assert status == 0
    assert {path.suffix for path in charts.iterdir()} == {".png", ".svg"}
