"""Names as SQL wants them."""


def quoted(name: str) -> str:
    """Give a column name as an identifier of SQL, for a question to the rows of a table.

    Examples
    --------
    >>> quoted('5" disk')
    '"5"" disk"'
    """
    return '"' + name.replace('"', '""') + '"'
