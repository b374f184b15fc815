"""The tense of a clause; ``^`` stands before the word that is asked about."""

import pytest

from factcheck.extract.times.tense import tense_at
from factcheck.terms import Tense

PAST, PRESENT, FUTURE = Tense.PAST, Tense.PRESENT, Tense.FUTURE

CASES = [
    ("The board met on ^Friday.", PAST),
    ("The board will meet on ^Friday.", FUTURE),
    ("The board will be briefed on ^Friday.", FUTURE),
    ("The board is due to meet on ^Friday.", FUTURE),
    ("The board is meeting on ^Friday.", FUTURE),
    ("The board meets on ^Friday.", FUTURE),
    ("The board was told on ^Friday.", PAST),
    ("The board has been told since ^Friday.", PAST),
    ("A ruling is expected on ^Friday.", FUTURE),
    ("A ruling was expected on ^Friday.", FUTURE),
    ("Board to meet on ^Friday", FUTURE),
    ("The board agreed to meet on ^Friday.", FUTURE),
    ("The board was forced to quit on ^Friday.", PAST),
    ("He travelled to Lima to attend ^Friday's session.", PAST),
    ("On ^Friday, the board met.", PAST),
    ("On ^Friday, the board will meet.", FUTURE),
    ("Aides said on ^Friday that talks would resume on Monday.", PAST),
    ("Aides said on Friday that talks would resume on ^Monday.", FUTURE),
    ("The board, which met on ^Friday, will decide soon.", PAST),
    ("The board, which met last week, will decide on ^Friday.", FUTURE),
    ("They will vote on ^Friday, the clerk said.", FUTURE),
    ("They had left by ^Friday.", PAST),
    ("They might leave on ^Friday.", FUTURE),
    ("They did not leave on ^Friday.", PAST),
    ("They won't leave on ^Friday.", FUTURE),
    ("Troops gathered ahead of ^Friday's march.", FUTURE),
    ("The vote is scheduled for ^Friday.", FUTURE),
    ("Bomb kills six on ^Friday", PRESENT),
    ("A quiet ^Friday.", PRESENT),
    ("Tickets go on sale at 9am on ^Friday.", FUTURE),
    ("The doors opened at 9 am on ^Friday.", PAST),
    ("Voters go to the polls on ^Sunday.", FUTURE),
    ("The final is at noon on ^Sunday.", FUTURE),
    ("The man is charged on ^Sunday.", PRESENT),
    ("On ^Sunday she won the race.", PAST),
    ("In 3 ^May, the dam broke.", PAST),
    ("He will hold talks, lay a wreath and attend ^Friday's match, aides said.", FUTURE),
    ("", PRESENT),
]


@pytest.mark.parametrize(("marked", "tense"), CASES)
def test_tense(marked: str, tense: Tense) -> None:
    offset = max(0, marked.find("^"))
    assert tense_at(marked.replace("^", ""), offset) is tense
