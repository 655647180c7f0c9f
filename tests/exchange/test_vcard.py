"""What vCards say: as real programs write them, property by property, and when little is said."""

from __future__ import annotations

import pytest

from netpractice.domain.cards import Card
from netpractice.domain.text import LINE_LIMIT, TEXT_LIMIT, is_clean
from netpractice.exchange.vcard import KIND
from tests.exchange.vcards import WRITTEN, only, read, told, vcard
from tests.hostile import HOSTILE


@pytest.mark.parametrize("program", WRITTEN)
def test_a_file_is_read_as_its_program_meant_it(program: str) -> None:
    data, card = WRITTEN[program]
    assert only(data) == card


def test_the_files_of_all_programs_in_one_are_read_as_one_by_one() -> None:
    reading = read(b"".join(data for data, _ in WRITTEN.values()))
    assert [card.name for card in reading.cards] == [card.name for _, card in WRITTEN.values()]
    assert (reading.file, reading.kind, reading.found) == ("people.vcf", KIND, len(WRITTEN))
    assert not reading.problems


@pytest.mark.parametrize(
    ("lines", "name"),
    [
        (["FN:Ann Lee", "N:Other;Name"], "Ann Lee"),
        (["FN:", "N:Lee;Ann;May,Zoe;Dr.;Jr.,M.D."], "Dr. Ann May Zoe Lee Jr. M.D."),
        (["N:Lee;Ann"], "Ann Lee"),
        (["N:;Ann;;;"], "Ann"),
        (["N:Lee"], "Lee"),
        (["N:O\\;Lee;Ann\\, B."], "Ann, B. O;Lee"),
        (["N:王;小明;;;"], "王 小明"),
        (["N:Wang;小明;;;"], "小明 Wang"),
        (["FN:  ", "N:;;;;", "ORG:Acme;"], "Acme"),
        (["ORG:;;", "NICKNAME:Annie,A", "EMAIL:ann@example.org"], "Annie"),
        (["TEL:555-0100", "EMAIL:ann@example.org"], "ann@example.org"),
        (["URL:https://ann.example", 'TEL;PREF=1;TYPE="voice,home":tel:555-0100;ext=5'], "555-0100"),
        (["X-SOCIALPROFILE:https://ann.example"], "https://ann.example"),
        (["FN;PREF=2:Lee", "FN;PREF=1:Ann"], "Ann"),
        (["item1.fn:Ann"], "Ann"),
        (["FN:Ann\\nLee"], "Ann Lee"),
    ],
)
def test_a_name_is_the_best_that_the_card_tells(lines: list[str], name: str) -> None:
    assert only(vcard(*lines)).name == name


@pytest.mark.parametrize(
    "lines", [[], ["FN:", "N:;;;;"], ["ADR:;;Salt Lane 4;;;;"], ["X-GOOGLE-TALK:ann@example.org", "NOTE:x"]]
)
def test_a_card_that_tells_of_nobody_is_left_out_and_told(lines: list[str]) -> None:
    reading = read(vcard("FN:Ann") + vcard(*lines) + vcard("FN:Bo"))
    assert [card.name for card in reading.cards] == ["Ann", "Bo"]
    assert reading.found == 3
    assert told(reading) == [
        (5, "the card has no name, company, e-mail address, phone number or link, so it was left out")
    ]


def test_what_is_preferred_comes_first_and_the_rest_keeps_its_order() -> None:
    card = only(
        vcard(
            "FN:Ann",
            "EMAIL:a@x",
            "EMAIL;TYPE=INTERNET,PREF:b@x",
            "EMAIL:c@x",
            "TEL;HOME:1",
            "TEL;WORK;PREF:2",
            "TEL;TYPE=home,pref:3",
            "TEL;PREF=x:4",
            "TEL;PREF=99:5",
        )
    )
    assert card.emails == ("b@x", "a@x", "c@x")
    assert card.phones == ("2", "3", "4", "5", "1")


@pytest.mark.parametrize(
    ("value", "email"),
    [
        ("mailto:ann@example.org?subject=Hi", "ann@example.org"),
        ("MAILTO:ann%2Bx@example.org", "ann+x@example.org"),
        ("Ann Lee <ann@example.org>", "ann@example.org"),
        ("< ann@example.org >", "ann@example.org"),
        ("ann@example.org>", "ann@example.org"),
        (" ann@example.org ", "ann@example.org"),
        ("/o=Acme/cn=ann", "/o=Acme/cn=ann"),
        ("ann <at> example", "ann <at> example"),
    ],
)
def test_an_address_is_tidied(value: str, email: str) -> None:
    assert only(vcard("FN:Ann", f"EMAIL:{value}")).emails == (email,)


@pytest.mark.parametrize(
    ("value", "phone"),
    [
        ("tel:+1-418-555-0100;ext=102", "+1-418-555-0100"),
        ("Tel:555%200100", "555 0100"),
        ("sip:ann@example.org", "sip:ann@example.org"),
        ("p1234p5678w9", "p1234p5678w9"),
        ("  +49\t30   555 ", "+49 30 555"),
        ("555\\,123\\;9", "555,123;9"),
        ("ask at the desk", "ask at the desk"),
    ],
)
def test_a_number_stays_as_written_but_tidied(value: str, phone: str) -> None:
    assert only(vcard("FN:Ann", f"TEL:{value}")).phones == (phone,)


@pytest.mark.parametrize(
    ("value", "birthday"),
    [
        (":20081203", "2008-12-03"),
        (":2008-12-03", "2008-12-03"),
        (":2008-12-03T22:00:00Z", "2008-12-03"),
        (":20081203T220000Z", "2008-12-03"),
        (";VALUE=date-time:19531015T231000+0100", "1953-10-15"),
        (":--1203", "--12-03"),
        (":--12-03", "--12-03"),
        (":--0229", "--02-29"),
        (":1604-02-29", "--02-29"),
        (":0000-12-03", "--12-03"),
        (";X-APPLE-OMIT-YEAR=1900:1900-12-03", "--12-03"),
        (";VALUE=text:3 December 2008", "2008-12-03"),
        (":03.12.2008", "2008-12-03"),
        (":", ""),
    ],
)
def test_a_birthday_is_read_in_every_form(value: str, birthday: str) -> None:
    assert only(vcard("FN:Ann", f"BDAY{value}")).birthday == birthday


@pytest.mark.parametrize(
    "value", ["---03", "--12", "1985-04", "1985", "circa 1800", "20080230", "12/11/2008", "\x1b[2Jx"]
)
def test_a_birthday_that_is_no_day_is_left_out_and_told(value: str) -> None:
    reading = read(vcard("FN:Ann", f"BDAY:{value}"))
    assert reading.cards[0].birthday == ""
    shown = value.replace("\x1b", "")
    assert told(reading) == [(4, f"the birthday '{shown}' is no day of the calendar, so it was left out")]


def test_of_several_birthdays_the_first_that_is_one_counts() -> None:
    assert only(vcard("FN:Ann", "BDAY;ALTID=1;VALUE=text:spring", "BDAY;ALTID=1:19900405")).birthday == "1990-04-05"


def test_company_and_role() -> None:
    card = only(vcard("FN:Ann", "ORG:Acme\\, Inc.;;Sales, Europe", "ORG:Other", "TITLE:Boss", "ROLE:Leads"))
    assert (card.company, card.role) == ("Acme, Inc., Sales, Europe", "Boss")
    assert only(vcard("FN:Ann", "ROLE:Leads")).role == "Leads"


def test_notes_come_together_and_keep_their_lines() -> None:
    card = only(vcard("FN:Ann", "NOTE: one\\nIndented:\\n  two\\N\\, three\\;", "NOTE:C:\\\\tea\\\\"))
    assert card.notes == "one\nIndented:\n  two\n, three;\nC:\\tea\\"


def test_what_looks_like_an_escape_and_is_none_stays() -> None:
    assert only(vcard("FN:Ann", "NOTE:C:\\temp \\")).notes == "C:\\temp \\"


def test_categories_become_tags_each_once() -> None:
    card = only(vcard("FN:Ann", "CATEGORIES:VIP,book\\, club,,VIP", "CATEGORIES:myContacts,x;y"))
    assert card.tags == ("VIP", "book, club", "x;y")


def test_links_are_those_that_can_be_followed() -> None:
    card = only(
        vcard(
            "FN:Ann",
            "URL;TYPE=WORK:www.ann.example",
            "URL:",
            "X-SOCIALPROFILE;type=twitter:HTTP://t.example/ann",
            "X-SOCIALPROFILE:x-apple:ann",
            "SOCIALPROFILE;SERVICE-TYPE=M:https://m.example/@ann",
            "IMPP:xmpp:ann@example.org",
            "IMPP:https://chat.example/ann",
            "URL:https\\://b.example/a\\,b",
        )
    )
    assert card.links == (
        "www.ann.example", "https\\://b.example/a,b", "HTTP://t.example/ann", "https://m.example/@ann",
        "https://chat.example/ann",
    )  # fmt: skip


def test_an_identity_is_the_same_in_every_version() -> None:
    assert only(vcard("FN:Ann", "UID:urn:uuid:4fbe-8971")).uid == only(vcard("FN:Ann", "UID:4fbe-8971")).uid


@pytest.mark.parametrize("kind", ["X-ADDRESSBOOKSERVER-KIND:group", "KIND:Group"])
def test_a_group_is_no_person_but_a_tag_of_its_people(kind: str) -> None:
    member = kind.partition("KIND")[0] + "MEMBER"
    group = vcard("FN:Choir", kind, f"{member}:urn:uuid:A-1", f"{member}:urn:uuid:not-here")
    reading = read(vcard("FN:Ann", "UID:a-1", "CATEGORIES:VIP") + group + vcard("FN:Bo"))
    assert [(card.name, card.tags) for card in reading.cards] == [("Ann", ("VIP", "Choir")), ("Bo", ())]
    assert (reading.found, reading.problems) == (2, ())


def test_a_group_with_an_empty_line_tags_nobody_else() -> None:
    reading = read(vcard("FN:Ann", "UID:a") + vcard("FN:Bo") + vcard("FN:Choir", "KIND:group", "MEMBER:", "MEMBER:a"))
    assert [card.tags for card in reading.cards] == [("Choir",), ()]


@pytest.mark.parametrize("facts", [("RHYTHM:0", "RHYTHM:x"), ("RHYTHM:3651",), ("RHYTHM:99999",), ("RHYTHM:\u0663",)])
def test_facts_of_our_own_that_cant_be_are_none(facts: tuple[str, ...]) -> None:
    odd = (*facts, "CIRCLE:best", "ARCHIVED:someday", "QUIET-UNTIL:2026-02-30", "RESTING:no")
    assert only(vcard("FN:Ann", *(f"X-NETPRACTICE-{fact}" for fact in odd))) == Card(name="Ann", line=1)


def test_a_group_without_its_people_is_told() -> None:
    reading = read(vcard("FN:Choir", "KIND:group", "MEMBER:urn:uuid:a-1"))
    assert (reading.cards, reading.found) == ((), 0)
    assert told(reading) == [(1, "'Choir' is a group of which nobody is in this file, so it was left out")]


TOO_LONG = "x" * (LINE_LIMIT + 1)


@pytest.mark.parametrize(
    ("line", "field", "expected"),
    [
        (f"EMAIL:{TOO_LONG}", "e-mail address", Card(name="Ann", line=1)),
        (f"TEL:{TOO_LONG}", "phone number", Card(name="Ann", line=1)),
        (f"URL:{TOO_LONG}", "link", Card(name="Ann", line=1)),
        (f"ORG:{TOO_LONG}", "company", Card(name="Ann", line=1)),
        (f"CATEGORIES:a,{TOO_LONG},b", "tag", Card(name="Ann", tags=("a", "b"), line=1)),
        (f"UID:{TOO_LONG}", "identity", Card(name="Ann", line=1)),
        (f"FN;PREF=1:{TOO_LONG}", "name", Card(name="Ann", line=1)),
    ],
)
def test_what_is_too_long_is_left_out_and_told_and_the_person_comes_in(line: str, field: str, expected: Card) -> None:
    reading = read(vcard("FN:Ann", line))
    assert reading.cards == (expected,)
    assert told(reading) == [(4, f"{field}: 501 characters are too long, at most 500 fit, so it was left out")]


def test_notes_that_are_too_long_are_left_out_and_told() -> None:
    reading = read(vcard("FN:Ann", "NOTE:" + "x" * (TEXT_LIMIT + 1)))
    assert reading.cards == (Card(name="Ann", line=1),)
    assert told(reading) == [(4, "note: 100,001 characters are too long, at most 100,000 fit, so it was left out")]


@pytest.mark.parametrize("text", HOSTILE)
def test_nothing_that_acts_comes_out_of_a_file(text: str) -> None:
    value = text.encode(errors="surrogatepass")
    reading = read(vcard("FN:Ann", b"NICKNAME:" + value, b"NOTE:" + value, b"EMAIL:" + value, b"BDAY:" + value))
    card = reading.cards[0]
    assert all(map(is_clean, (card.name, card.nickname, card.notes, *card.emails)))
    assert all(is_clean(problem.what) for problem in reading.problems)
