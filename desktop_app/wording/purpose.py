"""What is said when the number of groups does not suit what the lists are for."""

from desktop_app.core.segmenting.choices import ScanChoice
from desktop_app.core.segmenting.scan import reason_against
from desktop_app.i18n import _, ngettext
from desktop_app.wording.numbers import Formats


def against_purpose(sizes: tuple[int, ...], choice: ScanChoice, formats: Formats) -> str:
    """Say which limit of the user groups of these sizes break; ``""`` if they keep to all."""
    reason = reason_against(sizes, choice)
    if reason == "too_many_lists":
        assert choice.max_lists is not None
        return ngettext(
            "{k} groups are more than the {most} list that you can use.",
            "{k} groups are more than the {most} lists that you can use.",
            choice.max_lists,
        ).format(k=len(sizes), most=choice.max_lists)
    if reason == "list_too_small":
        assert choice.min_size is not None
        return _("The smallest group has {n} customers; you asked for {least} at least.").format(
            n=formats.count(sizes[-1]), least=formats.count(choice.min_size)
        )
    assert reason is None, reason
    return ""
