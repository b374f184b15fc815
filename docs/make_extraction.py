"""Renews the tables of docs/extraction.md from the tables that the grammar reads: python docs/make_extraction.py

Each row's example is run by the tests of the grammar; that the page holds these rows is checked by one of its own.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from factcheck.extract.quantities.designators import kinds
from factcheck.extract.quantities.hedges import Shape, wordings
from factcheck.extract.quantities.numbers import ORDERS
from factcheck.extract.quantities.roles import roles
from factcheck.extract.quantities.units import currencies, units
from factcheck.extract.times.forms_absolute import ABSOLUTE
from factcheck.extract.times.forms_relative import RELATIVE

PAGE = Path(__file__).with_name("extraction.md")
OPENING, CLOSING = "<!-- made by docs/make_extraction.py -->\n", "<!-- end of what is made -->\n"
_SHAPES = {
    Shape.AROUND: "about: half a unit of the last significant digit either side",
    Shape.BELOW: "about: from nine tenths of the figure up to it",
    Shape.FLOOR: "at_least: no upper bound",
    Shape.OVER: "more_than: no upper bound",
    Shape.CEILING: "at_most: no lower bound",
    Shape.UNDER: "less_than: no lower bound",
    Shape.PLAIN: "exact: the words belong to the figure",
}


def renewed(page: str) -> str:
    """``page`` with its tables as the grammar has them now."""
    before, _, rest = page.partition(OPENING)
    return before + OPENING + "\n" + "\n".join(_tables()) + "\n" + CLOSING + rest.partition(CLOSING)[2]


def _tables() -> Iterator[str]:
    yield from _table(
        "Units", ("unit", "measures", "example"), ((u.name, u.dimension, u.example) for u in units().values())
    )
    yield from _table("Currencies", ("code", "example"), ((c.code, c.example) for c in currencies().values()))
    rows = [
        (shape, wording)
        for shape in Shape
        for side in ("before", "after")
        for wording in wordings(side)
        if wording.shape is shape
    ]
    yield from _table("Hedges", ("what it makes of the figure", "example"), ((_SHAPES[s], w.example) for s, w in rows))
    yield from _table(
        "Orders of magnitude", ("word", "interval"), ((w, f"{low:,} to {high:,}") for w, (low, high) in ORDERS.items())
    )
    yield from _table("Roles", ("role", "example"), ((role.name, text) for role in roles() for text in role.examples))
    yield from _table(
        "Numbers that name", ("kind", "example, in which nothing is read"), ((k.name, k.example) for k in kinds())
    )
    forms = (
        (form.pattern, text, symbol or "nothing") for form in (*ABSOLUTE, *RELATIVE) for text, symbol in form.examples
    )
    yield from _table("Forms of times", ("form", "example", "symbol"), forms)


def _table(title: str, heads: tuple[str, ...], rows: Iterator[tuple[str, ...]]) -> Iterator[str]:
    yield f"## {title}\n"
    yield "| " + " | ".join(heads) + " |"
    yield "|" + " --- |" * len(heads)
    for row in rows:
        yield "| " + " | ".join(cell.replace("|", "\\|") for cell in row) + " |"
    yield ""


if __name__ == "__main__":
    PAGE.write_text(renewed(PAGE.read_text("utf-8")), "utf-8")
