"""LinkedIn's connections: with notes or without, in any order, language and encoding, and saved again by others."""

from __future__ import annotations

from datetime import date

import pytest

from netpractice.exchange.kinds import LINKEDIN
from tests.exchange.tables import facts, problems, reading

NOTES = 'Notes:\n"When exporting, some e-mail addresses are missing. See https://example.org/why, please."\n\n'
ENGLISH = "First Name,Last Name,URL,Email Address,Company,Position,Connected On"
ROWS = (
    'Zoë,Petit,https://www.linkedin.com/in/zoe-petit-7,,"Petit, Fils & Cie",Chef de projet,{0}\n'
    "Ann,Lee,https://www.linkedin.com/in/annlee,ann@example.org,Acme,CEO,{1}\n"
)
ZOE_LINK = "https://www.linkedin.com/in/zoe-petit-7"
ZOE = {
    "name": "Zoë Petit",
    "company": "Petit, Fils & Cie",
    "role": "Chef de projet",
    "links": (ZOE_LINK,),
    "connected": date(2024, 3, 5),
}
ANN = {
    "name": "Ann Lee",
    "company": "Acme",
    "role": "CEO",
    "links": ("https://www.linkedin.com/in/annlee",),
    "emails": ("ann@example.org",),
    "connected": date(2023, 8, 21),
}


def assert_both(text: str, encoding: str = "utf-8") -> None:
    """The two people are read whole and right, and nothing else is."""
    read = reading(text, encoding)
    assert read.kind == LINKEDIN
    assert [facts(card) for card in read.cards] == [ZOE, ANN]
    assert problems(read) == []
    assert read.found == 2


@pytest.mark.parametrize("notes", ["", NOTES, NOTES.replace('"', ""), "\n\n", "Notes:\n", 'Notes :\n"\n'])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
def test_notes_before_the_headers_are_passed_over(notes: str, encoding: str) -> None:
    assert_both(f"{notes}{ENGLISH}\n{ROWS.format('05 Mar 2024', '21 Aug 2023')}", encoding)


def test_notes_after_the_headers_are_passed_over() -> None:
    notes = (
        "Notes: You can remove people here, or there: https://example.org\nAnother line of advice, and one more.\n\n"
    )
    assert_both(f"{ENGLISH}\n{notes}{ROWS.format('05 Mar 2024', '21 Aug 2023')}")


@pytest.mark.parametrize("ending", ["\n", "\r\n", "\r", "\r\r\n"])
def test_every_kind_of_line_ending_is_read(ending: str) -> None:
    text = f"{NOTES}{ENGLISH}\n{ROWS.format('05 Mar 2024', '21 Aug 2023')}"
    assert_both(text.replace("\n", ending))


LANGUAGES = [
    ("Vorname,Nachname,URL,E-Mail-Adresse,Unternehmen,Position,Verknüpft am", "05. März 2024", "21. Aug. 2023"),
    ("Vorname,Nachname,URL,E-Mail-Adresse,Firma,Position,Verbunden am", "05 Mär 2024", "21 Aug 2023"),
    ("Prénom,Nom,URL,Adresse e-mail,Entreprise,Poste,Date de connexion", "05 mars 2024", "21 août 2023"),
    ("Prénom,Nom de famille,URL,Courriel,Société,Fonction,Connecté le", "5 mars 2024", "21 août 2023"),
    ("Nombre,Apellidos,URL,Dirección de correo electrónico,Empresa,Cargo,Conectado el", "05 mar 2024", "21 ago 2023"),
    ("Nome,Sobrenome,URL,Endereço de e-mail,Empresa,Cargo,Conectado em", "05 de mar. de 2024", "21 de ago. de 2023"),
    ("Nome,Cognome,URL,Indirizzo e-mail,Azienda,Posizione,Collegato il", "05 mar 2024", "21 ago 2023"),
    ("Voornaam,Achternaam,URL,E-mailadres,Bedrijf,Functie,Verbonden op", "05 mrt. 2024", "21 aug. 2023"),
    ("Förnamn,Efternamn,URL,E-postadress,Företag,Befattning,Ansluten den", "5 mars 2024", "21 aug. 2023"),
    ("Imię,Nazwisko,URL,Adres e-mail,Firma,Stanowisko,Połączono", "05 mar 2024", "21 sie 2023"),
    ("Ad,Soyad,URL,E-posta Adresi,Şirket,Pozisyon,Bağlantı Tarihi", "05 Mar 2024", "21 Ağu 2023"),
    ("Имя,Фамилия,URL,Адрес электронной почты,Компания,Должность,Дата контакта", "05 мар. 2024", "21 авг. 2023"),
    ("名,姓,URL,メールアドレス,会社,役職,つながった日", "2024年3月5日", "2023年8月21日"),
    ("名字,姓氏,URL,电子邮件地址,公司,职位,连接时间", "2024年3月5日", "2023年8月21日"),
    ("이름,성,URL,이메일 주소,회사,직책,연결일", "2024년 3월 5일", "2023년 8월 21일"),
]


@pytest.mark.parametrize(("header", "first", "second"), LANGUAGES)
def test_other_languages_are_read_by_their_words(header: str, first: str, second: str) -> None:
    assert_both(f"{NOTES}{header}\n{ROWS.format(first, second)}")
    columns = header.split(",")
    for order in ((1, 0, 6, 5, 4, 3, 2), (6, 5, 4, 2, 3, 1, 0)):
        lines = [
            columns,
            ["Zoë", "Petit", ZOE_LINK, "", '"Petit, Fils & Cie"', "Chef de projet", first],
            ["Ann", "Lee", "https://www.linkedin.com/in/annlee", "ann@example.org", "Acme", "CEO", second],
        ]
        assert_both("\n".join(",".join(line[n] for n in order) for line in lines))


UNKNOWN = "Aa,Bb,Cc,Dd,Ee,Ff,Gg"


@pytest.mark.parametrize("header", [f"{UNKNOWN}\n", f"{NOTES}{UNKNOWN}\n", ""])
def test_languages_that_arent_known_are_read_by_the_shape_of_the_columns(header: str) -> None:
    assert_both(f"{header}{ROWS.format('05 Mar 2024', '21 Aug 2023')}")


def test_months_that_arent_known_cost_no_more_than_the_days() -> None:
    read = reading(f"{UNKNOWN}\n{ROWS.format('05 ינו׳ 2024', '21 ม.ค. 2023')}")
    assert read.kind == LINKEDIN
    assert [{**facts(card), "connected": None} for card in read.cards] == [
        {**who, "connected": None} for who in (ZOE, ANN)
    ]
    assert [card.connected for card in read.cards] == [None, None]
    assert "2 of the days of connecting can't be read" in problems(read)[0][1]


def test_the_names_are_found_by_the_addresses_of_the_profiles() -> None:
    rows = (
        '05 Mar 2024,"Petit, Fils & Cie",Chef de projet,Petit,Zoë,https://www.linkedin.com/in/zoe-petit-7,\n'
        "21 Aug 2023,Acme,CEO,Lee,Ann,https://www.linkedin.com/in/annlee,ann@example.org\n"
    )
    assert_both(f"Gg,Ee,Ff,Bb,Aa,Cc,Dd\n{rows}")


def test_old_files_have_no_addresses_of_profiles() -> None:
    rows = "Zoë,Petit,,Petit SA,Chef,05 Mar 2024\nAnn,Lee,ann@example.org,Acme,CEO,21 Aug 2023\n"
    for header in ("First Name,Last Name,Email Address,Company,Position,Connected On", "Aa,Bb,Cc,Dd,Ee,Ff"):
        read = reading(f"{header}\n{rows}")
        assert read.kind == LINKEDIN
        assert [card.name for card in read.cards] == ["Zoë Petit", "Ann Lee"]
        assert [card.role for card in read.cards] == ["Chef", "CEO"]
        assert [card.emails for card in read.cards] == [(), ("ann@example.org",)]


@pytest.mark.parametrize(
    ("separator", "encoding", "first", "second"),
    [
        (",", "utf-8", "5-Mar-24", "21-Aug-23"),
        (",", "mac_roman", "3/5/24", "8/21/23"),
        (";", "cp1252", "05.03.2024", "21.08.2023"),
        (";", "utf-8-sig", "05/03/2024", "21/08/2023"),
        ("\t", "utf-16", "2024-03-05", "2023-08-21"),
    ],
)
def test_files_that_a_spreadsheet_program_saved_again_are_read(
    separator: str, encoding: str, first: str, second: str
) -> None:
    rows = ROWS.replace('"', "").replace(", ", "\x00").replace(",", separator).replace("\x00", ", ")
    if separator == ",":
        rows = ROWS
    text = f"{ENGLISH.replace(',', separator)}\n{rows.format(first, second)}"
    assert_both(f"sep={separator}\n{text}" if separator == ";" else text, encoding)


def test_people_who_have_left_linkedin_are_told_by_their_line() -> None:
    read = reading(f"{NOTES}{ENGLISH}\n,,,,,,05 Mar 2024\n{ROWS.format('05 Mar 2024', '21 Aug 2023')}")
    assert [facts(card) for card in read.cards] == [ZOE, ANN]
    assert problems(read) == [(5, "there is neither a name nor an e-mail address; the row was left out")]
    assert read.found == 3


def test_a_list_of_customers_with_profiles_isnt_a_file_of_connections() -> None:
    read = reading("Name,LinkedIn,City\nAnn Lee,https://www.linkedin.com/in/annlee,Rome\n")
    assert read.kind == "table of contacts"
    assert facts(read.cards[0]) == {"name": "Ann Lee", "links": ("https://www.linkedin.com/in/annlee",)}


def test_a_list_of_ones_own_with_profiles_and_dates_isnt_a_file_of_connections() -> None:
    header = "Name,Title,Company,LinkedIn,Email,Phone,Where we met,Last contact"
    read = reading(f"{header}\nAnn Lee,CEO,Acme,https://www.linkedin.com/in/annlee,,,Bern,2024-03-05\n")
    assert (read.kind, read.cards[0].connected) == ("table of contacts", None)
    assert (read.cards[0].how_met, read.cards[0].role) == ("Bern", "CEO")


@pytest.mark.parametrize("link", ["", "https://www.linkedin.com/in/annlee"])
def test_a_date_in_a_list_of_customers_isnt_when_one_was_connected(link: str) -> None:
    header = "Record ID,First Name,Last Name,Email,Company,Last Activity Date,Website,City"
    read = reading(f"{header}\n17,Ann,Lee,ann@example.org,Acme,2024-03-05,{link},Rome\n")
    assert read.kind == "table of contacts"
    assert [(card.name, card.connected) for card in read.cards] == [("Ann Lee", None)]
