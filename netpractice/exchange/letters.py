"""The letters and signs beyond ASCII that Europe writes with: data, by which `encodings` tells words from their likes."""

from __future__ import annotations

COMMON = frozenset("äöüßéèçñáíóêàâôîïëúãõåøæœžšÄÖÜÉÈÇÑÁÍÓÅØÆŽŠÀÊÂÔÎÚ")
"""Letters of western Europe that many names and words have."""

LETTERS = frozenset("ìòùûÿýðþÌÒÙÛÝÐÞËÏÃÕŒŸąęłńśźżćőűřěůčďťňĺľŕăşţđĄĘŁŃŚŹŻĆŐŰŘĚŮČĎŤŇŞŢĐ")
"""Letters of Europe that fewer words have."""

ALPHABETS = tuple(
    map(
        frozenset,
        (
            "äöüßéèàáçëïñóô", "àâçéèêëîïôœùûüÿñ", "áéíóúüñçàèòï", "áâãàçéêíóôõúü", "àèéìíîòóùú", "æøåäöéü", "äöüõšžåé",
            "áéíóúýþæöð", "áčďéěíňóřšťúůýž", "áäčďéíĺľňóôŕšťúýž", "ąćęłńóśźż", "áéíóöőúüű", "ăâîşţ", "čćđšž", "çğıöşüâî",
        ),
    )
)  # fmt: skip
"""The letters of which the words of one language are made: a word in two of them was read in the wrong encoding.

German and Dutch, French, Spanish and Catalan, Portuguese, Italian and Gaelic, the Nordic ones, Estonian and Finnish,
Icelandic, Czech, Slovak, Polish, Hungarian, Romanian, Croatian and its neighbours, Turkish.
"""

SIGNS = frozenset("’‘“”„«»–—")
"""Quotation marks and dashes, which stand around words, and an apostrophe within them."""

RARE_SIGNS = frozenset("…€£°§©®™·•ºª¿¡\xa0´")
