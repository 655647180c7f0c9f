"""The words of headers: each has one meaning, however it is written, and what isn't about the person has none."""

from __future__ import annotations

from collections import defaultdict

import pytest

from netpractice.exchange.header_words import HEADERS, NOUNS
from netpractice.exchange.headers import meaning, meanings, squeezed


def test_no_word_has_two_meanings() -> None:
    found = defaultdict(set)
    for field, words in [*HEADERS.items(), *NOUNS.items()]:
        for word in words.replace("\n", ",").split(","):
            if word.strip():
                found[squeezed(word)].add(field)
    assert "" not in found
    assert {word: fields for word, fields in found.items() if len(fields) > 1} == {}


@pytest.mark.parametrize(
    "header", ["First Name", "FIRST_NAME", "firstName", " first-name ", "First\xa0Name:", "Firstname", "FIRST NAME 1"]
)
def test_a_header_is_known_however_it_is_written(header: str) -> None:
    assert meaning(header) == "first"


@pytest.mark.parametrize(
    ("header", "field"),
    [
        ("E-mail 1 - Value", "email"),
        ("E-mail 12 Address", "email"),
        ("Work Email", "email"),
        ("Primäre E-Mail-Adresse", "email"),
        ("Adresse e-mail professionnelle", "email"),
        ("Business Phone 2", "phone"),
        ("Telefon (privat)", "phone"),
        ("Tél. professionnel", "phone"),
        ("Telefoon op werk", "phone"),
        ("Mobile Phone Number", "mobile"),
        ("Personal Web Page", "link"),
        ("Website Home-Page", "link"),
        ("LinkedIn Profile URL", "link"),
        ("Organization 1 - Name", "company"),
        ("E-Mail 1 – Wert", "email"),
        ("Téléphone 1 - Valeur", "phone"),
        ("Sito web 2 - Valore", "link"),
        ("Geburtsdatum", "birthday"),
    ],
)
def test_words_around_a_noun_say_no_more_than_whose_it_is(header: str, field: str) -> None:
    assert meaning(header) == field


@pytest.mark.parametrize(
    "header",
    ["", "1", "Home Fax", "Pager", "E-mail 1 - Type", "E-mail 1 - Label", "E-Mail: Angezeigter Name", "Email Opt-In",
     "Assistant's Phone", "Car Phone", "Telefon Assistent", "Home Address", "Phonetic First Name", "Yomi Name",
     "名前フリガナ", "Manager's Name", "Company Yomi", "Anniversary", "Contact owner", "Other", "x" * 5000],
)  # fmt: skip
def test_what_isnt_about_the_person_has_no_meaning(header: str) -> None:
    assert meaning(header) == ""


@pytest.mark.parametrize(
    ("headers", "fields"),
    [
        ("Nom,Téléphone", "name phone"),
        ("Nom,Prénom", "last first"),
        ("Nombre,Apellidos", "first last"),
        ("Name,Given Name,Family Name", "name first last"),
        ("Name,Title", "name role"),
        ("Name,Title,Job Title", "name role"),
        ("Titre,Prénom,Nom,Société,Titre1", "first last company role"),
        ("First Name,Last Name,Title", "first last role"),
        ("Title,First Name,Last Name", "first last"),
    ],
)
def test_other_columns_tell_what_a_word_means(headers: str, fields: str) -> None:
    assert [field for field in meanings(headers.split(",")) if field] == fields.split()
