"""How many short lists in old code pages are read right, beside the detectors that others use.

200 lists of eight regions; ours knows the region of the computer, as it does at home. A second row
says what is left where the region is not the file's.
"""

import importlib
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path

from measuring import Row

from desktop_app.core.intake.reading import read_table
from desktop_app.core.intake.regions import Region, region_of
from tests.core.intake.code_pages import short_lists

N_LISTS = 200
PEERS = {"charset-normalizer": "charset_normalizer", "chardet": "chardet"}


def rows(n_pairs: int | None) -> Iterator[Row]:
    """Give the share of lists read right; ``n_pairs`` is of no use, every run gives the same."""
    lists = list(short_lists(N_LISTS))
    ours = _share_of_tables(lists, lambda locale: region_of(locale))
    abroad = _share_of_tables(lists, lambda locale: Region())
    for name, module in PEERS.items():
        try:
            detect = importlib.import_module(module).detect
        except ImportError:
            yield Row("share of 200 lists read right", ours, None, f"{name} is not installed")
            continue
        peer = _share_of_texts(lists, detect)
        yield Row("share of 200 lists read right", ours, peer, name)
        yield Row("... on a computer of another region", abroad, peer, name)


def _share_of_tables(lists: list, region: Callable[[str], Region]) -> float:
    n_right = 0
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, "list.csv")
        for tongue, header, expected, content in lists:
            path.write_bytes(content)
            table = read_table(path, region=region(tongue.locale))
            is_right = [list(row) for row in table.rows] == expected
            n_right += is_right and list(table.header) == header
    return n_right / len(lists)


def _share_of_texts(lists: list, detect: Callable[[bytes], dict]) -> float:
    n_right = 0
    for tongue, _header, _rows, content in lists:
        found = detect(content)["encoding"] or "ascii"
        try:
            n_right += content.decode(found) == content.decode(tongue.page)
        except (UnicodeError, LookupError):
            continue
    return n_right / len(lists)
