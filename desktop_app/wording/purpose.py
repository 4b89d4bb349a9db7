"""What is said when the number of groups does not suit what the lists are for."""

from desktop_app.core.segmenting.choices import ScanChoice
from desktop_app.core.segmenting.results import KScore
from desktop_app.i18n import _, ngettext
from desktop_app.wording.numbers import Formats


def against_purpose(score: KScore, choice: ScanChoice, formats: Formats) -> str:
    """Say which limit of the user these groups break; ``""`` if they keep to all."""
    if score.ruled_out == "too_many_lists":
        assert choice.max_lists is not None
        return ngettext(
            "{k} groups are more than the {most} list that you can use.",
            "{k} groups are more than the {most} lists that you can use.",
            choice.max_lists,
        ).format(k=score.k, most=choice.max_lists)
    if score.ruled_out == "list_too_small":
        assert choice.min_size is not None
        return _("The smallest group has {n} customers; you asked for {least} at least.").format(
            n=formats.count(score.sizes[-1]), least=formats.count(choice.min_size)
        )
    assert score.ruled_out is None, score.ruled_out
    return ""
