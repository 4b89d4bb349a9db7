"""What the names of saved projects end in; known where nothing heavy may be loaded."""

SUFFIX = ".clientele"
BACKUP = ".bak"  # behind the whole name: the save before
