"""Short customer lists as shops of eight regions wrote them before Unicode, with what they say."""

import csv
import io
import random
from dataclasses import dataclass


@dataclass(frozen=True)
class Tongue:
    """A region with its old code page, and what its customers are called and buy."""

    locale: str
    page: str
    names: str
    towns: str
    words: str


TONGUES = (
    Tongue(
        "de_AT",
        "cp1252",
        "Jürgen Müller|Zoë Weiß|Björn Schröder|Käthe Groß|Anna Huber|François Lefèvre|Lena Vogel",
        "Köln|Zürich|München|Graz|Saarbrücken|Österreich|Wien",
        "Größe|Stück|Tee|Käse & Brötchen|süß|Gewürze|Honig",
    ),
    Tongue(
        "pl_PL",
        "cp1250",
        "Łukasz Wójcik|Małgorzata Zięba|Jiří Dvořák|Győző Szűcs|Jan Nowak|Świętosława Dąbek",
        "Łódź|Kraków|Plzeň|Gdańsk|Székesfehérvár|Warszawa|Częstochowa",
        "książka|żółty ser|mąka|růže|kávé|herbata|miód",
    ),
    Tongue(
        "ru_RU",
        "cp1251",
        "Иван Петров|Ольга Щербакова|ООО «Ромашка»|Фёдор Цой|Юлия Ершова|Олександр Шевченко",
        "Москва|Санкт-Петербург|Йошкар-Ола|Київ|Нижний Новгород|Тверь",
        "чай|шёлк|варенье|мёд|хлеб|съедобный|кофе",
    ),
    Tongue(
        "el_GR",
        "cp1253",
        "Γιώργος Παπαδόπουλος|Ελένη Ψαρρά|Ιωάννης Ξένος|Μαρία Αγγελή|Δήμητρα Ζωγράφου",
        "Αθήνα|Θεσσαλονίκη|Ηράκλειο|Χανιά|Βόλος",
        "τσάι|μέλι|ελαιόλαδο|βιβλίο|ψωμί",
    ),
    Tongue(
        "tr_TR",
        "cp1254",
        "Şükrü Yıldız|Ayşe Öztürk|Gülşen Çağlar|İbrahim Doğan|Can Demir",
        "İstanbul|Eskişehir|Muğla|Diyarbakır|Ankara",
        "çay|şeker|ekmek|yoğurt|ıspanak",
    ),
    Tongue(
        "he_IL",
        "cp1255",
        "משה כהן|רחל לוי|יצחק מזרחי|שרה פרץ|דוד ביטון",
        "תל אביב|ירושלים|חיפה|באר שבע|צפת",
        "תה|דבש|לחם|ספר|קפה",
    ),
    Tongue(
        "lt_LT",
        "cp1257",
        "Žydrūnas Šimkus|Rūta Kazlauskaitė|Kārlis Ozoliņš|Jānis Bērziņš|Ieva Petrauskienė|Õie Mägi",
        "Kėdainiai|Šiauliai|Rīga|Panevėžys|Vilnius|Tõrva",
        "arbata|sūris|medus|ąžuolas|grāmata|kohv",
    ),
    Tongue(
        "ja_JP",
        "cp932",
        "山田太郎|鈴木花子|佐藤健|ソニア・ロペス|高橋美咲|伊藤誠",
        "東京|大阪|横浜市|札幌|福岡ソフト",
        "お茶|はちみつ|表示|パン|コーヒー豆",
    ),
)


def short_list(tongue: Tongue, draw: random.Random) -> tuple[list[str], list[list[str]], str]:
    """Give the header and rows of a list, and its text as a program of the region wrote it."""
    words = tongue.words.split("|")
    header = ["id", draw.choice(words), "e-mail", "total"]
    rows = [
        [
            f"K-{100 + i}",
            draw.choice((tongue.names, tongue.names, tongue.towns, tongue.words)).split("|")[
                draw.randrange(5)
            ],
            f"k{i}@example.org",
            f"{draw.randint(100, 9999) / 100:.2f}",
        ]
        for i in range(draw.randint(4, 14))
    ]
    text = io.StringIO()
    out = csv.writer(
        text, delimiter=draw.choice(",;\t"), lineterminator=draw.choice(["\n", "\r\n"])
    )
    out.writerows([header, *rows])
    return header, rows, text.getvalue()


def short_lists(n: int, seed: int = 8):
    """Give ``n`` lists in turn from all regions: the tongue, header, rows, bytes."""
    draw = random.Random(seed)
    for i in range(n):
        tongue = TONGUES[i % len(TONGUES)]
        header, rows, text = short_list(tongue, draw)
        yield tongue, header, rows, text.encode(tongue.page)
