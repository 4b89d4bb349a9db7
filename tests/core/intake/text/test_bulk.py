import pytest

from desktop_app.core.errors import HeaderOnly
from desktop_app.core.intake.reading import read_table
from desktop_app.core.intake.text import bulk, delimited
from desktop_app.core.progress import Cancelled

PLAIN = 'id,name,spent\n007,Ann,1.50\n,NA,\n3,"Zoë, née ""X""", 4 \n'


@pytest.fixture
def read_both_ways(tmp_path, monkeypatch):
    """Read a text in bulk, if it can be, and row by row; tell whether it was in bulk."""

    def read_both_ways(text: str):
        path = tmp_path / "customers.csv"
        path.write_bytes(text.encode())
        stores = []
        monkeypatch.setattr(delimited, "WORTH_BULK", 1 << 40)
        patient = read_table(path)
        monkeypatch.setattr(delimited, "WORTH_BULK", 0)
        read_in_bulk = bulk.read_in_bulk
        monkeypatch.setattr(
            delimited, "read_in_bulk", lambda *a: stores.append(read_in_bulk(*a)) or stores[-1]
        )
        fast = read_table(path)
        return patient, fast, any(store is not None for store in stores)

    return read_both_ways


@pytest.mark.parametrize(
    "text",
    [
        PLAIN,
        PLAIN.replace("\n", "\r\n"),
        PLAIN + "\n\n",
        "\ufeff" + PLAIN,
        PLAIN.rstrip("\n"),
        "sep=;\nid;spent\n1;2,50\n2;3,75\n",
        "Report of May\nid\tspent\tcity\n1\t2\tBonn\n2\t3\tRome\n",
        "1,Ann,3.50\n2,Bob,7.25\n",
        "\ufeff1,Ann,3.50\n2,Bob,7.25\n",
        "a,b,\n1,2,\n3,4,\n",
        "id,note\n1,\\N\n2,it's #5\n3,'x'\n",
    ],
)
def test_even_files_are_read_in_bulk_as_row_by_row(read_both_ways, text):
    patient, fast, was_in_bulk = read_both_ways(text)

    assert was_in_bulk
    assert fast.rows == patient.rows
    assert fast.header == patient.header
    assert fast.form == patient.form
    assert fast.file_row(fast.n_rows - 1) == patient.file_row(fast.n_rows - 1)


@pytest.mark.parametrize(
    "text",
    [
        "a,b\n1,2\n\n3,4\n",
        "a,b\n1,2\n,\n3,4\n",
        "a,b\n1,2\na,b\n3,4\n",
        "a,b\n1,2\n3,4\nTotal,6\n",
        "a,b\n1,2\n3\n4,5\n",
        "a,b\n1,2\n3,4,5\n4,5\n",
        'a,b\n1,"two\nlines"\n3,4\n',
        'a,b\n1,"2\n3,4\n5,6\n',
        "a,b\n1,2\r\n3,4\n5,6\n",
        "a,b\r1,2\r3,4\r",
        "a, b\n1, 2\n3, 4\n",
        'a,b\n"1"x,2\n3,4\n',
        "a,b\n1,2\n ",
        'a,"b\nc,d"\n1,2\n3,4\n',
        '"Our list\nof May"\na,b\n1,2\n3,4\n5,6\n',
    ],
)
def test_uneven_files_are_read_with_patience(read_both_ways, text):
    patient, fast, was_in_bulk = read_both_ways(text)

    assert not was_in_bulk
    assert fast.rows == patient.rows
    assert [fast.file_row(i) for i in range(fast.n_rows)] == [
        patient.file_row(i) for i in range(fast.n_rows)
    ]


def test_order_stays_in_bulk(read_both_ways):
    text = "id,v\n" + "".join(f"{i},x{i % 7}\n" for i in range(300_000))

    _, fast, was_in_bulk = read_both_ways(text)

    assert was_in_bulk
    assert fast.column("id").tolist() == [str(i) for i in range(300_000)]
    assert fast.file_row(299_999) == 300_001


def test_a_name_with_wildcards_is_that_file_only(tmp_path, monkeypatch):
    monkeypatch.setattr(delimited, "WORTH_BULK", 0)
    (tmp_path / "list1.csv").write_text("a,b\n9,9\n", encoding="utf-8")
    path = tmp_path / "list[1].csv"
    path.write_text("a,b\n1,2\n", encoding="utf-8")

    assert read_table(path).rows == [("1", "2")]


def test_a_header_alone_has_no_rows(tmp_path, monkeypatch):
    monkeypatch.setattr(delimited, "WORTH_BULK", 0)
    path = tmp_path / "list.csv"
    path.write_text("a,b\n", encoding="utf-8")

    with pytest.raises(HeaderOnly):
        read_table(path)


def test_a_bulk_reading_can_be_called_off(tmp_path, monkeypatch, listener):
    monkeypatch.setattr(delimited, "WORTH_BULK", 0)
    path = tmp_path / "list.csv"
    path.write_text("a,b\n" + "1,2\n" * 500_000, encoding="utf-8")
    n_before_bulk = 1 + path.stat().st_size // (1 << 20)
    listener.cancel_at = n_before_bulk + 1

    with pytest.raises(Cancelled):
        read_table(path, progress=listener)
