"""Bytes to text: every line in the encoding that it says, or else in the one that is found out."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from netpractice.domain.cards import Card
from netpractice.exchange.vcard_texts import escaped, parts, unescaped
from tests.exchange.vcards import WRITTEN, only, read, vcard


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32"])
@pytest.mark.parametrize("program", ["iPhone", "Google", "Thunderbird", "Nextcloud"])
def test_a_whole_file_may_be_in_any_unicode(program: str, encoding: str) -> None:
    data, card = WRITTEN[program]
    assert only(data.decode().encode(encoding)) == card
    assert only(data.decode().encode(encoding) + b"\n"[: encoding == "utf-16-le"]) == card


NAMES = [
    ("UTF-8", "utf-8", "Zoë 山田"),
    ("utf8", "utf-8", "Zoë 山田"),
    ("ISO-8859-1", "latin-1", "Zoë Müller"),
    ("iso-8859-1", "cp1252", "Zoë O’Neill"),
    ("ISO-8859-2", "iso8859-2", "Łukasz Świątek"),
    ("ISO-8859-15", "iso8859-15", "Zoë Œuvre"),
    ("Windows-1252", "cp1252", "Zoë “Z” Müller"),
    ("windows-1251", "cp1251", "Анна Смирнова"),
    ("KOI8-R", "koi8_r", "Анна Смирнова"),
    ("SHIFT_JIS", "cp932", "能登 表ソ①"),
    ("Shift-JIS", "cp932", "能登 表ソ"),
    ("EUC-JP", "euc_jp", "能登 花子"),
    ("ISO-2022-JP", "iso2022_jp", "能登 花子"),
    ("GB2312", "gbk", "王小明 朱镕基"),
    ("Big5", "big5", "許功蓋"),
    ("EUC-KR", "euc_kr", "김철수"),
    ("UTF-16", "utf-16", "Zoë 山田"),
]


@pytest.mark.parametrize(("charset", "encoding", "name"), NAMES)
def test_a_line_may_say_its_encoding(charset: str, encoding: str, name: str) -> None:
    value = name.encode(encoding)
    quoted = b"".join(b"=%02X" % byte for byte in value)
    line = f"FN;CHARSET={charset};ENCODING=QUOTED-PRINTABLE:".encode() + quoted
    assert only(vcard(line, "ORG:Café", version="2.1")) == Card(name=name, company="Café", line=1)
    if charset not in ("UTF-16", "ISO-2022-JP"):
        assert only(vcard(f"FN;CHARSET={charset}:".encode() + value, "ORG:Café")).name == name


@pytest.mark.parametrize("charset", ["UTF-8", "US-ASCII", "X-UNKNOWN", "", "rot13", "undefined", "\0", "é"])
def test_an_encoding_that_isnt_so_is_found_out(charset: str) -> None:
    line = f"FN;CHARSET={charset}:".encode() + "Jürgen Größe".encode("cp1252")
    assert only(vcard(line, f"ORG;CHARSET={charset}:Café")) == Card(name="Jürgen Größe", company="Café", line=1)


@pytest.mark.parametrize("charset", ["ISO-8859-1", "Windows-1252"])
def test_a_file_that_an_editor_saved_in_utf_8_keeps_its_letters(charset: str) -> None:
    assert only(vcard(f"FN;CHARSET={charset}:Jürgen Größe", version="2.1")).name == "Jürgen Größe"


def test_a_file_of_several_encodings_is_read_line_by_line() -> None:
    data = vcard("FN:Zoë", b"ORG;CHARSET=SHIFT_JIS:" + "能".encode("cp932"), b"TITLE:" + "Geschäft".encode("cp1252"))
    assert only(data) == Card(name="Zoë", company="能", role="Geschäft", line=1)


def test_the_encoding_of_a_short_name_is_found_out_from_the_whole_file() -> None:
    people = ["佐藤 花子", "田中 健", "林", "ソ", "山本 太郎"]
    file = b"".join(vcard(b"FN:" + name.encode("cp932"), b"ORG:" + "\u3000商事".encode("cp932")) for name in people)
    assert [card.name for card in read(file).cards] == people
    quoted = "FN;ENCODING=QUOTED-PRINTABLE:" + "".join(f"={byte:02X}" for byte in "Łukasz Gałęza\r\n".encode("cp1250"))
    file = vcard(quoted, version="2.1") + vcard(b"FN:" + "Michał Świątek".encode("cp1250"))
    assert [card.name for card in read(file).cards] == ["Łukasz Gałęza", "Michał Świątek"]


def test_letters_that_look_like_a_byte_order_mark_are_letters() -> None:
    people = ["ÿþ Müller", "Jürgen Größe", "Amélie Noël"]
    file = b"".join(vcard(b"FN:" + name.encode("cp1252")) for name in people)
    assert [card.name for card in read(file).cards] == people


def test_escapes_of_a_terminal_encoding_are_known_without_a_word() -> None:
    assert only(vcard(b"FN:" + "能登".encode("iso2022_jp"), b"ORG:" + "Café".encode("cp1252"))).name == "能登"


texts = st.text(alphabet="ab\\,;:nN\n é", max_size=20)


@given(texts)
def test_what_was_escaped_reads_back(text: str) -> None:
    assert unescaped(escaped(text)) == text


@given(st.lists(texts, min_size=1, max_size=5), st.sampled_from(",;"))
def test_parts_are_those_that_were_joined(whole: list[str], separator: str) -> None:
    assert parts(separator.join(map(escaped, whole)), separator) == whole
