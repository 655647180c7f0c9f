"""What a save changes in a file and, byte for byte, what it leaves alone."""

from __future__ import annotations

import json
from collections.abc import Iterable
from typing import Any, TypeAlias

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from netpractice.domain.changes import Image
from netpractice.domain.records import Conversation, Debrief, Participant, Record, Records
from netpractice.store.codec import encode
from netpractice.store.documents import Documents, Swap
from tests.store.anything import again, any_record, books
from tests.store.making import NOW, contact

Tables: TypeAlias = dict[str, dict[str, dict[str, Any]]]

ANN, BEN, CAT = contact("Ann"), contact("Ben"), contact("Cat")


def bytes_of(documents: Documents) -> bytes:
    return b"".join(documents.encode())


def put(data: bytes, *images: Image) -> tuple[bytes, tuple[Swap, ...]]:
    """The file after new images, and what they did."""
    documents = Documents(data)
    swaps = documents.put(images)
    return bytes_of(documents), swaps


def repeat(data: bytes, images: Iterable[Image], swaps: Iterable[Swap]) -> bytes:
    """The file after images that were carried out before."""
    documents = Documents(data)
    documents.repeat(images, swaps)
    return bytes_of(documents)


def undo(data: bytes, images: tuple[Image, ...], swaps: tuple[Swap, ...]) -> bytes:
    """The file after the inverse of images."""
    return repeat(
        data,
        [Image(image.after, image.before) for image in reversed(images)],
        [swap.inverse for swap in reversed(swaps)],
    )


def as_json(data: bytes) -> Tables:
    tables: Tables = json.loads(data)
    return tables


def test_a_new_file_says_its_schema_and_takes_records() -> None:
    documents = Documents(None)
    documents.put([Image(None, ANN), Image(None, BEN)])
    file = as_json(bytes_of(documents))
    assert file["meta"] == {"1": {"schema": 1}}
    assert [file["contacts"][number]["name"] for number in ("1", "2")] == ["Ann", "Ben"]


def test_what_no_image_touches_keeps_its_bytes() -> None:
    odd = b'{"meta":{"1":{"schema":1}},"pets":{"3":{ "n" : 1.50e+3 }},"contacts":{"1":{"id":"x", "odd":"\\u0041"}}}'
    assert bytes_of(Documents(odd)) == odd
    after, _ = put(odd, Image(None, ANN))
    assert after.startswith(odd[:-2] + b',"2":')


def test_a_number_is_one_more_than_the_greatest() -> None:
    data, _ = put(b'{"contacts":{"7":{"id":"x"},"3":{"id":"y"}}}', Image(None, ANN))
    assert list(as_json(data)["contacts"]) == ["7", "3", "8"]


def test_a_table_of_many_documents_is_written_whole() -> None:
    many = [contact(f"N{number}") for number in range(1001)]
    data, _ = put(encode(Records()), *(Image(None, each) for each in many))
    assert [each["name"] for each in as_json(data)["contacts"].values()] == [each.name for each in many]


@given(books, st.lists(any_record, max_size=6), st.data())
def test_undoing_gives_back_the_very_bytes_and_redoing_too(
    records: Records, fresh: list[Record], data: st.DataObject
) -> None:
    before = encode(records)
    there = [record for name in records.__struct_fields__ for record in records.table(name).values()]
    chosen = (
        data.draw(st.lists(st.sampled_from(there), unique_by=lambda record: (record.table, record.id))) if there else []
    )
    images = {
        (record.table, record.id): Image(record, data.draw(st.sampled_from([None, again(record)]))) for record in chosen
    }
    for record in fresh:
        if record.id not in records.table(record.table):
            images[record.table, record.id] = Image(None, record)
    done = tuple(images.values())
    after, swaps = put(before, *done)
    assert undo(after, done, swaps) == before
    assert repeat(before, done, swaps) == after


def test_a_removed_record_comes_back_in_its_old_place() -> None:
    start = encode(Records(contacts={each.id: each for each in (ANN, BEN, CAT)}))
    removal = (Image(ANN, None), Image(BEN, None))
    after, swaps = put(start, *removal)
    assert list(as_json(after)["contacts"]) == ["3"]
    assert undo(after, removal, swaps) == start


def test_what_is_not_known_of_a_changed_record_is_kept() -> None:
    talk = Conversation(
        id="t",
        created=NOW,
        updated=NOW,
        day=NOW.date(),
        people=(Participant(name="Ann"), Participant(name="Ben")),
        debrief=Debrief(learnt="x"),
    )
    document = msgspec.to_builtins(talk) | {"mood": 1e400, "weather": {"rain": True}}
    document["people"] = [{"name": "Ann", "hat": "red"}, {"name": "Ben", "hat": "blue"}]
    document["debrief"] |= {"smiled": 12345678901234567890123}
    start = json.dumps({"conversations": {"1": document}}).encode().replace(b"Infinity", b"1e400")
    edited = msgspec.structs.replace(
        talk, people=(Participant(name="Ben"), Participant(name="Cat")), debrief=Debrief(help="y"), notes="new"
    )
    image = Image(talk, edited)
    after, swaps = put(start, image)
    [stored] = as_json(after)["conversations"].values()
    assert b'"mood":1e400' in after
    assert stored["weather"] == {"rain": True}
    assert stored["people"] == [{"name": "Ben", "hat": "blue"}, {"name": "Cat"}]
    assert stored["debrief"] == {"help": "y", "smiled": 12345678901234567890123}
    assert stored["notes"] == "new"
    [document_again] = as_json(undo(after, (image,), swaps).replace(b"1e400", b"0"))["conversations"].values()
    assert document_again == document | {"mood": 0}


def test_undoing_keeps_what_another_program_added_meanwhile() -> None:
    start = encode(Records(contacts={"ann": ANN}))
    image = Image(ANN, again(ANN))
    after, swaps = put(start, image)
    touched = after.replace(b'"name":"Ann"', b'"name":"Ann","hat":"red"')
    [stored] = as_json(undo(touched, (image,), swaps))["contacts"].values()
    assert stored == msgspec.to_builtins(ANN) | {"hat": "red"}


@pytest.mark.parametrize("after", [None, again(ANN)])
def test_a_record_that_is_gone_from_the_file_is_no_hindrance(after: Record | None) -> None:
    data, _ = put(encode(Records()), Image(ANN, after))
    assert len(as_json(data)["contacts"]) == (after is not None)


def test_undoing_a_removal_takes_another_number_if_the_old_one_is_taken() -> None:
    start = encode(Records(contacts={"ann": ANN}))
    image = Image(ANN, None)
    _, swaps = put(start, image)
    data = undo(encode(Records(contacts={"ben": BEN})), (image,), swaps)
    assert {number: each["name"] for number, each in as_json(data)["contacts"].items()} == {"1": "Ben", "2": "Ann"}


def test_a_record_that_is_in_their_file_already_is_not_written_twice() -> None:
    documents = Documents(encode(Records(contacts={"ann": ANN})), is_theirs=True)
    documents.put([Image(None, again(ANN)), Image(None, BEN)])
    assert [each["name"] for each in as_json(bytes_of(documents))["contacts"].values()] == ["Ann", "Ben"]


def test_what_is_written_and_edited_and_removed_in_one_save_is_gone() -> None:
    start = encode(Records(contacts={"ann": ANN}))
    documents = Documents(start)
    documents.put([Image(None, BEN), Image(BEN, again(BEN)), Image(again(BEN), None), Image(ANN, again(ANN))])
    documents.put([Image(again(ANN), ANN)])
    assert bytes_of(documents) == start


def test_a_number_is_never_given_twice_within_a_save() -> None:
    start = encode(Records(contacts={each.id: each for each in (ANN, BEN)}))
    removal = (Image(ANN, None), Image(BEN, None))
    after, swaps = put(start, *removal)
    documents = Documents(after)
    [added] = documents.put([Image(None, CAT)])
    documents.repeat([Image(CAT, None)], [added.inverse])
    documents.repeat([Image(None, BEN), Image(None, ANN)], [swap.inverse for swap in reversed(swaps)])
    documents.put([Image(None, CAT)])
    assert [each["name"] for each in as_json(bytes_of(documents))["contacts"].values()] == ["Ann", "Ben", "Cat"]
