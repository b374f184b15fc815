"""Scoring against labels: ``score`` on the hand-built sample report, ``factcheck eval`` on stand-ins and one real story."""

import json
from pathlib import Path
from types import SimpleNamespace

import pytest
from report.sample import LEDGER, NOTES, POST, SAMPLE

from factcheck import evaluation
from factcheck.cli import main
from factcheck.errors import InputError, UnreadableInput
from factcheck.evaluation import Gold, LabelledPair, Quote, Score, Trap, score, stories_in, total
from factcheck.terms import Verdict

KILLED_12 = Quote(file="post.txt", quote="At least 12 people were killed when fire broke out at a paper mill in Ostrel")
KILLED_15 = Quote(file="ledger.txt", quote="has risen to 15, the health ministry said on Sunday")
OPENED_1961 = Quote(file="post.txt", quote="The mill opened in 1961")
BUILT_1958 = Quote(file="ledger.txt", quote="Built in 1958 by the Varga family")
KILLED_6 = Quote(file="notes.md", quote="Six people died in a fire at the same mill in 2009")

UPDATE = LabelledPair(verdict=Verdict.UPDATE, left=KILLED_15, right=KILLED_12, about="the toll")
CONFLICT = LabelledPair(verdict=Verdict.CONFLICT, left=OPENED_1961, right=BUILT_1958, about="the opening")


def test_what_is_labelled_and_found_is_right():
    found = score(Gold(gold=(UPDATE, CONFLICT)), SAMPLE)
    assert found.hit == found.labelled == found.aligned == {Verdict.UPDATE: 1, Verdict.CONFLICT: 1}
    assert (found.conflict_precision, found.conflict_recall, found.accuracy) == (1.0, 1.0, 1.0)
    assert found.notes == ()


def test_a_conflict_that_nobody_labelled_is_a_false_alarm():
    found = score(Gold(gold=(UPDATE,)), SAMPLE, "mill")
    assert found.conflict_precision == 0.0
    assert found.conflict_recall is None
    assert found.notes == (
        "mill: false conflict [event-date]: 'The mill opened in 1961' / 'Built in 1958 by the Varga family'",
    )


@pytest.mark.parametrize(("also", "right"), [((), 0), ((Verdict.UPDATE,), 1)])
def test_another_verdict_counts_only_where_it_can_be_defended(also, right):
    pair = LabelledPair(verdict=Verdict.DISPUTED, left=KILLED_12, right=KILLED_15, about="the toll", also=also)
    found = score(Gold(gold=(pair, CONFLICT)), SAMPLE, "mill")
    assert found.aligned[Verdict.DISPUTED] == 1
    assert found.hit[Verdict.DISPUTED] == right
    assert len(found.notes) == 1 - right


def test_a_trap_is_sprung_by_a_loud_verdict_only():
    loud = Trap(left=KILLED_12, right=KILLED_15, why="for the sake of it")
    quiet = Trap(left=KILLED_15, right=KILLED_6)
    found = score(Gold(gold=(CONFLICT,), traps=(loud, quiet)), SAMPLE)
    assert (found.traps, found.sprung) == (2, 1)


def test_dates_are_right_to_the_year():
    dates = {"ledger.txt": ("2024-05-05", "2024-05-06"), "notes.md": ("2024-05-05", "2024-05-06")}
    found = score(Gold(gold=(CONFLICT,), dates=dates), SAMPLE)
    assert (found.dated, found.dated_right) == (2, 1)  # the notes stay undated


@pytest.mark.parametrize(
    "gold",
    [
        Gold(
            gold=(LabelledPair(verdict=Verdict.AGREE, left=KILLED_12, right=Quote(file="post.txt", quote="nowhere")),)
        ),
        Gold(gold=(LabelledPair(verdict=Verdict.AGREE, left=KILLED_12, right=Quote(file="gone.txt", quote="mill")),)),
        Gold(gold=(), dates={"gone.txt": ("2024-01-01", "2024-01-01")}),
    ],
)
def test_labels_that_point_at_nothing_are_an_error(gold):
    with pytest.raises(UnreadableInput):
        score(gold, SAMPLE)


def test_scores_add_up():
    one = score(Gold(gold=(UPDATE, CONFLICT)), SAMPLE)
    two = total([one, one])
    assert two.labelled == {Verdict.UPDATE: 2, Verdict.CONFLICT: 2}
    assert two.conflicts == 2 * one.conflicts
    assert two.accuracy == 1.0
    assert total([]).accuracy is None


def test_stories_are_found_below_and_named_when_there_are_none(tmp_path):
    for name in ("b", "a"):
        (tmp_path / name).mkdir()
        (tmp_path / name / "gold.json").touch()
    assert [p.name for p in stories_in([tmp_path, tmp_path / "a"])] == ["a", "b"]
    with pytest.raises(InputError, match="no such folder"):
        stories_in([tmp_path / "c"])
    (tmp_path / "c").mkdir()
    with pytest.raises(InputError, match=r"no gold\.json below"):
        stories_in([tmp_path / "c"])


@pytest.fixture
def stand_in(monkeypatch, tmp_path):
    """Two folders that hold labels, a scorer that finds the sample in each, and an embedder that counts its loads."""
    calls = SimpleNamespace(loads=0, folders=[], folder=str(tmp_path))

    def load(name, tell=None):
        calls.loads += 1

    def evaluate(folder, settings, *, embedder):
        calls.folders.append(folder.name)
        return score(Gold(gold=(UPDATE,), traps=(Trap(left=KILLED_15, right=KILLED_6),)), SAMPLE, folder.name)

    for name in ("one", "two"):
        (tmp_path / name).mkdir()
        (tmp_path / name / "gold.json").touch()
    monkeypatch.setattr("factcheck.align.embedders.load", load)
    monkeypatch.setattr(evaluation, "evaluate", evaluate)
    return calls


def test_eval_prints_a_row_a_verdict_and_the_figures(stand_in, capsys):
    assert main(["eval", stand_in.folder]) == 0
    out = [" ".join(line.split()) for line in capsys.readouterr().out.splitlines()]
    assert "verdict labelled right aligned" in out
    assert "update 2 2 2" in out
    assert "conflict precision 0.0% of the reported conflicts are labelled so" in out
    assert "false conflicts 2 of 2 reported" in out
    assert "traps sprung 0 of 2 pairs that must be left alone" in out
    assert "2 stories, 12 findings" in out
    assert not any("false conflict [" in line for line in out)
    assert stand_in.folders == ["one", "two"]
    assert stand_in.loads == 1


def test_eval_shows_the_notes_when_asked(stand_in, capsys):
    assert main(["eval", stand_in.folder, "--show"]) == 0
    assert "one: false conflict [event-date]" in capsys.readouterr().out


def test_eval_as_json_is_all_that_stdout_gets(stand_in, capsysbinary):
    assert main(["eval", stand_in.folder, "--json", "-"]) == 0
    figures = json.loads(capsysbinary.readouterr().out)
    assert figures["verdicts"]["update"] == {"labelled": 2, "right": 2, "aligned": 2}
    assert figures["false conflicts"] == 2
    assert figures["conflict recall"] is None


def test_eval_quietly_writes_the_file_only(stand_in, capsys, tmp_path):
    target = tmp_path / "figures.json"
    assert main(["eval", stand_in.folder, "--quiet", "--json", str(target)]) == 0
    assert capsys.readouterr() == ("", "")
    assert json.loads(target.read_text(encoding="utf-8"))["traps"] == 2


@pytest.mark.parametrize(
    ("gold", "complaint"),
    [
        (None, "no gold.json below"),
        ('{"gold": 3}', "Expected `array`"),
        ('{"gold": [', "truncated"),
        ("\xff", "gold.json"),
        ('{"gold": [{"verdict": "agree", "left": {"file": "a.txt", "quote": "snow"}, '
         '"right": {"file": "a.txt", "quote": "hail"}}]}', "'snow' is not in a.txt"),
    ],
)  # fmt: skip
def test_eval_of_bad_labels_is_one_line_and_exits_with_2(tmp_path, capsys, gold, complaint):
    (tmp_path / "a.txt").write_text("It rained.\n", encoding="utf-8")
    if gold is not None:
        (tmp_path / "gold.json").write_bytes(gold.encode("latin-1"))
    assert main(["eval", str(tmp_path)]) == 2
    out, err = capsys.readouterr()
    assert out == ""
    assert complaint in err
    assert str(tmp_path) in err
    assert err.count("\n") == 1


def test_eval_of_a_real_story(tmp_path, capsys):
    """The sample's own articles, read, embedded and judged; the labels are the two plainest of its facts."""
    for name, text in (("post.txt", POST), ("ledger.txt", LEDGER), ("notes.md", NOTES)):
        (tmp_path / name).write_text(text, encoding="utf-8")
    gold = {
        "gold": [
            {"verdict": "agree", "about": "staff", "left": quote("post.txt", "employs 700 people"),
             "right": quote("ledger.txt", "Some 700 people work there.")},
        ],
        "traps": [{"left": quote("post.txt", "Another 40 were taken to hospital"),
                   "right": quote("ledger.txt", "Organisers said 3,000 people joined a vigil")}],
    }  # fmt: skip
    (tmp_path / "gold.json").write_text(json.dumps(gold), encoding="utf-8")
    assert main(["eval", str(tmp_path), "--json", "-"]) == 0
    figures = json.loads(capsys.readouterr().out)
    assert figures["verdicts"]["agree"]["labelled"] == 1
    assert figures["traps sprung"] == 0


def quote(file: str, words: str) -> dict[str, str]:
    return {"file": file, "quote": words}


def test_the_sample_stories_have_labels_that_fit():
    for folder in stories_in([Path(__file__).parent.parent / "seeds", Path(__file__).parent / "stories"]):
        assert evaluation.labels_of(folder / "gold.json").gold


def test_a_score_without_anything_is_still_json():
    assert json.loads(Score(labelled={}, hit={}, aligned={}).to_json())["conflict precision"] is None
