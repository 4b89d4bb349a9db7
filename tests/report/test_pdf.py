"""The report on paper: looked at page by page as artists, and once as a file."""

from dataclasses import replace
from datetime import date
from itertools import combinations

import pytest
from matplotlib.text import Text

from desktop_app.core.segmenting.choices import Grouping
from desktop_app.document.document import Document
from desktop_app.document.plan import Plan
from desktop_app.document.street import fill_in_behind, walk
from desktop_app.paths import resource_path
from desktop_app.report.contents import report_contents
from desktop_app.report.paper import HEIGHT, MARGIN, WIDTH, Face, length, lines_of
from desktop_app.report.pdf import page_figure, page_picture, report_pages, write_report
from desktop_app.report.story import tell
from desktop_app.wording.numbers import Formats

LONG = "Customers who come on Saturdays and buy presents for all of their grandchildren"
ENDLESS = "Donaudampfschifffahrtsgesellschaftskapitänswitwenrentenempfängerverein" * 2
NOTE = "Call them before the summer, when they plan what to buy for the garden. " * 9
TOWNS, STYLES = ("Delft", "Gouda", "Leiden"), ("Modern", "Rustic")
DAY = date(2026, 5, 12)
CASES = ["sure", "nine", "orders", "by rule", "words"]


def write_people(folder):
    """Write sixty people, every one with an id, a name, a telephone number and an address."""
    lines = ["Customer number,Full name,Email,Phone,Visits,Spent"]
    for n in range(60):
        kind = n % 3
        lines.append(
            f"{770_001 + n},Zebedeus Quist{n},canary{n}@zq.example,+31 6 9988 77{n:02},"
            f"{5 + 20 * kind + n % 4},{300 - 90 * kind + n % 7}"
        )
    path = folder / "people.csv"
    path.write_text("\n".join(lines), encoding="utf-8")
    return walk(Document(plan=Plan(files=(path,), k=3)))


def write_words(folder):
    """Write people of whom only words are known."""
    lines = ["Customer,Town,Style"]
    lines += [f"C{n},{TOWNS[n % 3]},{STYLES[n % 2]}" for n in range(60)]
    path = folder / "words.csv"
    path.write_text("\n".join(lines), encoding="utf-8")
    return walk(Document(plan=Plan(files=(path,)).with_features(("Town", "Style")).with_k(3)))


def sample(name, **choices):
    return walk(Document(plan=Plan(files=(resource_path("samples", name),), **choices)))


def with_long_words(document):
    k, plan = document.segmentation.k, document.plan
    for place, letter in enumerate(document.segmentation.letters):
        plan = plan.with_name(k, letter, f"{(LONG, ENDLESS)[place % 2]} {letter}")
    return walk(document.with_plan(plan.with_note(k, "A", NOTE)))


@pytest.fixture(scope="module")
def documents(tmp_path_factory):
    folder = tmp_path_factory.mktemp("lists")
    people = write_people(folder)
    orders = sample("shop_orders.csv")
    classic = replace(orders.plan, grouping=Grouping.CLASSIC)
    return {
        "sure": fill_in_behind(people, 0.05),
        "nine": with_long_words(sample("shop_customers.csv", k=9)),
        "orders": orders,
        "by rule": walk(orders.with_plan(classic)),
        "words": write_words(folder),
        "a cut": sample("no_groups.csv", k=4),
        "people": people,
    }


def contents_of(document, made_on=DAY):
    return report_contents(document, tell(document, Formats()), Formats(), made_on)


def short(document):
    """Leave out what makes a file large: the pages of the groups, and all but a few customers."""
    return replace(contents_of(document), groups=(), rows=())


@pytest.fixture(scope="module")
def written(documents, tmp_path_factory):
    path = tmp_path_factory.mktemp("reports") / "report.pdf"
    write_report(short(documents["people"]), path)
    return path.read_bytes()


@pytest.fixture(scope="module")
def figures(documents):
    def draw(document):
        pages = report_pages(contents_of(document))
        shown = range(len(pages)) if len(pages) < 9 else (0, 1, 2, 3, -3, -2, -1)
        return [page_figure(pages, place % len(pages)) for place in shown]

    return {name: draw(documents[name]) for name in CASES}


@pytest.fixture(scope="module")
def boxes(figures):
    return {name: [boxes_on(figure) for figure in figures[name]] for name in CASES}


def words_on(figure):
    texts = [text for ax in figure.axes for text in ax.texts]
    for ax in figure.axes:
        texts += [*ax.get_xticklabels(), *ax.get_yticklabels()] if ax.axison else []
    return [
        t for t in texts if t.get_text().strip() and not (t.get_gid() or "").startswith("letter")
    ]


def boxes_on(figure):
    """Give words and places, in inches from the lower left corner of the page."""
    return [
        (t.get_text(), t.get_window_extent().transformed(figure.dpi_scale_trans.inverted()))
        for t in words_on(figure)
    ]


@pytest.mark.parametrize("case", CASES)
def test_words_stay_within_the_margins(boxes, case):
    low, right, top = MARGIN / 72 - 0.02, (WIDTH - MARGIN) / 72 + 0.06, (HEIGHT - MARGIN) / 72

    outside = [
        (words, box)
        for page in boxes[case]
        for words, box in page
        if box.x0 < low or box.y0 < low or box.x1 > right or box.y1 > top + 0.02
    ]

    assert outside == []


@pytest.mark.parametrize("case", CASES)
def test_words_never_lie_on_words(boxes, case):
    touching = [
        (one, other)
        for page in boxes[case]
        for (one, box), (other, other_box) in combinations(page, 2)
        if box.overlaps(other_box)
    ]

    assert touching == []


@pytest.mark.parametrize("case", ["sure", "orders", "words"])
def test_every_group_has_a_line_on_the_first_pages_and_a_page(documents, figures, case):
    k = documents[case].segmentation.k
    pieces = [
        {line.get_gid() for ax in figure.axes[:1] for line in ax.lines if line.get_gid()}
        for figure in figures[case]
    ]

    at_a_glance = set().union(*pieces[: len(pieces) - k - 3 + 1])
    of_groups = [found for found in pieces[-k - 3 : -3] if len(found) == 1]

    assert {f"piece-{p}" for p in documents[case].segmentation.pieces} <= at_a_glance
    assert len(of_groups) == k


def test_nobody_is_named(figures, written):
    said = " ".join(t.get_text() for f in figures["sure"] for t in f.findobj(Text))

    assert "Zebedeus" not in said
    assert "@" not in said
    assert "9988" not in said
    assert "7700" not in said
    assert b"Zebedeus" not in written
    assert "Email" in said  # it says that the column forms no groups


def test_the_same_contents_give_the_same_bytes(documents, written, tmp_path):
    write_report(short(documents["people"]), tmp_path / "again.pdf")

    assert (tmp_path / "again.pdf").read_bytes() == written
    assert written.startswith(b"%PDF")
    assert b"CreationDate" not in written
    assert b"/Subtype /Type3" not in written


def test_the_day_stands_on_the_first_page_only_if_it_is_given(documents):
    assert "12 May 2026" in contents_of(documents["people"]).subtitle
    assert "2026" not in contents_of(documents["people"], None).subtitle


def test_orders_come_with_the_ledger_and_lists_without(documents, figures):
    said = [t.get_text() for f in figures["orders"] for t in words_on(f)]

    assert "What counts of your orders" in said
    assert contents_of(documents["people"]).ledger is None


def test_a_word_is_not_told_twice_on_a_page(documents):
    for group in contents_of(documents["words"]).groups:
        told = " ".join(group.sentences)
        assert not any(style in told and style in " ".join(group.often) for style in STYLES)


def test_a_list_that_was_only_cut_says_so(documents):
    contents = contents_of(documents["a cut"])

    assert contents.finding == "Your list, cut into 4 parts"
    assert any("no natural groups" in doubt for doubt in contents.doubts)


def test_a_picture_of_a_page_is_as_high_as_wanted(documents):
    picture = page_picture(report_pages(contents_of(documents["people"])), 1, 420)

    assert picture.height == pytest.approx(420, abs=1)
    assert picture.width == pytest.approx(420 * WIDTH / HEIGHT, abs=1)
    assert len(picture.pixels) == 4 * picture.width * picture.height


@pytest.mark.parametrize("text", [LONG, ENDLESS, "a", "", "a  b", "one\ntwo"])
def test_lines_hold_all_words_and_have_room(text):
    face, room = Face(9.5), 90.0

    lines = lines_of(text, face, room)

    assert all(length(line, face) <= room for line in lines)
    assert "".join(lines).replace(" ", "") == "".join(text.split())
