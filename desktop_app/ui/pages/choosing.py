"""Which page belongs to which step; a page is loaded when it is first asked for."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from desktop_app.ui.pages.check_page import CheckPage
    from desktop_app.ui.pages.context import PageContext
    from desktop_app.ui.pages.facts_page import FactsPage
    from desktop_app.ui.pages.file_page import FilePage
    from desktop_app.ui.pages.groups_page import GroupsPage
    from desktop_app.ui.pages.how_many_page import HowManyPage
    from desktop_app.ui.pages.moved_page import MovedPage
    from desktop_app.ui.pages.share_page import SharePage

    StepPage = FilePage | CheckPage | FactsPage | HowManyPage | GroupsPage | MovedPage | SharePage


def build_page(key: str, context: PageContext) -> StepPage:
    """Build a page that needs what the first window does without."""
    match key:
        case "check":
            from desktop_app.ui.pages.check_page import CheckPage

            return CheckPage(context)
        case "facts":
            from desktop_app.ui.pages.facts_page import FactsPage

            return FactsPage(context)
        case "how_many":
            from desktop_app.ui.pages.how_many_page import HowManyPage

            return HowManyPage(context)
        case "groups":
            from desktop_app.ui.pages.groups_page import GroupsPage

            return GroupsPage(context)
        case "moved":
            from desktop_app.ui.pages.moved_page import MovedPage

            return MovedPage(context)
    from desktop_app.ui.pages.share_page import SharePage

    return SharePage(context)
