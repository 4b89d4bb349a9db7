"""A table as text that can be pasted into a spreadsheet."""

import csv
import io

import pandas as pd

from desktop_app.core.sharing.safe_cells import defused


def tab_separated(frame: pd.DataFrame) -> str:
    r"""Give header and rows, cells parted by tabs, none of them a live formula.

    Examples
    --------
    >>> tab_separated(pd.DataFrame({"name": ["Ann", "=1+1"]}))
    "name\nAnn\n'=1+1\n"
    """
    text = io.StringIO()
    writer = csv.writer(text, delimiter="\t", lineterminator="\n")
    writer.writerow([defused(str(name)) for name in frame.columns])
    writer.writerows([defused(str(cell)) for cell in row] for row in frame.itertuples(index=False))
    return text.getvalue()
