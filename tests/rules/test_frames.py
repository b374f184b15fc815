"""What a clause answers to the questions of rules/frames: text -> question, answer, stated or denied."""

import time
import tomllib
from importlib.resources import files

import pytest

from factcheck.rules._frames import answers

FRAMES = sorted(f.name for f in files("factcheck.rules").joinpath("frames").iterdir() if f.name.endswith(".toml"))


def told(text: str, *, headline: bool = False) -> dict[str, tuple[str, bool]]:
    return {a.frame.name: (a.value, a.positive) for a in answers(text, headline=headline)}


@pytest.mark.parametrize(
    ("text", "question", "answer"),
    [
        ("The pilot survived", "lived or died", ("lived", True)),
        ("The pilot lost her life", "lived or died", ("died", True)),
        ("She died at the scene", "lived or died", ("died", True)),
        ("The minister has stepped down", "stays in office", ("leaves", True)),
        ("The minister will not resign", "stays in office", ("stays", True)),
        ("The minister was not dismissed", "stays in office", ("leaves", False)),
        ("The minister refused to resign", "stays in office", ("stays", True)),
        ("They were later found guilty of fraud", "verdict", ("guilty", True)),
        ("The jury cleared them of fraud", "verdict", ("not_guilty", True)),
        ("The siren went off", "alarm", ("sounded", True)),
        ("The procession was called off", "takes place or is called off", ("is_called_off", True)),
        ("The minister watched from a tent", "comes or stays away", ("comes", True)),
        ("The church kept its roof", "opposites: keep or lose", ("this", True)),
        ("The church lost its roof", "opposites: keep or lose", ("that", True)),
    ],
)
def test_an_answer_in_any_form_of_its_words(text: str, question: str, answer: tuple[str, bool]) -> None:
    assert told(text)[question] == answer


@pytest.mark.parametrize(
    ("text", "question"),
    [
        ("The hotel survived as a ruin of which nobody died", "lived or died"),  # both answers in one clause
        ("Nothing was said of the pilot", "lived or died"),
        ("The mayor opened the fair", "verdict"),
    ],
)
def test_no_answer(text: str, question: str) -> None:
    assert question not in told(text)


def test_headlines_leave_the_auxiliary_out() -> None:
    assert "alarm" not in told("Siren heard by nobody")
    assert "custody" not in told("Two men remanded")
    assert told("Two men remanded", headline=True) == told("Two men were remanded")


@pytest.mark.parametrize("name", FRAMES)
def test_every_frame_is_a_question_with_answers_that_share_no_phrase(name: str) -> None:
    table = tomllib.loads(files("factcheck.rules").joinpath("frames", name).read_text(encoding="utf-8"))
    for frame in table["frame"]:
        assert frame["about"] in ("subject", "object", "clause")
        phrases = [phrase for value in frame["values"].values() for phrase in value]
        assert len(frame["values"]) >= 2
        assert len(phrases) == len(set(phrases)), frame["name"]


def test_questions_are_asked_once() -> None:
    names = [
        frame["name"]
        for file in FRAMES
        for frame in tomllib.loads(files("factcheck.rules").joinpath("frames", file).read_text(encoding="utf-8"))[
            "frame"
        ]
    ]
    assert len(names) == len(set(names))


@pytest.mark.parametrize("text", ["be " * 100_000, "lose * life " * 40_000, "not " * 100_000, "a" * 300_000])
def test_long_input_takes_no_time(text: str) -> None:
    start = time.perf_counter()
    answers(text)
    assert time.perf_counter() - start < 2
