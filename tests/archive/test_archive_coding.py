"""What is stored is what was read, to the last field."""

import dataclasses
import datetime as dt
import math
import zlib
from pathlib import Path

import pytest
from conftest import SEEDS

from factcheck.archive import coding
from factcheck.ingest.read import read
from factcheck.ingest.text import article
from factcheck.model import Claim, Entity, Interval, Quantity, Span, TimeExpression
from factcheck.readings import read_closely
from factcheck.settings import Settings
from factcheck.terms import ClaimKind, EntityKind, TimeBasis

STORIES = Path(__file__).parent.parent / "stories" / "dev"


@pytest.fixture(scope="module")
def readings():
    articles = read([SEEDS, *sorted(path for path in STORIES.iterdir() if path.is_dir())[:6]])
    return [(a, read_closely(a, Settings())) for a in articles]


def test_readings_come_back_exactly(readings):
    for original, reading in readings:
        stored = coding.decode_article(coding.encode_article(original))
        again = coding.decode_reading(coding.encode_reading(reading), stored)
        assert (stored, again) == (original, reading)
        assert repr((stored, again)) == repr((original, reading))  # 40 equals 40.0, and reads otherwise


def test_every_kind_of_value_comes_back_with_half_characters_and_without_bounds():
    original = dataclasses.replace(article("Twelve \ud800 people died.", path="p\udcff"), title="\ud83d")
    reading = read_closely(original, Settings())
    span, days = Span(start=0, end=6), Interval(low=dt.date(1, 1, 1), high=None)
    values = (
        Quantity(span=span, interval=Interval(low=0.1 + 0.2, high=math.inf), unit="\ud800"),
        TimeExpression(span=span, interval=days, grain="day", basis=TimeBasis.ABSOLUTE, symbol="\ud800"),
        Entity(span=span, kind=EntityKind.PERSON, key="\ud800"),
        None,
    )
    about = {"article_id": original.id, "sentence": 0, "span": span, "text": "\ud800", "kind": ClaimKind.QUANTITY}
    claims = tuple(Claim(id=str(number), value=value, **about) for number, value in enumerate(values))
    reading = dataclasses.replace(reading, claims=(*reading.claims, *claims))
    stored = coding.decode_article(coding.encode_article(original))
    assert stored == original
    assert coding.decode_reading(coding.encode_reading(reading), stored) == reading


def test_every_field_of_a_claim_is_stored():
    stored = set(coding._StoredClaim.__struct_fields__)
    assert stored >= {field.name for field in dataclasses.fields(Claim)} - {"value"}


@pytest.mark.parametrize(
    "data", [b"", b"\x00", zlib.compress(b""), zlib.compress(b"p"), zlib.compress(b"x{}"), zlib.compress(b"e{}")]
)
def test_what_was_not_encoded_here_is_undecodable(data):
    with pytest.raises(coding.Undecodable):
        coding.decode_article(data)


def test_a_changed_byte_is_noticed():
    data = bytearray(coding.encode_article(article("Twelve people died in Elland.", path="a.txt")))
    for place in range(len(data)):
        changed = bytes((*data[:place], data[place] ^ 0x55, *data[place + 1 :]))
        with pytest.raises(coding.Undecodable):
            coding.decode_article(changed)
