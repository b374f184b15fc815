"""How a date form is written down, and how forms are matched against the codes of a lexed text.

A ``Form`` is data: a pattern, the symbol it makes, and an example that the tests hold it to. In a pattern a word in
capitals is a class of ``words`` (``MONTH``, ``YEAR``), a word in small letters or a mark is itself, ``a|b`` is
either, ``?`` makes the element optional. In the symbol ``{MONTH}`` is what that class's word stands for (``{MONTH2}``
the second such word), ``{TENSE}`` the direction that the clause's tense gives.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass

from factcheck.extract.times.words import CLASSES, DASH, NUMBER_CODES, POSSESSIVE, Lexed

Guard = Callable[[Lexed, int, int], bool]


@dataclass(frozen=True, slots=True)
class Form:
    """One way to write a time. ``example`` reads as text → symbol, or as text alone where the guard must refuse it.

    ``guard`` says, given the tokens [i, j) that matched, whether the context allows the reading.
    """

    pattern: str
    symbol: str
    examples: tuple[tuple[str, str | None], ...]
    guard: Guard | None = None


def form(pattern: str, symbol: str, *examples: str, guard: Guard | None = None) -> Form:
    """A form with its examples, each ``"text = symbol"``, or ``"text = nothing"`` for a near miss."""
    pairs = []
    for example in examples:
        text, _, wanted = example.rpartition(" = ")
        pairs.append((text, None if wanted == "nothing" else wanted))
    return Form(pattern=pattern, symbol=symbol, examples=tuple(pairs), guard=guard)


@dataclass(frozen=True, slots=True)
class Hit:
    """Tokens [first, last) of a text read by one form; the symbol may still hold ``{TENSE}``."""

    first: int
    last: int
    symbol: str


class Grammar:
    """Forms compiled against the vocabulary that they and the classes use."""

    def __init__(self, forms: tuple[Form, ...], extra_words: tuple[str, ...] = ()) -> None:
        words = {word for words in CLASSES.values() for word in words} | set(extra_words) | {DASH, ",", ".", "-", "/"}
        for each in forms:
            for element in each.pattern.split():
                words.update(w for w in element.rstrip("?").split("|") if not w.isupper() and w)
        # The private use area: no code can be mistaken for a number's.
        self.vocabulary: Mapping[str, str] = {word: chr(0xE000 + i) for i, word in enumerate(sorted(words))} | {
            "'s": POSSESSIVE
        }
        self._by_first: dict[str, list[_Compiled]] = {}
        self._by_pair: dict[str, tuple[_Compiled, ...]] = {}  # filled as texts bring the pairs
        for each in forms:
            compiled = _Compiled(each, self.vocabulary)
            for code in compiled.firsts:
                self._by_first.setdefault(code, []).append(compiled)
        self._start = re.compile("[" + re.escape("".join(sorted(self._by_first))) + "]")

    def read(self, lexed: Lexed) -> Iterator[Hit]:
        """The longest readings from left to right that their guards admit; of equal ones the form declared first."""
        at = 0
        while match := self._start.search(lexed.codes, at):
            i = match.start()
            hit = self._longest(lexed, i)
            if hit is None:
                at = i + 1
            else:
                yield hit
                at = hit.last

    def _beginning(self, pair: str) -> tuple[_Compiled, ...]:
        """The forms that can begin with these two codes (one at the end of a text), in the order declared."""
        found = self._by_pair.get(pair)
        if found is None:
            found = tuple(each for each in self._by_first[pair[0]] if each.may_begin(pair))
            self._by_pair[pair] = found
        return found

    def _longest(self, lexed: Lexed, i: int) -> Hit | None:
        found = []
        for compiled in self._beginning(lexed.codes[i : i + 2]):
            match = compiled.regex.match(lexed.codes, i)
            if match:
                found.append((match.end(), compiled, match))
        found.sort(key=lambda item: -item[0])
        for end, compiled, match in found:
            guard = compiled.form.guard
            if guard is None or guard(lexed, i, end):
                return Hit(i, end, compiled.symbol(lexed, match))
        return None


class _Compiled:
    """A form with its pattern turned into a regular expression over codes."""

    def __init__(self, form: Form, vocabulary: Mapping[str, str]) -> None:
        self.form = form
        self.firsts: set[str] = set()
        self.classes: list[str] = []
        pieces: list[str] = []
        open_start = True
        row: list[tuple[str, bool]] = []
        for element in form.pattern.split():
            optional = element.endswith("?") and element != "?"
            names = element.rstrip("?").split("|")
            codes = "".join(_codes(name, vocabulary) for name in names)
            if open_start:
                self.firsts.update(codes)
            open_start = open_start and optional
            row.append((codes, optional))
            self.classes.append(names[0] if names[0].isupper() else "")
            pieces.append(f"([{re.escape(codes)}]){'?' if optional else ''}")
        self.regex = re.compile("".join(pieces))
        self._row = tuple(row)

    def may_begin(self, pair: str) -> bool:
        """Whether a text of the form can begin with the two codes, or be the first of them alone."""
        return any(
            pair[0] in codes and self._may_follow(n + 1, pair[1:])
            for n, (codes, _) in enumerate(self._row)
            if all(optional for _, optional in self._row[:n])
        )

    def _may_follow(self, n: int, code: str) -> bool:
        for codes, optional in self._row[n:]:
            if code and code in codes:
                return True
            if not optional:
                return False
        return True

    def symbol(self, lexed: Lexed, match: re.Match[str]) -> str:
        values: dict[str, str] = {"TENSE": "{TENSE}", "NUMBER": "1"}
        for group, name in enumerate(self.classes, 1):
            if name and match.start(group) >= 0:
                key = f"{name}2" if name in values and name != "NUMBER" else name
                values[key] = value_of(name, lexed.words[match.start(group)])
        values["AGE"] = values["YEAR"][:2] if "YEAR" in values else _age(lexed, match.start())
        return self.form.symbol.format_map(values)


def _age(lexed: Lexed, i: int) -> str:
    """The hundreds of a decade in two digits: those of the decade before it ("the 1930s and 40s"), else the nearest."""
    before = lexed.raw(i - 2)
    if before[:4].isdigit():
        return before[:2]
    return "20" if lexed.raw(i).strip("'’‘")[:1] in "01" else "19"


def _codes(name: str, vocabulary: Mapping[str, str]) -> str:
    if not name.isupper():
        return vocabulary[name]
    words = CLASSES.get(name, {})
    return "".join(vocabulary[word] for word in words) + NUMBER_CODES.get(name, "")


def value_of(name: str, word: str) -> str:
    """What a word of a class puts into the symbol."""
    words = CLASSES.get(name)
    if words and word in words:
        return words[word]
    digits = "".join(c for c in word if c.isdigit())
    if name == "DAY":
        return digits.zfill(2)
    if name == "DECADE":
        return digits[:3]
    if name == "DECADE2":
        return digits[0]
    if name == "DATE":
        return _numeric_date(word)
    return digits.lstrip("0") or "0" if name in ("NUMBER", "NTH") else digits


def _numeric_date(word: str) -> str:
    """The symbol of a date in digits; both readings where day and month cannot be told apart."""
    parts = re.split(r"[/.-]", word)
    if len(parts[0]) == 4:
        return f"{parts[0]}-{parts[1]:>02}-{parts[2]:>02}"
    first, second, year = parts
    if len(year) == 2:
        year = ("20" if year < "50" else "19") + year
    day_first, month_first = f"{year}-{second:>02}-{first:>02}", f"{year}-{first:>02}-{second:>02}"
    if "." in word or first == second or int(first) > 12:
        return day_first  # dots are written day first
    return month_first if int(second) > 12 else f"{day_first}|{month_first}"
