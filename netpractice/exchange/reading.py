"""Any file of contacts: which reader it needs is told by what is in it, never by its name."""

from __future__ import annotations

import re
from collections.abc import Mapping

from netpractice.domain.cards import Reading
from netpractice.exchange.encodings import decode
from netpractice.exchange.refusals import refuse_binary, refuse_text
from netpractice.exchange.tables import read_table

_CARD = re.compile(r"(?:^|\r)[ \t]*BEGIN[ \t]*:[ \t]*VCARD", re.IGNORECASE | re.MULTILINE)


def read_file(file: str, data: bytes, columns: Mapping[str, str] | None = None) -> Reading:
    """The people in a file of vCards or a table.

    Args:
        file: its name as the user gave it, for messages.
        data: its bytes.
        columns: for a table: for each field the header or the number, from 1, of its column.

    Raises:
        InputError: it isn't contacts; the message says what it is, and the way out.
    """
    refuse_binary(file, data)
    text = decode(data)
    if _CARD.search(text):
        from netpractice.exchange.vcard import read_vcards

        return read_vcards(file, data)
    refuse_text(file, text)
    return read_table(file, data, columns)
