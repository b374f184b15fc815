"""Articles and readings as bytes and back, exactly: msgspec, compressed. A checksum is part of the compression."""

from __future__ import annotations

import json
import zlib
from collections.abc import Sequence
from dataclasses import replace
from typing import Any, TypeVar, get_type_hints

import msgspec

from factcheck.model import Anchor, Article, Claim, Entity, Quantity, Sentence, TimeExpression
from factcheck.readings import Reading

Record = TypeVar("Record")

_LEVEL = 6
_PACKED, _ESCAPED = b"p", b"e"  # how a record is written, as its first byte

# A claim's value is one of three records, and msgspec tells records in a union apart only by a tag that ours lack: so each
# kind of value has a field of its own. All else is as in Claim, whatever Claim comes to hold.
_PLAIN = {name: hint for name, hint in get_type_hints(Claim).items() if name != "value"}
_VALUES: tuple[tuple[str, type], ...] = (("quantity", Quantity), ("time", TimeExpression), ("entity", Entity))
_StoredClaim: Any = msgspec.defstruct(
    "_StoredClaim", [*_PLAIN.items(), *((name, kind | None, None) for name, kind in _VALUES)]
)
_StoredReading: Any = msgspec.defstruct(
    "_StoredReading",
    [("published", Anchor), ("sentences", tuple[Sentence, ...]), ("claims", tuple[_StoredClaim, ...])],
)


class Undecodable(ValueError):
    """The bytes are not what was written, or were written for other records."""


def encode_article(article: Article) -> bytes:
    """The article as bytes, from which ``decode_article`` makes an equal one."""
    return _encode(article)


def decode_article(data: bytes) -> Article:
    """The article that was encoded. Raises Undecodable."""
    return _decode(data, Article)


def encode_reading(reading: Reading) -> bytes:
    """What a reading holds beside its article's text: the date found for it, the sentences, the claims."""
    claims = tuple(_stored(claim) for claim in reading.claims)
    return _encode(_StoredReading(published=reading.article.published, sentences=reading.sentences, claims=claims))


def decode_reading(data: bytes, article: Article) -> Reading:
    """The reading of ``article`` that was encoded. Raises Undecodable."""
    stored = _decode(data, _StoredReading)
    return Reading(
        article=replace(article, published=stored.published),
        sentences=stored.sentences,
        claims=tuple(_claim(claim) for claim in stored.claims),
    )


def encode_terms(terms: Sequence[str]) -> bytes:
    """The terms as bytes."""
    return _encode(tuple(terms))


def decode_terms(data: bytes) -> tuple[str, ...]:
    """The terms that were encoded. Raises Undecodable."""
    return _decode(data, tuple[str, ...])


def _stored(claim: Claim) -> object:
    values = {name: claim.value for name, kind in _VALUES if isinstance(claim.value, kind)}
    return _StoredClaim(**{name: getattr(claim, name) for name in _PLAIN}, **values)


def _claim(stored: object) -> Claim:
    values = [value for name, _ in _VALUES if (value := getattr(stored, name)) is not None]
    return Claim(value=values[0] if values else None, **{name: getattr(stored, name) for name in _PLAIN})


def _encode(record: object) -> bytes:
    try:
        data = _PACKED + msgspec.msgpack.encode(record)
    except UnicodeEncodeError:  # half a character, as JSON input can hold it; JSON's escapes keep even that
        data = _ESCAPED + json.dumps(msgspec.to_builtins(record)).encode("ascii")
    return zlib.compress(data, _LEVEL)


def _decode(data: bytes, kind: type[Record]) -> Record:
    try:
        plain = zlib.decompress(data)
        if plain[:1] == _PACKED:
            return msgspec.msgpack.decode(plain[1:], type=kind)
        if plain[:1] == _ESCAPED:
            return msgspec.convert(json.loads(plain[1:]), kind)
    except (zlib.error, msgspec.MsgspecError, ValueError, TypeError) as error:
        raise Undecodable(str(error)) from None
    raise Undecodable("written in a way that this version does not know")
