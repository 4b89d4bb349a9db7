"""What a part of the world writes by habit: code page, decimal sign, order of dates."""

from dataclasses import dataclass

_LANGUAGES_BY_CODE_PAGE = {
    "cp1250": "bs cs hr hu pl ro sk sl sq",
    "cp1251": "be bg kk ky mk mn ru sr tg uk",
    "cp1253": "el",
    "cp1254": "az tr uz",
    "cp1255": "he iw yi",
    "cp1256": "ar fa ps ur",
    "cp1257": "et lt lv",
    "cp1258": "vi",
    "cp874": "th",
    "cp932": "ja",
    "cp936": "zh",
    "cp949": "ko",
    "cp950": "zh_tw zh_hk zh_mo",
}
_CODE_PAGE_BY_LANGUAGE = {
    language: page
    for page, languages in _LANGUAGES_BY_CODE_PAGE.items()
    for language in languages.split()
}
_POINT_LANGUAGES = "en zh ja ko th he iw ga cy mt ms tl hi bn ta te ur"
_MONTH_FIRST_COUNTRIES = "us ph pr gu vi as mp"
_POINT_COUNTRIES = "ch li mx us pr gt hn ni pa do sv ie gb au nz"


@dataclass(frozen=True, slots=True)
class Region:
    """Habits of a region.

    ``code_page`` is a codec's name, ``decimal`` is ``"."`` or ``","``, ``date_order`` is ``dmy`` or
    ``mdy``.
    """

    code_page: str = "cp1252"
    decimal: str = "."
    date_order: str = "dmy"


def region_of(locale_name: str) -> Region:
    """Give the habits of the region that a locale such as ``de_AT.UTF-8`` or ``pt-BR`` names.

    Examples
    --------
    >>> region_of("pl_PL.UTF-8")
    Region(code_page='cp1250', decimal=',', date_order='dmy')
    >>> region_of("en_US").date_order
    'mdy'
    """
    name = locale_name.split(".")[0].split("@")[0].replace("-", "_").lower()
    language, _, country = name.partition("_")
    if len(language) not in (2, 3):  # "C", "POSIX" or nothing
        return Region()
    page = _CODE_PAGE_BY_LANGUAGE.get(name) or _CODE_PAGE_BY_LANGUAGE.get(language, "cp1252")
    uses_point = language in _POINT_LANGUAGES.split() or country in _POINT_COUNTRIES.split()
    date_order = "mdy" if country in _MONTH_FIRST_COUNTRIES.split() else "dmy"
    return Region(page, "." if uses_point else ",", date_order)
