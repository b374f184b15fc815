"""Written dates to intervals of days."""

import datetime as dt

import pytest

from factcheck.ingest.published import publication_date

DAY = (dt.date(2025, 5, 5), dt.date(2025, 5, 5))


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("2025-05-05", DAY),
        ("2025/5/5", DAY),
        ("20250505", DAY),
        ("2025-05-05T23:59:59Z", DAY),
        ("2025-05-05 10:00:00+02:00", DAY),
        ("5 May 2025", DAY),
        ("5th of May, 2025", DAY),
        ("May 5, 2025", DAY),
        ("Monday, May 5, 2025", DAY),
        ("Mon, 05 May 2025 12:00:00 GMT", DAY),
        ("Monday 5 May 2025, 10.30am", DAY),
        ("May 5, 2025 4 p.m. EST", DAY),
        ("2025-05", (dt.date(2025, 5, 1), dt.date(2025, 5, 31))),
        ("May 2025", (dt.date(2025, 5, 1), dt.date(2025, 5, 31))),
        ("Dec. 2024", (dt.date(2024, 12, 1), dt.date(2024, 12, 31))),
        ("2025", (dt.date(2025, 1, 1), dt.date(2025, 12, 31))),
    ],
)
def test_dates(words: str, expected: tuple[dt.date, dt.date]) -> None:
    interval = publication_date(words)
    assert interval is not None
    assert (interval.low, interval.high) == expected


@pytest.mark.parametrize(
    "words", ["", "soon", "05/06/2025", "2025-13-01", "31 Feb 2025", "0000", "yesterday", "9" * 300_000, "May 5"]
)
def test_what_is_no_date(words: str) -> None:
    assert publication_date(words) is None
