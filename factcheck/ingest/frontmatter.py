"""The header of a text file: ``key: value`` lines between two lines of dashes. A small reader of its own, not YAML."""

import re
from dataclasses import dataclass

from factcheck.model import Span

# A longer or wider "header" is an article that happens to begin with a rule.
_MOST_LINES = 60
_FIELD = re.compile(r"([A-Za-z][\w -]{0,40}?)[ \t]*:[ \t]*(.*)", re.DOTALL)
_QUOTES = {'"': '"', "'": "'"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Field:
    """One line of the header: its key in lower case, its value without quotation marks, and where the value stands."""

    key: str
    value: str
    span: Span


@dataclass(frozen=True, slots=True, kw_only=True)
class FrontMatter:
    """The header of a file. ``end`` is where the article itself begins; 0 when there is no header."""

    fields: tuple[Field, ...] = ()
    end: int = 0

    def get(self, key: str) -> Field | None:
        """The first field of that name that has a value."""
        return next((field for field in self.fields if field.key == key and field.value), None)

    def value(self, key: str) -> str | None:
        """The value of that field, None when it is missing or empty."""
        field = self.get(key)
        return field.value if field else None


def front_matter(text: str) -> FrontMatter:
    """Read the header that ``text`` begins with; without a closed one, an empty header that ends at 0."""
    if not text.startswith("---"):
        return FrontMatter()
    fields: list[Field] = []
    offset = 0
    for number, line in enumerate(_first_lines(text)):
        bare = line.strip()
        start, offset = offset, offset + len(line)
        if number == 0:
            if bare != "---":
                return FrontMatter()
        elif bare in ("---", "..."):
            return FrontMatter(fields=tuple(fields), end=offset) if fields else FrontMatter()
        elif match := _FIELD.match(line.rstrip()):
            fields.append(_field(match, start))
        elif bare and not bare.startswith(("#", "-", "[", "]")) and not line[0].isspace():
            return FrontMatter()
    return FrontMatter()


def _first_lines(text: str) -> list[str]:
    # Cut first, so that a file of one huge line costs nothing here.
    return text[:20_000].splitlines(keepends=True)[:_MOST_LINES]


def _field(match: re.Match[str], line_start: int) -> Field:
    key, value = match.group(1).strip().lower(), match.group(2)
    start = line_start + match.start(2)
    if len(value) > 1 and _QUOTES.get(value[0]) == value[-1]:
        value, start = value[1:-1], start + 1
    start += len(value) - len(value.lstrip())
    value = value.strip()
    return Field(key=key, value=value, span=Span(start=start, end=start + len(value)))
