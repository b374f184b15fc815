"""Clock times: sentences, the words that name the time, and the stretch of the day that they leave."""

import datetime as dt
import time

import pytest

from factcheck.extract.times import clock_minutes, find_clock_times, find_times, is_clock, resolve
from factcheck.terms import ClaimKind
from tests.extract.test_claims import claims_in

EXAMPLES = [
    # with its half of the day
    ("The train left at 7.43 a.m. on Monday.", "7.43 a.m. = T07:43"),
    ("It left at 12.05 am.", "12.05 am = T00:05"),
    ("Her plane took off at 4:25 p.m., they said.", "4:25 p.m. = T16:25"),
    ("The doors open at 6 pm.", "6 pm = T18:00"),
    ("The launch came at 0543 GMT.", "0543 GMT = T05:43"),
    ("The dam broke at 16:53.", "16:53 = T16:53"),
    ("It landed at 06:10.", "06:10 = T06:10"),
    ("Police were called at 11.30 last night.", "11.30 last night = T23:30"),
    ("The alarm rang at eight o'clock in the evening.", "eight o'clock in the evening = T20:00"),
    ("The quake struck at seventeen minutes to eight in the morning.", "seventeen minutes to eight in the morning = T07:43"),
    ("Half past nine in the evening, the doors shut.", "Half past nine in the evening = T21:30"),
    ("The siege ended at noon.", "noon = T12:00"),
    ("It was five to midnight.", "five to midnight = T23:55"),
    # without it
    ("It struck at twenty past five.", "twenty past five = T05:20|T17:20"),
    ("A man entered the bank at 10.05.", "10.05 = T10:05|T22:05"),
    ("The clock stopped at 2.38.", "2.38 = T02:38|T14:38"),
    ("It leaves at 2.38 on Monday.", "2.38 = T02:38|T14:38"),
    # hedged
    ("The fire broke out shortly before 6 pm.", "shortly before 6 pm = T17:30/T17:59"),
    ("We left a little after 3pm.", "a little after 3pm = T15:00/T15:30"),
    ("It struck just after 11pm.", "just after 11pm = T23:00/T23:30"),
    ("The ship sank around midnight.", "around midnight = T23:30/T00:30"),
    ("At about 3.15 pm it fell.", "about 3.15 pm = T15:00/T15:30"),
    ("At around 20:00 local time it fell.", "around 20:00 local time = T19:45/T20:15"),
    ("By 10 p.m. all were out.", "10 p.m. = T00:00/T22:00"),
    ("All were out before midnight.", "before midnight = T12:00/T23:59"),
    ("It happened between 5 and 6 pm.", "5 and 6 pm = T17:00/T18:00"),
    ("It is open from 9am to 5pm.", "9am to 5pm = T09:00/T17:00"),
    # none
    ("She missed the 6.52 service to Leeds.", ""),
    ("He took the 6.52 from Leeds.", ""),
    ("The 10 o'clock news had it.", ""),
    ("Rates were held at 4.25 per cent.", ""),
    ("The euro stood at 1.07 against the dollar.", ""),
    ("The index closed at 16.30 points.", ""),
    ("It fell from twenty to five.", ""),
    ("He scored 12 minutes after ten men were left.", ""),
    ("The score was 16:53.", ""),
    ("On 10.05.2024 it rained.", ""),
    ("The plant burned until 14 May.", ""),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), EXAMPLES, ids=[t for t, _ in EXAMPLES])
def test_clock_times(text: str, expected: str) -> None:
    assert "; ".join(f"{t.span.of(text)} = {t.symbol}" for t in find_clock_times(text)) == expected


def test_minutes_of_a_symbol() -> None:
    assert clock_minutes("T07:43") == ((463, 463),)
    assert clock_minutes("T23:30/T00:30") == ((1410, 1439), (0, 30))
    assert clock_minutes("T05:20|T17:20") == ((320, 320), (1040, 1040))


def test_a_clock_time_is_no_day() -> None:
    (found,) = find_clock_times("It fell at 7.43 a.m.")
    assert is_clock(found) and found.grain == "minute" and not found.interval.is_bounded
    assert resolve(found.symbol, dt.date(2025, 3, 10)) is None
    assert find_times("It fell at 7.43 a.m.", dt.date(2025, 3, 10)) == ()


def test_a_claim_carries_it_beside_its_day() -> None:
    claims = [c for c in claims_in("The bridge fell at 7.43 a.m. on Monday.") if c.kind is ClaimKind.TIME]
    clock = next(c for c in claims if c.trace[0] == "time:T07:43")
    assert (clock.subject, clock.predicate) == ("bridge", "fall")
    assert clock.event_time is not None and clock.event_time.symbol == "WEEKDAY-1:past"
    assert len(claims) == 2


@pytest.mark.parametrize(
    "piece", ["7.43 a.m. ", "at ", "1", "12 to ", "twenty-five past ", "9-", "12:30:", " ", "just before "]
)
def test_hostile_input_takes_linear_time(piece: str) -> None:
    started = time.process_time()
    find_clock_times("noon " + piece * (400_000 // len(piece)))
    assert time.process_time() - started < 10
