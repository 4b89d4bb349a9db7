"""Frozen values as plain JSON and arrays, and back; the types say what may come back, nothing else.

Reading builds only the dataclasses that the caller names: there is no code in what is read, and
what does not fit the types is refused.
"""

from __future__ import annotations

import types
from collections.abc import Callable, Sequence
from dataclasses import fields, is_dataclass
from datetime import date, datetime
from enum import Enum
from pathlib import Path, PurePath
from typing import Any, Union, get_args, get_origin, get_type_hints

import numpy as np

from desktop_app.core.errors import ProjectDamaged

KINDS_OF_ARRAY = "fib"  # numbers and yes-or-no; never objects
_ARRAY = "array"


def pack(value: object, arrays: list[np.ndarray]) -> object:
    """Give ``value`` as what JSON can hold; its arrays are appended to ``arrays``.

    Examples
    --------
    >>> from desktop_app.document.plan import Plan
    >>> pack(Plan(k=3), [])["k"]
    3
    """
    if isinstance(value, Enum):
        return value.value
    if value is None or isinstance(value, bool | int | float | str):
        return value
    if isinstance(value, np.ndarray):
        arrays.append(value)
        return {_ARRAY: len(arrays) - 1}
    if isinstance(value, np.generic):
        return value.item()
    if isinstance(value, PurePath):
        return str(value)
    if isinstance(value, date):
        return value.isoformat()
    if is_dataclass(value):
        return {f.name: pack(getattr(value, f.name), arrays) for f in fields(value) if f.init}
    if isinstance(value, dict):
        return [[pack(key, arrays), pack(entry, arrays)] for key, entry in value.items()]
    assert isinstance(value, Sequence | frozenset), type(value)
    entries = sorted(value) if isinstance(value, frozenset) else value
    return [pack(entry, arrays) for entry in entries]


def unpack(kind: Any, plain: object, arrays: Sequence[np.ndarray] = ()) -> Any:
    """Give the value of type ``kind`` that ``pack`` made ``plain`` of.

    A field that is not there keeps its default, so that a value gains fields without harm.

    Raises
    ------
    ProjectDamaged
        ``plain`` is nothing that ``pack`` makes of such a value.

    Examples
    --------
    >>> from desktop_app.document.plan import Plan
    >>> unpack(Plan, {"k": 3, "files": ["list.csv"]}).files[0].name
    'list.csv'
    """
    try:
        return _unpacked(kind, plain, arrays)
    except (TypeError, ValueError, KeyError, IndexError, AttributeError, RecursionError) as error:
        raise ProjectDamaged(reason=f"{getattr(kind, '__name__', kind)}: {error}") from error


def _unpacked(kind: Any, plain: Any, arrays: Sequence[np.ndarray]) -> Any:
    if kind is object:
        return _of_any_kind(plain)
    origin = get_origin(kind)
    if origin in (Union, types.UnionType):
        return _of_one_kind(get_args(kind), plain, arrays)
    if origin is np.ndarray:
        return _array(plain, kind, arrays)
    if origin is not None:
        return _of_container(origin, get_args(kind), plain, arrays)
    if is_dataclass(kind):
        return _dataclass(kind, plain, arrays)
    return _simple(kind, plain)


def _of_any_kind(plain: Any) -> object:
    if plain is not None and not isinstance(plain, bool | int | float | str):
        raise TypeError("a plain value is expected")
    return plain


def _of_one_kind(kinds: tuple[Any, ...], plain: Any, arrays: Sequence[np.ndarray]) -> Any:
    if plain is None:
        if type(None) in kinds:
            return None
        raise TypeError("a value is missing")
    for kind in (k for k in kinds if k is not type(None)):
        try:
            return _unpacked(kind, plain, arrays)
        except (TypeError, ValueError, KeyError):
            continue
    raise TypeError(f"none of {kinds}")


def _of_container(
    origin: Any, inner: tuple[Any, ...], plain: Any, arrays: Sequence[np.ndarray]
) -> Any:
    if not isinstance(plain, list):
        raise TypeError("a list is expected")
    if origin is dict:
        return {_unpacked(inner[0], k, arrays): _unpacked(inner[1], v, arrays) for k, v in plain}
    if origin is tuple and (not inner or inner[-1] is not Ellipsis):
        return tuple(_unpacked(k, p, arrays) for k, p in zip(inner, plain, strict=True))
    entries = tuple(_unpacked(inner[0], entry, arrays) for entry in plain)
    return frozenset(entries) if origin is frozenset else entries


def _dataclass(kind: Any, plain: Any, arrays: Sequence[np.ndarray]) -> Any:
    if not isinstance(plain, dict):
        raise TypeError("fields are expected")
    hints = get_type_hints(kind)
    known = {f.name for f in fields(kind) if f.init}
    if unknown := plain.keys() - known:
        raise KeyError(f"unknown: {sorted(unknown)}")
    return kind(**{name: _unpacked(hints[name], value, arrays) for name, value in plain.items()})


def _array(plain: Any, kind: Any, arrays: Sequence[np.ndarray]) -> np.ndarray:
    if not isinstance(plain, dict) or set(plain) != {_ARRAY} or not isinstance(plain[_ARRAY], int):
        raise TypeError("an array is expected")
    array = arrays[plain[_ARRAY]]
    wanted = get_args(get_args(kind)[1])[0]
    if array.dtype != np.dtype(wanted):
        raise TypeError(f"an array of {array.dtype}")
    array.setflags(write=False)
    return array


_MAKE: dict[Any, Callable[[Any], Any]] = {
    Path: Path,
    date: date.fromisoformat,
    datetime: datetime.fromisoformat,
}


def _simple(kind: Any, plain: Any) -> Any:
    if kind in _MAKE or issubclass(kind, Enum):
        if not isinstance(plain, int | str):
            raise TypeError("a word is expected")
        return _MAKE.get(kind, kind)(plain)
    if kind is float and isinstance(plain, int) and not isinstance(plain, bool):
        return float(plain)
    if type(plain) is not kind:
        raise TypeError(f"{kind.__name__} is expected")
    return plain
