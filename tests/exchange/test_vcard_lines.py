"""How lines are broken, folded and put together, and what becomes of damaged files."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from netpractice.domain.cards import Card
from netpractice.exchange.vcard import KIND
from tests.exchange.vcards import ANDROID, IPHONE, WRITTEN, only, read, told, vcard

NO_END = "the card has no end, END:VCARD, so the file may lack a part; what is there was read"
NO_BEGINNING = "the line that begins this card, BEGIN:VCARD, can't be read, so the card was left out"
NO_PART = "the line is no part of a card, so it was left out"

TWO = vcard("FN:Ann", "NOTE:one") + vcard("FN:Bo", "NOTE:two")


def names(data: bytes) -> list[str]:
    return [card.name for card in read(data).cards]


@pytest.mark.parametrize("breaks", [b"\n", b"\r", b"\r\r\n", b"\n\n", b" \n", b"\r\n\r\n"])
@pytest.mark.parametrize("program", WRITTEN)
def test_every_kind_of_line_break_is_one(program: str, breaks: bytes) -> None:
    data, card = WRITTEN[program]
    if breaks in (b"\n\n", b" \n", b"\r\n\r\n"):
        # What goes on is put together first: an empty line would end it, and a space be part of it.
        data = vcard("FN:Ann Lee", "EMAIL:ann@example.org")
        card = Card(name="Ann Lee", emails=("ann@example.org",), line=1)
    assert only(data.replace(b"\r\n", b"\n").replace(b"\n", breaks)) == card


def test_line_numbers_are_those_that_an_editor_shows() -> None:
    for breaks in (b"\n", b"\r", b"\r\n"):
        photo = breaks.join([b"PHOTO;ENCODING=b:AAAA", b" AAAA", b" AAAA=="])
        note = breaks.join([b"NOTE;QUOTED-PRINTABLE:a=", b"b=", b"c"])
        data = vcard("FN:Ann", photo, "", note, breaks=breaks) + vcard("TEL:", breaks=breaks)
        assert [line for line, _ in told(read(data))] == [12]


@pytest.mark.parametrize(
    "lines",
    [
        ("FN:Ann Lee of the", " Harbour"),
        ("FN:Ann Lee of the Har", "\tbour"),
        ("FN:Ann Lee", "  of the Harbour"),
        ("FN", " :Ann Lee of the Harbour"),
        ("F", " N;X-A=\"b:", " c\":Ann Lee of the Harbour"),
    ],
)  # fmt: skip
def test_a_folded_line_is_put_together(lines: tuple[str, ...]) -> None:
    folded = "\r\n".join(lines).replace("the\r\n Har", "the \r\n Har")
    assert names(vcard(folded)) == ["Ann Lee of the Harbour"]


def test_a_character_that_is_cut_by_a_fold_is_whole_again() -> None:
    data = "FN:Zoë 山田".encode()
    for place in range(3, len(data)):
        assert only(vcard(data[:place] + b"\r\n " + data[place:])).name == "Zoë 山田"


def test_a_line_of_2_1_keeps_the_space_that_it_was_folded_at_unless_it_was_full() -> None:
    for fold in (" ", "\t", "   "):
        assert only(vcard("NOTE:met in", f"{fold}Paris", "FN:Ann", version="2.1")).notes == "met in Paris"
    full = "NOTE:" + "x" * 70
    assert only(vcard(full, " yz", "FN:Ann", version="2.1")).notes == "x" * 70 + "yz"
    assert only(vcard("NOTE:met in", "  Paris", "FN:Ann", version="3.0")).notes == "met in Paris"
    assert only(vcard("NOTE:met in Pa", " ris", "FN:Ann", version="3.0")).notes == "met in Paris"


QUOTED = "NOTE;ENCODING=QUOTED-PRINTABLE"


@pytest.mark.parametrize(
    ("lines", "notes"),
    [
        ([f"{QUOTED}:a=3Db =C3=A9"], "a=b é"),
        ([f"{QUOTED}:one =", "two="], "one two"),
        ([f"{QUOTED}:one=", "two=", "three"], "onetwothree"),
        ([f"{QUOTED}:one=", " two"], "one two"),
        ([f"{QUOTED}:one=0D=0A=", " two"], "one\ntwo"),
        ([f"{QUOTED}:on=", " e tw=", "\to"], "one two"),
        ([f"{QUOTED}:one= ", "two"], "onetwo"),
        ([f"{QUOTED}:one=0D=0A=", "Tel: 5=0D=0A=", "END:VCARDS"], "one\nTel: 5\nEND:VCARDS"),
        ([f"{QUOTED}:one=C3=", "=A9"], "oneé"),
        ([f"{QUOTED}:a=XYb"], "a=XYb"),
        ([f"{QUOTED};CHARSET=UTF-8:=5Cn=2C"], ","),
        (["NOTE;QUOTED-PRINTABLE;CHARSET=ISO-8859-1:=E9"], "é"),
        ([f"{QUOTED};ENCODING=QUOTED-PRINTABLE:=C3=A9"], "é"),
        (["NOTE:one=", "ROLE:x"], "one="),
        (["NOTE;ENCODING=BASE64:b25lCnR3bw=="], "one\ntwo"),
        (["NOTE;ENCODING=B:b25l", " CnR3bw=="], "one\ntwo"),
        (["NOTE;ENCODING=B:not base64!"], "not base64!"),
        (["NOTE;ENCODING=8BIT:one"], "one"),
    ],
)
def test_encoded_text_is_read_however_it_is_broken(lines: list[str], notes: str) -> None:
    assert only(vcard("FN:Ann", *lines, version="2.1")).notes == notes


@pytest.mark.parametrize("end", ["=", "=0D=0A=", "= ", "=\r\n"])
def test_a_soft_break_too_many_takes_nothing_of_the_next_card(end: str) -> None:
    data = vcard("FN:Ann", f"{QUOTED}:tea{end}", version="2.1") + vcard("FN:Bo")
    assert [(card.name, card.notes) for card in read(data).cards] == [("Ann", "tea"), ("Bo", "")]
    assert names(data[: data.index(b"END")]) == ["Ann"]


def test_the_next_lines_of_an_address_are_no_numbers_of_its_person() -> None:
    label = "LABEL;WORK;ENCODING=QUOTED-PRINTABLE:Salt Lane=0D=0A=\r\nTEL:110=0D=0A=\r\nEMAIL:office@example.org"
    assert only(vcard("FN:Ann", label, version="2.1")) == Card(name="Ann", line=1)


@pytest.mark.parametrize(
    "photo",
    [
        "PHOTO;ENCODING=BASE64;TYPE=JPEG:AAAA:BB==\r\n",
        "PHOTO;ENCODING=BASE64;TYPE=JPEG:\r\n AAAA\r\n AAAA\r\n",
        "PHOTO;ENCODING=BASE64;TYPE=JPEG:\r\n AAAA\r\n AAA",
        "PHOTO;BASE64:\r\nAAAA\r\nAAAA=\r\n",
        "PHOTO;BASE64:\r\nAAAA\r\n\r\n AAAA=\r\n  ",
        "PHOTO;VALUE=uri:data:image/jpeg;base64,AAAA",
        "KEY;X509;ENCODING=BASE64:\r\nMIIC\r\nAAA=",
        "SOUND;VALUE=INLINE;BASE64:\r\n    AAAA\r\n    AAA=",
        'LOGO;ENCODING=b;TYPE="x:y":AAAA',
    ],
)
def test_pictures_keys_and_sounds_are_passed_over(photo: str) -> None:
    assert only(vcard("FN:Ann", photo, "TEL:555")) == Card(name="Ann", phones=("555",), line=1)


@pytest.mark.parametrize(
    ("line", "emails"),
    [
        ("item1.EMAIL:a@x", ("a@x",)),
        ("A.b.c-1.EMAIL;type=HOME:a@x", ("a@x",)),
        ("email ; type = home :a@x", ("a@x",)),
        ('EMAIL;X="a;b:c";TYPE=HOME:a@x', ("a@x",)),
        ('EMAIL;X="a:a@x', ("a@x",)),
        ('EMAIL;X=a"b:a@x', ("a@x",)),
        ("EMAIL;;:a@x", ("a@x",)),
        ("EMAIL;HOME;INTERNET;X-Büro:a@x", ("a@x",)),
        ("EMAIL", ()),
        ("EMAIL:", ()),
        ("X-EMAIL:a@x", ()),
    ],
)
def test_a_property_is_known_by_its_name_whatever_stands_around_it(line: str, emails: tuple[str, ...]) -> None:
    assert read(vcard("FN:Ann", line)).cards == (Card(name="Ann", emails=emails, line=1),)


@pytest.mark.parametrize(
    "begin", ["BEGIN:VCARD", "begin:vcard", "BEGIN:vCard ", " BEGIN : VCARD\t", "\ufeffBEGIN:VCARD"]
)
def test_a_card_begins_and_ends_however_that_is_written(begin: str) -> None:
    data = vcard("FN:Ann").replace(b"BEGIN:VCARD", begin.encode()) + vcard("FN:Bo")
    assert names(data) == names(data.replace(b"BEGIN", b"begin").replace(b"END:VCARD", b"End:vCard ")) == ["Ann", "Bo"]
    assert not read(data + b"\x1a").problems


@pytest.mark.parametrize("end", [b"END:VCARD\r\n", b"END:VCARD \r\n\r\n"])
def test_an_indented_beginning_continues_nothing(end: bytes) -> None:
    data = vcard("FN:Ann").replace(b"END:VCARD\r\n", end) + b"  " + vcard("FN:Bo")
    assert names(data) == ["Ann", "Bo"]
    assert not read(data).problems


@pytest.mark.parametrize("indent", [b" ", b"    ", b"\t"])
def test_cards_that_were_copied_with_their_indentation_are_read(indent: bytes) -> None:
    data = b"\r\n" + vcard("FN:Ann", "NOTE:a", "  b") + vcard("FN:Bo")
    indented = b"".join(indent + line for line in data.splitlines(keepends=True))
    assert read(indented) == read(data)


def test_a_note_that_is_folded_before_the_words_of_a_beginning_keeps_them() -> None:
    reading = read(vcard("FN:Ann", "NOTE:they sent", "  BEGIN:VCARD", "TEL:1"))
    assert reading.cards == (Card(name="Ann", notes="they sent BEGIN:VCARD", phones=("1",), line=1),)


@pytest.mark.parametrize("between", [b"", b" ", b"\xef\xbb\xbf", b"\t\xef\xbb\xbf "])
def test_files_that_were_joined_without_a_line_break_are_read(between: bytes) -> None:
    reading = read(between.join([vcard("FN:Ann").rstrip(), vcard("FN:Bo").rstrip(), vcard("EMAIL:")]))
    assert [(card.name, card.line) for card in reading.cards] == [("Ann", 1), ("Bo", 4)]
    assert [line for line, _ in told(reading)] == [7]


def test_text_between_cards_is_passed_over() -> None:
    letter = b"From: ann@example.org\r\nTEL:1\r\n\r\nHere are two cards:\r\n\r\n"
    reading = read(letter + TWO.replace(b"END:VCARD\r\n", b"END:VCARD\r\n-- \r\nEMAIL:x@example.org\r\n\r\n"))
    assert [card.name for card in reading.cards] == ["Ann", "Bo"]
    assert (reading.found, reading.problems) == (2, ())


def test_a_card_without_its_beginning_is_told() -> None:
    reading = read(TWO.replace(b"BEGIN", b"--BEGIN", 1))
    assert [card.name for card in reading.cards] == ["Bo"]
    assert (reading.found, told(reading)) == (2, [(1, NO_BEGINNING)])
    reading = read(TWO + b"\r\n--BEGIN:VCARD\r\nFN:Cy\r\nEND:VCARD\r\nEND:VCARD\r\n")
    assert (reading.found, told(reading)) == (3, [(12, NO_BEGINNING)])


def test_a_card_without_its_end_is_read_and_told() -> None:
    reading = read(TWO.replace(b"END:VCARD\r\n", b"", 1))
    assert [(card.name, card.notes) for card in reading.cards] == [("Ann", "one"), ("Bo", "two")]
    assert (reading.found, told(reading)) == (2, [(1, NO_END)])


def test_a_beginning_that_is_written_twice_is_one() -> None:
    reading = read(TWO.replace(b"BEGIN:VCARD", b"BEGIN:VCARD\r\nBEGIN:VCARD"))
    assert [card.line for card in reading.cards] == [2, 8]
    assert (reading.found, reading.problems) == (2, ())


@pytest.mark.parametrize(
    "agent",
    [
        "AGENT:\r\nBEGIN:VCARD\r\nFN:Cy\r\nTEL:1\r\nEND:VCARD",
        "AGENT:\r\nBEGIN:VCARD\r\nFN:Cy\r\nAGENT:\r\nBEGIN:VCARD\r\nFN:Di\r\nEND:VCARD\r\nno line\r\nEND:VCARD",
        "AGENT:BEGIN:VCARD\r\nFN:Cy\r\nNOTE:x\r\nEND:VCARD",
        "AGENT:\r\n BEGIN:VCARD\r\n FN:Cy\r\n END:VCARD",
        "AGENT:BEGIN:VCARD\\nFN:Cy\\nEND:VCARD\\n",
        "AGENT;VALUE=uri:CID:cy@example.org",
    ],
)
def test_an_agents_card_is_part_of_its_card(agent: str) -> None:
    assert only(vcard("FN:Ann", agent, "TEL:555")) == Card(name="Ann", phones=("555",), line=1)


def test_an_agents_card_that_doesnt_end_takes_nobody_along() -> None:
    reading = read(vcard("FN:Ann", "AGENT:", "BEGIN:VCARD", "FN:Cy") + TWO + vcard("FN:Di"))
    assert [card.name for card in reading.cards] == ["Ann", "Ann", "Bo", "Di"]
    assert told(reading) == [(1, NO_END)]


def test_a_card_within_a_card_is_a_card() -> None:
    reading = read(vcard("FN:Ann", vcard("FN:Cy"), "TEL:1"))
    assert [card.name for card in reading.cards] == ["Ann", "Cy"]
    assert told(reading) == [(1, NO_END), (9, NO_BEGINNING)]


def test_lines_that_are_no_property_are_told_once_a_card() -> None:
    reading = read(
        vcard("FN:Ann", "--+TEL:1", "EMAIL:a@x", "a@y", "X-A:x", "***item1.ADR:x", "TEL:2") + vcard("FN:Bo", "nonsense")
    )
    assert [(card.emails, card.phones) for card in reading.cards] == [(("a@x",), ("2",)), ((), ())]
    more = "the line is no part of a card, like 2 more of this card, so it was left out"
    assert told(reading) == [(4, more), (14, NO_PART)]


def test_the_next_lines_of_what_is_passed_over_arent_worth_a_word() -> None:
    assert only(vcard("FN:Ann", "ADR;HOME:;;Salt Lane 4\\", "1234\\", "Box 5;Town;;;", version="2.1")).name == "Ann"


def test_a_note_that_goes_on_as_it_is_keeps_its_lines() -> None:
    card = only(vcard("FN:Ann", "NOTE:one", "", " TEL:1", "two, three", "see you at 12:30", " sharp", "TEL:555"))
    assert (card.notes, card.phones) == ("one\nTEL:1\ntwo, three\nsee you at 12:30sharp", ("555",))


def test_a_line_of_a_note_that_looks_like_a_property_is_kept() -> None:
    card = only(vcard("FN:Ann", "NOTE:one", "Likes: tea", "Hates: phones", "CLASS: PUBLIC", "Tel: 555", "Label:x"))
    assert (card.notes, card.phones) == ("one\nLikes: tea\nHates: phones", ("555",))


def test_the_names_of_programs_own_properties_may_hold_any_sign() -> None:
    lines = ("X-messaging/xmpp-All:ann@example.org", "X-CUSTOM1(CHARSET=UTF-8,ENCODING=QUOTED-PRINTABLE):x=", "y")
    assert only(vcard("FN:Ann", *lines, "item1.X-a/b;TYPE=HOME:z")) == Card(name="Ann", line=1)


@pytest.mark.parametrize("data", [b"", b"\r\n\r\n", b"Name,E-mail\nAnn,ann@example.org\n", b"\x89PNG\r\n\x1a\n\0\0\0"])
def test_a_file_without_cards_has_nobody(data: bytes) -> None:
    reading = read(data)
    assert (reading.kind, reading.cards, reading.problems, reading.found) == (KIND, (), (), 0)


@pytest.mark.parametrize("data", [IPHONE, ANDROID], ids=["iPhone", "Android"])
def test_a_file_that_was_cut_off_anywhere_still_gives_what_is_there(data: bytes) -> None:
    whole = vcard("FN:Bo Lind", "TEL:1")
    for end in range(len(data) - 10):
        reading = read(whole + data[:end])
        assert reading.cards[0] == Card(name="Bo Lind", phones=("1",), line=1)
        if b"BEGIN:VCARD" in data[:end]:
            assert reading.found == 2
            assert any(problem.line == 6 for problem in reading.problems)


pieces = st.sampled_from([
    b"BEGIN:VCARD", b"END:VCARD", b"\n", b"\r", b"\r\n", b" ", b"\t", b":", b";", b"=", b"=\n", b'"', b"\\", b",", b"\0",
    b"VERSION:2.1", b"VERSION:4.0", b"FN", b"N:", b"TEL;PREF", b"NOTE;QUOTED-PRINTABLE:", b"AGENT:", b"BDAY:", b"=C3",
    b"EMAIL;ENCODING=b:", b"CHARSET=UTF-16:", b"CHARSET=SHIFT_JIS", b"KIND:group", b"MEMBER:", b"UID:", b"CATEGORIES:",
    b"ORG:", b"X-NETPRACTICE-RHYTHM:9999", b"X-NETPRACTICE-ARCHIVED:x", b"PRODID:-//netpractice//", b"\xff\xfe", b"\x82",
    b"\xef\xbb\xbf", b"\xc3\xa9", b"2008-02-30", b"\x1b$B", b"PREF=9999", b"a", b".", b"PHOTO;BASE64:",
])  # fmt: skip


@given(st.lists(pieces | st.binary(max_size=6), max_size=60).map(b"".join))
def test_no_bytes_make_the_reader_fail(data: bytes) -> None:
    reading = read(b"BEGIN:VCARD\n" + data)
    assert len(reading.cards) <= reading.found
    lines = range(1, 2 + data.count(b"\n") + data.count(b"\r") + 1)
    assert all(problem.line in lines or data[:2] == b"\0" for problem in reading.problems)
    assert all(card.name for card in reading.cards)


@given(data=st.data(), program=st.sampled_from(sorted(WRITTEN)))
def test_a_mangled_card_spoils_only_itself(data: st.DataObject, program: str) -> None:
    card, _ = WRITTEN[program]
    start = data.draw(st.integers(30, len(card) - 15))
    end = data.draw(st.integers(start, min(len(card) - 15, start + 40)))
    mangled = card[:start] + data.draw(st.binary(max_size=8)) + card[end:]
    reading = read(vcard("FN:Bo Lind") + mangled + vcard("FN:Cy Moss"))
    assert reading.cards[0].name == "Bo Lind"
    assert reading.cards[-1].name == "Cy Moss"
    assert reading.found >= 3
