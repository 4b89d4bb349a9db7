from desktop_app.core.checking.checked import Finding
from desktop_app.core.checking.understanding import check_table
from desktop_app.core.intake.tables import RawTable
from desktop_app.document.document import Document
from desktop_app.ui.pages.finding_lines import in_order, lines_of


def test_what_spoils_the_groups_most_comes_first_and_good_to_know_last():
    findings = [
        Finding("preamble", 2),
        Finding("empty_values", 3, "Age", fixes=("leave_out",)),
        Finding("unusual_value", 1, "Age", fixes=("keep",)),
        Finding("undecided_date_order", 9, "Joined", fixes=("dmy", "mdy")),
    ]

    assert [finding.code for finding in in_order(findings)] == [
        "undecided_date_order",
        "unusual_value",
        "empty_values",
        "preamble",
    ]


def test_columns_of_which_the_same_is_told_share_a_line():
    rows = [[f"C{i}", str(20 + i % 40), "NL", "web"] for i in range(60)]
    checked = check_table(RawTable.from_rows(["Customer ID", "Age", "Country", "Shop"], rows))

    lines = lines_of(in_order(checked.findings), Document(), checked)

    assert [line.words for line in lines] == [
        "Customer ID names a person. It forms no groups.",
        "Country, Shop are the same for everyone. They form no groups.",
    ]
