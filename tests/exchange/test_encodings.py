"""Bytes to text: every encoding that contacts come in is found out, and nothing is ever refused."""

from __future__ import annotations

import codecs

import pytest
from hypothesis import given
from hypothesis import strategies as st

from netpractice.exchange.encodings import decode

JAPANESE = "姓,名,会社名\n佐藤,花子,山田商事\n田中,健,さくら工業\n"
GERMAN = "Vorname;Firma\nJürgen;Müller & Söhne\nBjörn;Café Größe\n"

OLDER = [
    ("cp1252", GERMAN),
    ("cp1252", "Prénom,Société\nAmélie,Crème\nRenée,Hélène et François\n"),
    ("cp1252", "Nombre,Compañía\nMaría Muñoz,Peña\n"),
    ("cp1252", "Nome,Função\nJoão Conceição,Direção\n"),
    ("cp1252", "Ann “the boss” Lee – O’Neill, £5"),
    ("cp1252", "É"),
    ("cp1252", "ZOË"),
    ("cp1252", "Firma;Ort\nNOËL ANAÏS;\n"),
    ("cp1252", "Andr\xe9"),
    ("cp1250", "Imię;Nazwisko\nŁukasz;Gałęzowski\nMichał;Świątek\n"),
    ("cp1250", "Jméno,Příjmení\nJan,Nováček\nPetr,Kučera\nTomáš,Dvořák\nVěra,Růžičková\n"),
    ("cp1250", "Meno;Priezvisko\nĽudovít;Štúr\nJán;Kováč\n"),
    ("cp1250", "Ime,Prezime\nIvan,Marković\nŽeljko,Čović\nAna,Čačić\n"),
    ("cp1252", "Ísleifur Þórðarson\nSøren Kjærgård\nZoë Müller-Núñez\nNicolò D’Alò\n"),
    ("cp850", GERMAN),
    ("mac_roman", GERMAN),
    ("mac_roman", "Zoë"),
    ("cp1251", "Имя,Фамилия\nАнна,Смирнова\n"),
    ("cp1253", "Όνομα,Επώνυμο\nΓιώργος,Παπαδόπουλος\nΕλένη,Ιωάννου\n"),
    ("cp932", JAPANESE),
    ("cp932", "林,健"),
    ("cp932", "氏名\nタロウ (Taro) 山本"),
    ("euc_jp", "やまもと,タロウ,山本太郎\n"),
    ("gb18030", "姓名,公司,电子邮件\n王小明,张伟贸易,wang@example.cn\n"),
    ("cp949", "이름,전화번호\n김철수,010\n"),
    ("big5", "姓名,電話,電子郵件\n陳大文,02,chen@example.tw\n"),
    ("iso2022_jp", JAPANESE),
]


@pytest.mark.parametrize(("encoding", "text"), OLDER)
def test_an_older_encoding_is_known_by_its_words(encoding: str, text: str) -> None:
    assert decode(text.encode(encoding)) == text


@pytest.mark.parametrize("text", [GERMAN, JAPANESE, "Ann\n", "a"])
@pytest.mark.parametrize(
    ("mark", "encoding"),
    [
        (codecs.BOM_UTF8, "utf-8"),
        (codecs.BOM_UTF16_LE, "utf-16-le"),
        (codecs.BOM_UTF16_BE, "utf-16-be"),
        (codecs.BOM_UTF32_LE, "utf-32-le"),
        (codecs.BOM_UTF32_BE, "utf-32-be"),
    ],
)
def test_a_byte_order_mark_decides_and_is_no_part_of_the_text(mark: bytes, encoding: str, text: str) -> None:
    assert decode(mark + text.encode(encoding)) == text


@pytest.mark.parametrize("text", [GERMAN, JAPANESE, "Ann\n", "山本,太郎\n林,健\n"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-16-le", "utf-16-be", "utf-32-le", "utf-32-be"])
def test_unicode_is_known_without_a_mark(encoding: str, text: str) -> None:
    assert decode(text.encode(encoding)) == text


def test_a_byte_order_mark_may_stand_there_twice() -> None:
    assert decode(codecs.BOM_UTF8 * 2 + b"Ann") == "Ann"
    assert decode("\ufeffAnn".encode("utf-16")) == "Ann"


def test_a_few_stray_bytes_dont_spoil_text_in_utf_8() -> None:
    assert decode("Jürgen\nMüller\n".encode() + b"Andr\xe9\n") == "Jürgen\nMüller\nAndré\n"
    assert decode("Jürgen Müller".encode()[:-5]) == "Jürgen M\u00c3"
    assert decode(codecs.BOM_UTF8 + b"Andr\xe9") == "André"


def test_one_byte_that_stands_for_nothing_doesnt_change_the_encoding() -> None:
    assert decode(GERMAN.encode("cp1252") + b"\x81\n") == GERMAN + "\ufffd\n"


def test_zero_bytes_in_plain_text_are_no_sign_of_wide_characters() -> None:
    assert decode(b"Ann,Lee\n\0\0\0\0\0\0\0\0") == "Ann,Lee\n" + 8 * "\0"


@given(st.binary(max_size=300))
def test_every_bytes_are_some_text(data: bytes) -> None:
    assert len(decode(data)) <= len(data)


@given(st.text())
def test_utf_8_is_always_read_as_what_it_is(text: str) -> None:
    data = text.encode(errors="ignore")
    if data.count(0) * 20 < len(data) and b"\x1b$" not in data and not text.startswith("\ufeff"):
        assert decode(data) == data.decode()
