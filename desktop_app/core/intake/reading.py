"""The door of intake: a file becomes a table of text."""

from desktop_app.core.intake.tables import RawTable

__all__ = ["RawTable"]
