"""From bytes to text: UTF-8 first, then what the bytes look like. The text keeps its newlines; a byte-order mark goes."""

import codecs
import logging
import re

from factcheck.errors import UnreadableInput

# An encoding is guessed from this much around the first byte that is not UTF-8: guessing from megabytes takes seconds.
_SAMPLE = 32_768
# With fewer other bytes than this the text is Western, and Windows' own encoding is the better guess: a single pound sign or
# accent is too little to guess from.
_WESTERN_SHARE = 0.2
# Encodings that English news comes in; rarer ones only ever fit by accident.
_CANDIDATES = ["cp1252", "cp1250", "mac_roman", "gb18030", "shift_jis", "euc_kr", "big5", "cp1251", "koi8_r"]
# Text has hardly any control characters; a file with more of them is something else.
_MOST_CONTROL_SHARE = 0.05
_CONTROL = re.compile(r"[\x00-\x08\x0e-\x1f\x7f\ufffe\uffff]")
_BOMS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_SIGNATURES = (
    (b"%PDF", "a PDF"),
    (b"PK\x03\x04", "a Word file or an archive"),
    (b"\xd0\xcf\x11\xe0", "an Office file"),
    (b"\x89PNG", "a picture"),
    (b"\xff\xd8\xff", "a picture"),
    (b"GIF8", "a picture"),
    (b"\x1f\x8b", "a compressed file"),
    (b"{\\rtf", "an RTF file"),
)
_META_CHARSET = re.compile(
    rb"<(?:meta|\?xml)[^>]{0,200}?(?:charset|encoding)\s{0,4}=\s{0,4}[\"']?([A-Za-z0-9_-]{2,30})"
)

logging.getLogger("charset_normalizer").addHandler(logging.NullHandler())


def decode(data: bytes, *, declared: str | None = None) -> str:
    """The text in ``data``. ``declared`` is the encoding its sender names, believed when it fits.

    Raises ``UnreadableInput`` with the reason and the remedy when there is no text in it.
    """
    if not data.strip():
        raise UnreadableInput("it is empty; remove it or put the article's text in it")
    for signature, what in _SIGNATURES:
        if data.startswith(signature):
            raise UnreadableInput(f"it is {what}; save its text as .txt or .html")
    text = _decoded(data, declared)
    if text is None or len(_CONTROL.findall(text)) > _MOST_CONTROL_SHARE * len(text):
        raise UnreadableInput("it holds binary data, not text; save the article as UTF-8 text")
    if not text.strip():
        raise UnreadableInput("it is empty; remove it or put the article's text in it")
    return text


def declared_charset(data: bytes) -> str | None:
    """The encoding that an HTML page names in its head."""
    match = _META_CHARSET.search(data[:4096])
    return match.group(1).decode("ascii") if match else None


def _decoded(data: bytes, declared: str | None) -> str | None:
    for mark, encoding in _BOMS:
        if data.startswith(mark):
            return _try(data[len(mark) :], encoding)
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError as error:
        first_bad = error.start
    if declared and (text := _try(data, declared)) is not None:
        return text
    sample = data[max(0, first_bad - _SAMPLE) : first_bad + _SAMPLE]
    if _is_damaged_utf8(sample):
        return data.decode("utf-8", "replace")
    others = sum(byte > 127 for byte in sample)
    if others < _WESTERN_SHARE * len(sample) and (text := _try(data, "cp1252")) is not None:
        return text
    guess = _guess(sample)
    return _try(data, guess) if guess else None


def _is_damaged_utf8(sample: bytes) -> bool:
    """Whether nearly all of its other characters are good UTF-8: one broken byte must not garble every quotation mark."""
    text = sample.decode("utf-8", "replace")
    bad = text.count("\ufffd")
    others = sum(character > "\x7f" for character in text)
    return others - bad > 4 * bad


def _try(data: bytes, encoding: str) -> str | None:
    try:
        return data.decode(encoding)
    except (UnicodeDecodeError, LookupError, ValueError):
        return None


def _guess(sample: bytes) -> str | None:
    from charset_normalizer import from_bytes

    best = from_bytes(sample, cp_isolation=_CANDIDATES).best()
    return best.encoding if best else None
