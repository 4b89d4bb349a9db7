"""The rows of a long table, fetched where they are seen."""

import pytest
from PySide6.QtCore import Qt

from desktop_app.core.checking.columns import Column, Kind, Role
from desktop_app.core.intake.tables import RawTable
from desktop_app.ui.models.frame_model import FrameModel
from desktop_app.ui.models.held_rows import HeldRows

COLUMNS = (Column("No", Kind.NUMBER, Role.IGNORE), Column("Note", Kind.TEXT, Role.IGNORE))


@pytest.fixture
def model(qapp):
    raw = RawTable.from_rows(["No", "Note"], [[str(i), f"note {i}"] for i in range(1000)])
    model = FrameModel()
    model.show_frame(HeldRows(raw, COLUMNS), ["No", "Note"], [None, None])
    return model


@pytest.mark.parametrize("row", [0, 199, 200, 999, 5])
def test_a_cell_shows_what_stands_in_the_file(model, row):
    assert model.rowCount() == 1000
    assert model.index(row, 0).data() == str(row)
    assert model.index(row, 1).data() == f"note {row}"


def test_numbers_stand_to_the_right(model):
    alignments = [model.index(0, c).data(Qt.ItemDataRole.TextAlignmentRole) for c in range(2)]

    assert [bool(a & Qt.AlignmentFlag.AlignRight.value) for a in alignments] == [True, False]
