"""Which program wrote a table, and which tables aren't contacts at all: told by their headers."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from netpractice.domain.errors import InputError
from netpractice.exchange.headers import squeezed

OWN = "netpractice contacts"
LINKEDIN = "LinkedIn connections"
TABLE = "table of contacts"

_KINDS: tuple[tuple[str, frozenset[str]], ...] = (
    (OWN, frozenset({"circle", "howwemet"})),
    ("Google contacts", frozenset({"emailvalue"})),
    ("Google contacts", frozenset({"phonevalue"})),
    ("Google contacts", frozenset({"groupmembership"})),
    ("Google contacts", frozenset({"organizationname", "organizationtitle"})),
    ("Thunderbird address book", frozenset({"primaryemail"})),
    ("Thunderbird address book", frozenset({"primareemailadresse"})),
    ("Thunderbird address book", frozenset({"premiereadresseelectronique"})),
    ("Outlook contacts", frozenset({"emailaddress", "businessphone"})),
    ("Outlook contacts", frozenset({"emailtype"})),
    ("Outlook contacts", frozenset({"emailtyp"})),
    ("Outlook contacts", frozenset({"telefongeschaftlich", "weiterevornamen"})),
    ("Outlook contacts", frozenset({"adressedemessagerie", "deuxiemeprenom"})),
    ("Outlook contacts", frozenset({"direcciondecorreoelectronico", "segundonombre"})),
    ("Outlook contacts", frozenset({"enderecodeemail", "telefonecomercial"})),
    ("Outlook contacts", frozenset({"indirizzopostaelettronica", "secondonome"})),
    ("Outlook contacts", frozenset({"電子メールアドレス", "ミドルネーム"})),
    ("HubSpot contacts", frozenset({"recordid", "lifecyclestage"})),
)
"""Each kind with headers that it alone has together, squeezed."""

_FROM_ARCHIVE = "Take Connections.csv out of the same archive"
_FROM_PROGRAM = "Export the contacts or the address book as vCards (.vcf) or as a table (.csv)"

_NOT_CONTACTS: tuple[tuple[str, frozenset[str], str], ...] = (
    ("LinkedIn's messages", frozenset({"conversationid", "content"}), _FROM_ARCHIVE),
    ("LinkedIn's messages", frozenset({"from", "to", "date", "subject", "content"}), _FROM_ARCHIVE),
    ("LinkedIn's invitations", frozenset({"from", "to", "sentat", "direction"}), _FROM_ARCHIVE),
    ("LinkedIn's invitations", frozenset({"inviterprofileurl", "inviteeprofileurl"}), _FROM_ARCHIVE),
    ("your own LinkedIn profile", frozenset({"headline", "summary", "industry"}), _FROM_ARCHIVE),
    ("LinkedIn's list of your positions", frozenset({"companyname", "title", "startedon"}), _FROM_ARCHIVE),
    ("LinkedIn's list of your schools", frozenset({"schoolname", "startdate"}), _FROM_ARCHIVE),
    ("LinkedIn's list of companies that you follow", frozenset({"organization", "followedon"}), _FROM_ARCHIVE),
    ("LinkedIn's list of your own addresses", frozenset({"emailaddress", "confirmed", "primary"}), _FROM_ARCHIVE),
    ("LinkedIn's list of endorsements", frozenset({"endorsementdate", "skillname"}), _FROM_ARCHIVE),
    ("a calendar", frozenset({"subject", "startdate", "enddate"}), _FROM_PROGRAM),
    ("a calendar", frozenset({"betreff", "beginntam", "endetam"}), _FROM_PROGRAM),
    ("a list of mails", frozenset({"subject", "from", "to"}), _FROM_PROGRAM),
)
"""Each kind of table that isn't contacts, with headers that it has, squeezed, and the way out."""


def kind_of(headers: Sequence[str]) -> str:
    """The kind of a table of contacts that isn't LinkedIn's, in words."""
    words = {squeezed(header) for header in headers}
    return next((kind for kind, telling in _KINDS if telling <= words), TABLE)


def refuse_other_tables(file: str, rows: Iterable[Sequence[str]]) -> None:
    """Refuse a table of which one of the first rows shows that it is something else.

    Raises:
        InputError: it isn't contacts.
    """
    for row in rows:
        words = {squeezed(cell) for cell in row}
        for what, telling, way_out in _NOT_CONTACTS:
            if telling <= words:
                raise InputError(f"this is {what}, not contacts", where=file, way_out=way_out)
