"""What the names of saved projects end in; known where nothing heavy may be loaded."""

SUFFIX = ".clientele"
