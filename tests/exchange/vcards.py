"""Cards for examples, and whole files as programs write them, with what they say. All people are invented."""

from __future__ import annotations

from netpractice.domain.cards import Card, Reading
from netpractice.exchange.vcard import read_vcards


def vcard(*lines: str | bytes, version: str = "3.0", breaks: bytes = b"\r\n") -> bytes:
    """A card of lines, which are in UTF-8 unless they are bytes."""
    whole = ("BEGIN:VCARD", f"VERSION:{version}", *lines, "END:VCARD")
    return b"".join((line if isinstance(line, bytes) else line.encode()) + breaks for line in whole)


def read(data: bytes) -> Reading:
    return read_vcards("people.vcf", data)


def only(data: bytes) -> Card:
    """The one person of a file in which nothing is wrong."""
    reading = read(data)
    assert not reading.problems
    assert reading.found == 1
    (card,) = reading.cards
    return card


def told(reading: Reading) -> list[tuple[int, str]]:
    """The problems of a reading as lines and words."""
    return [(problem.line, problem.what) for problem in reading.problems]


PHOTO = "\r\n ".join(["PHOTO;ENCODING=b;TYPE=JPEG:/9j/4AAQSkZJRgABAQAAAQABAAD", *["7uFqX3Rh" * 9] * 5, "AAf/2Q=="])

IPHONE = (
    "BEGIN:VCARD\r\nVERSION:3.0\r\nPRODID:-//Apple Inc.//iPhone OS 17.4//EN\r\n"
    "N:Novák;Jana;;Dr.;\r\nFN:Dr. Jana Novák\r\nNICKNAME:Jani\r\nORG:Most Labs;Research\r\nTITLE:Head of Research\r\n"
    "EMAIL;type=INTERNET;type=WORK:jana@mostlabs.example\r\n"
    "item1.EMAIL;type=INTERNET;type=pref:jana.novak@example.org\r\nitem1.X-ABLabel:_$!<Other>!$_\r\n"
    "TEL;type=WORK;type=VOICE:\u202a+420 2 555 01 00\u202c\r\nTEL;type=CELL;type=VOICE;type=pref:+420 777 555 010\r\n"
    "item2.ADR;type=WORK;type=pref:;;Dlouhá 5;Praha;;110 00;Czechia\r\nitem2.X-ABADR:cz\r\n"
    "item3.URL;type=pref:https://jana.example\r\nitem3.X-ABLabel:_$!<HomePage>!$_\r\n"
    "BDAY;X-APPLE-OMIT-YEAR=1604:1604-04-09\r\n"
    "NOTE:Likes tea\\, hates phones.\\nAsk about Brno\r\n"
    "X-SOCIALPROFILE;type=linkedin;x-user=jananovak:https://www.linkedin.com/in/jananovak\r\n"
    "X-SOCIALPROFILE;type=gamecenter:x-apple:jana\r\nIMPP;X-SERVICE-TYPE=Skype;type=pref:skype:jana.novak\r\n"
    f"{PHOTO}\r\nX-ABShowAs:COMPANY\r\nUID:5C1B2F0E-7D3A-4C55-9A01-2B7E8A0D1F33:ABPerson\r\nEND:VCARD\r\n"
).encode()

ANDROID = (
    b"BEGIN:VCARD\r\nVERSION:2.1\r\n"
    b"N;CHARSET=UTF-8;ENCODING=QUOTED-PRINTABLE:=C3=96z;=C3=9C=6D=69=74;;;\r\n"
    b"FN;CHARSET=UTF-8;ENCODING=QUOTED-PRINTABLE:=C3=9C=6D=69=74=20=C3=\r\n=96=7A\r\n"
    b"TEL;CELL;PREF:0532-555-0101\r\nTEL;X-Sekreter:0312-555-0102\r\nEMAIL;HOME:umit@example.org\r\n"
    b"ADR;HOME;CHARSET=UTF-8;ENCODING=QUOTED-PRINTABLE:;;=C3=87=61=72=73=\r\n=C4=B1;;;;\r\n"
    b"ORG;CHARSET=UTF-8;ENCODING=QUOTED-PRINTABLE:=C3=96rnek A.=C5=9E.;Sat=C4=B1=C5=9F\r\n"
    b"BDAY:--1203\r\nNOTE:met on the ferry\r\n"
    b"PHOTO;ENCODING=BASE64;JPEG:/9j/4AAQSkZJRgABAQAAAQABAAD/2wBDAAUDBAQEAwUEBAQFBQUGBwwI\r\n"
    b" BwcHBw8LCwkMEQ8SEhEPERETFhwXExQaFRERGCEYGh0dHx8fExciJCIeJBweHx7/2Q==\r\n\r\nEND:VCARD\r\n"
)

OUTLOOK = (
    b"BEGIN:VCARD\r\nVERSION:2.1\r\nN;LANGUAGE=de;CHARSET=Windows-1252:Gr\xfcn;Bj\xf6rn\r\n"
    b"FN;CHARSET=Windows-1252:Bj\xf6rn Gr\xfcn\r\nORG:Contoso Werke;Vertrieb\r\nTITLE:Einkauf\r\nROLE:Buyer\r\n"
    b"NOTE;ENCODING=QUOTED-PRINTABLE:Kennt Ann=0D=0A=\r\nmag Kaffee, =\r\nschwarz=0D=0A=\r\n\r\n"
    b"TEL;WORK;VOICE:+49 (30) 5550-100\r\nTEL;CELL;VOICE:+49 (170) 555 0101\r\n"
    b"LABEL;WORK;PREF;ENCODING=QUOTED-PRINTABLE:Am Ufer 1=0D=0A=\r\nTel: 4711=0D=0A=\r\n10115 Berlin\r\n"
    b"X-MS-OL-DEFAULT-POSTAL-ADDRESS:2\r\nURL;WORK:http://contoso.example\r\nBDAY:19790518\r\n"
    b"EMAIL;PREF;INTERNET:bjoern@contoso.example\r\n"
    b"X-MS-CARDPICTURE;TYPE=JPEG;ENCODING=BASE64:\r\n /9j/4AAQSkZJRgABAQEAYABgAAD/2wBD\r\n AAMCAgMCAgMDAwMEAwMEBQgF\r\n\r\n"
    b'X-MS-OL-DESIGN;CHARSET=utf-8:<card xmlns="http://schemas.example/card" ver="1.0"><img/></card>\r\n'
    b"REV:20240212T101500Z\r\nEND:VCARD\r\n"
)

GOOGLE = (
    b"BEGIN:VCARD\nVERSION:3.0\nFN:Amara Okafor\nN:Okafor;Amara;;;\nEMAIL;TYPE=INTERNET;TYPE=HOME:amara@example.org\n"
    b"TEL;TYPE=CELL:+234 803 555 0100\nitem1.ORG:Lagos Lights\nitem1.TITLE:Founder\nBDAY:1988-07-30\n"
    b"item2.URL:https\\://www.linkedin.com/in/amara-okafor\nitem2.X-ABLabel:PROFILE\n"
    b"item3.X-ABRELATEDNAMES:Chidi\nitem3.X-ABLabel:_$!<Brother>!$_\nNOTE:From the panel\\nSecond line\n"
    b"PHOTO:https://pictures.example/contacts/abc\\,def\nCATEGORIES:Panel 2024,myContacts\nEND:VCARD\n"
)

THUNDERBIRD = (
    "BEGIN:VCARD\r\nVERSION:4.0\r\nEMAIL;PREF=2:second@example.org\r\nEMAIL;PREF=1:first@example.org\r\n"
    "FN:Łucja Wiśniewska\r\nN:Wiśniewska;Łucja;;;\r\nBDAY;VALUE=DATE:19910101\r\n"
    "TEL;VALUE=TEXT:+48 22 555 01 00\r\nORG:Wisła Design\r\nTITLE:Designer\r\nURL;VALUE=URL:https://lucja.example\r\n"
    "NOTE:Plays chess\\; draws\r\nUID:0d2f6f0e-3f0e-4c9e-8f8b-1c2d3e4f5a6b\r\nEND:VCARD\r\n"
).encode()

NEXTCLOUD = (
    "BEGIN:VCARD\r\nVERSION:4.0\r\nPRODID:-//Nextcloud Contacts v5.5\r\nUID:urn:uuid:7a3c-11\r\nFN:Inês Cardoso\r\n"
    'TEL;TYPE="voice,cell";VALUE=uri:tel:+351-21-555-0100;ext=12\r\nEMAIL;TYPE=WORK:mailto:ines%2Bwork@example.org\r\n'
    "ORG:Mar Aberto\\, Lda.\r\nCATEGORIES:lisbon,book club\r\nBDAY:--0229\r\n"
    'ADR;TYPE=HOME;LABEL="Rua: 1":;;Rua 1;Lisboa;;1100;Portugal\r\n'
    "X-SOCIALPROFILE;TYPE=MASTODON:https://social.example/@ines\r\nREV;VALUE=DATE-AND-OR-TIME:20240301T120000Z\r\n"
    "END:VCARD\r\n"
).encode()

EVOLUTION = (
    b"BEGIN:VCARD\r\nVERSION:3.0\r\nX-EVOLUTION-FILE-AS:Garc\xc3\xada\\, Luz\r\nUID:pas-id-5F3A\r\nN:Garc\xc3\xada;Luz;;;\r\n"
    b'FN:Luz Garc\xc3\r\n \xada\r\nTEL;X-COUCHDB-UUID="c2fa:1caa;29";TYPE=WORK,VOICE:91 555\r\n  01 00\r\n'
    b"EMAIL;TYPE=WORK;X-EVOLUTION-UI-SLOT=1:luz@example.es\r\nCATEGORIES:VIP\r\nEND:VCARD\r\n"
)

NOKIA = (
    b"BEGIN:VCARD\r\nVERSION:2.1\r\nN;ENCODING=QUOTED-PRINTABLE;CHARSET=UTF-8:M=C3=A4kinen;Aino\r\nTEL;VOICE;CELL:0405550100\r\n"
    b"TEL;CELL:0405550101\r\nURL:\r\nX-CLASS:private\r\nEND:VCARD\r\n"
)

DOCOMO = (
    b"BEGIN:VCARD\r\nVERSION:2.1\r\nN;CHARSET=SHIFT_JIS:\x8eR\x93c;\x89\xd4\x8eq;;;\r\n"
    b"SOUND;X-IRMC-N;CHARSET=SHIFT_JIS:\xd4\xcf\xc0\xde;\xca\xc5\xba;;;\r\nTEL;PREF;CELL:09055500100\r\n"
    b"ORG;CHARSET=SHIFT_JIS:\x94\\\x91\xe3\x8f\xa4\x93X\r\nEND:VCARD\r\n"
)

NOTES_CLIENT = (
    b"BEGIN:VCARD\nVERSION:3.0\nN:Baker;Theo;;Mr.;\nFN:Mr. Baker Theo\nNICKNAME:Theo\\,TB\nORG:Baker & Sons;Ovens\n"
    b"LABEL;TYPE=HOME,PARCEL,PREF:Theo Baker\\nSalt Lane 4\n"
    b"EMAIL;type=INTERNET;type=WORK;type=pref:theo@baker.example\nBDAY;value=date:1975-11-02\n"
    b"KEY;ENCODING=B:TUlJQ2FqQ0NBZE9nQXdJQkFnSUNCRVV3RFFZSktvWklodmNOQVFFRUJRQXdkekVM\n MTIzNA==\n"
    b"AGENT:BEGIN:VCARD\\nFN:Susan Thomas\\nEND:VCARD\\n\nNAME:VCard for Theo\nEND:VCARD\n"
)

WRITTEN: dict[str, tuple[bytes, Card]] = {
    "iPhone": (
        IPHONE,
        Card(
            name="Dr. Jana Novák",
            nickname="Jani",
            company="Most Labs, Research",
            role="Head of Research",
            emails=("jana.novak@example.org", "jana@mostlabs.example"),
            phones=("+420 777 555 010", "+420 2 555 01 00"),
            links=("https://jana.example", "https://www.linkedin.com/in/jananovak"),
            birthday="--04-09",
            notes="Likes tea, hates phones.\nAsk about Brno",
            uid="5C1B2F0E-7D3A-4C55-9A01-2B7E8A0D1F33:ABPerson",
            line=1,
        ),
    ),
    "Android": (
        ANDROID,
        Card(
            name="Ümit Öz",
            company="Örnek A.Ş., Satış",
            emails=("umit@example.org",),
            phones=("0532-555-0101", "0312-555-0102"),
            birthday="--12-03",
            notes="met on the ferry",
            line=1,
        ),
    ),
    "Outlook": (
        OUTLOOK,
        Card(
            name="Björn Grün",
            company="Contoso Werke, Vertrieb",
            role="Einkauf",
            emails=("bjoern@contoso.example",),
            phones=("+49 (30) 5550-100", "+49 (170) 555 0101"),
            links=("http://contoso.example",),
            birthday="1979-05-18",
            notes="Kennt Ann\nmag Kaffee, schwarz",
            line=1,
        ),
    ),
    "Google": (
        GOOGLE,
        Card(
            name="Amara Okafor",
            company="Lagos Lights",
            role="Founder",
            emails=("amara@example.org",),
            phones=("+234 803 555 0100",),
            links=("https\\://www.linkedin.com/in/amara-okafor",),
            birthday="1988-07-30",
            notes="From the panel\nSecond line",
            tags=("Panel 2024",),
            line=1,
        ),
    ),
    "Thunderbird": (
        THUNDERBIRD,
        Card(
            name="Łucja Wiśniewska",
            company="Wisła Design",
            role="Designer",
            emails=("first@example.org", "second@example.org"),
            phones=("+48 22 555 01 00",),
            links=("https://lucja.example",),
            birthday="1991-01-01",
            notes="Plays chess; draws",
            uid="0d2f6f0e-3f0e-4c9e-8f8b-1c2d3e4f5a6b",
            line=1,
        ),
    ),
    "Nextcloud": (
        NEXTCLOUD,
        Card(
            name="Inês Cardoso",
            company="Mar Aberto, Lda.",
            emails=("ines+work@example.org",),
            phones=("+351-21-555-0100",),
            links=("https://social.example/@ines",),
            birthday="--02-29",
            tags=("lisbon", "book club"),
            uid="7a3c-11",
            line=1,
        ),
    ),
    "Evolution": (
        EVOLUTION,
        Card(
            name="Luz García",
            emails=("luz@example.es",),
            phones=("91 555 01 00",),
            tags=("VIP",),
            uid="pas-id-5F3A",
            line=1,
        ),
    ),
    "Nokia": (NOKIA, Card(name="Aino Mäkinen", phones=("0405550100", "0405550101"), line=1)),
    "DoCoMo": (DOCOMO, Card(name="山田 花子", company="能代商店", phones=("09055500100",), line=1)),
    "Lotus Notes": (
        NOTES_CLIENT,
        Card(
            name="Mr. Baker Theo",
            nickname="Theo,TB",
            company="Baker & Sons, Ovens",
            emails=("theo@baker.example",),
            birthday="1975-11-02",
            line=1,
        ),
    ),
}
"""Files by the program that writes such ones, each with the person it tells of."""
