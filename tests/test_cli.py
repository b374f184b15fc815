"""The command line, run as ``main([...])`` over a stand-in pipeline that returns the hand-built sample report."""

import json
import subprocess
import sys
import time
import types
from dataclasses import replace

import jsonschema
import pytest
from report.sample import SAMPLE

from factcheck.arguments import build_parser
from factcheck.cli import COMMANDS, main
from factcheck.errors import EmbedderError, MissingPath, NothingToCheck
from factcheck.report.schema import json_schema
from factcheck.rules import Example, Rule
from factcheck.terms import Verdict

QUIET_REPORT = replace(SAMPLE, findings=SAMPLE.findings[:2])  # an agreement and an update


@pytest.fixture
def pipeline(monkeypatch):
    """Modules in place of the reader and the pipeline; ``calls`` records what the command asked of them."""
    stand_in = types.SimpleNamespace(calls={}, report=SAMPLE, skips=[], unreadable=None, finding=None)

    def read(paths, *, on_skip=None, stdin=None):
        stand_in.calls["paths"] = list(paths)
        for note in stand_in.skips:
            on_skip(note)
        if stand_in.unreadable:
            raise NothingToCheck(stand_in.unreadable)
        return tuple(article for article in SAMPLE.articles if article.path in paths) or SAMPLE.articles

    def check(articles, settings=None, *, progress=None, engine=None):
        stand_in.calls.update(
            articles=articles, settings=settings, progress=progress, workers=engine and engine.workers
        )
        if progress:
            progress("comparing articles", 1, 1)
        if isinstance(stand_in.report, BaseException):
            raise stand_in.report
        return stand_in.report

    reader = types.ModuleType("factcheck.ingest.read")
    reader.read = read
    stages = types.ModuleType("factcheck.pipeline")
    stages.check = check
    stages.compare = lambda left, right: stand_in.finding
    stages.find_claims = lambda article: tuple(c for c in SAMPLE.claims if c.article_id == article.id)
    monkeypatch.setitem(sys.modules, "factcheck.ingest.read", reader)
    monkeypatch.setitem(sys.modules, "factcheck.pipeline", stages)
    return stand_in


def test_conflicts_exit_with_1_and_are_shown_on_stdout(pipeline, capsys):
    assert main(["check", "story"]) == 1
    out, err = capsys.readouterr()
    assert out.startswith("3 articles, 10 claims, 4 facts compared: 1 conflict")
    assert "story/post.txt:5" in out
    assert err == ""
    assert pipeline.calls["paths"] == ["story"] and pipeline.calls["workers"] == 1


def test_workers_are_a_number_of_processes(pipeline, capsys):
    main(["check", "story", "--workers", "3"])
    assert pipeline.calls["workers"] == 3
    for wrong in ("0", "-1", "two", "1.5"):
        assert main(["check", "story", f"--workers={wrong}"]) == 2
    assert "is no number of processes; write 1 or more" in capsys.readouterr().err


def test_piped_output_has_no_trailing_blanks(pipeline, capsys):
    main(["check", "story"])
    assert not [line for line in capsys.readouterr().out.splitlines() if line != line.rstrip()]


def test_no_conflict_exits_with_0(pipeline):
    pipeline.report = QUIET_REPORT
    assert main(["check", "story"]) == 0


def test_exit_zero(pipeline):
    assert main(["check", "story", "--exit-zero"]) == 0


def test_json_to_stdout_is_all_that_stdout_gets(pipeline, capsysbinary):
    assert main(["check", "story", "--json", "-"]) == 1
    out, err = capsysbinary.readouterr()
    jsonschema.Draft202012Validator(json.loads(json_schema())).validate(json.loads(out))
    assert out.decode() == SAMPLE.to_json()
    assert err == b""


def test_json_to_a_file_leaves_the_terminal_report(pipeline, capsys, tmp_path):
    target = tmp_path / "report.json"
    assert main(["check", "story", "--json", str(target)]) == 1
    assert target.read_bytes() == SAMPLE.to_json().encode()
    assert "CONFLICT" in capsys.readouterr().out


def test_html_to_a_file_leaves_the_terminal_report(pipeline, capsys, tmp_path):
    target = tmp_path / "report.html"
    assert main(["check", "story", "--html", str(target), "--verdict", "conflict"]) == 1
    page = target.read_text(encoding="utf-8")
    assert page.startswith("<!doctype html>")
    assert "when the mill opened" in page and "people at the vigil</h3>" not in page
    assert "CONFLICT" in capsys.readouterr().out


@pytest.mark.parametrize("option", ["--jsonl", "--sarif"])
def test_what_other_programs_read_is_all_that_stdout_gets(pipeline, capsys, option):
    assert main(["check", "story", option, "-"]) == 1
    out = capsys.readouterr().out
    assert [json.loads(line) for line in (out.splitlines() if option == "--jsonl" else [out])]


def test_several_outputs_in_one_run(pipeline, capsys, tmp_path):
    names = {option: tmp_path / option.strip("-") for option in ("--json", "--jsonl", "--sarif", "--html")}
    assert main(["check", "story", "--quiet", *(str(word) for pair in names.items() for word in pair)]) == 1
    assert all(path.stat().st_size > 100 for path in names.values())
    assert capsys.readouterr() == ("", "")


def test_only_one_output_goes_to_stdout(pipeline, capsys):
    assert main(["check", "story", "--json", "-", "--html", "-"]) == 2
    assert "only one output can go to stdout" in capsys.readouterr().err


def test_json_to_a_file_that_cannot_be_written(pipeline, capsys, tmp_path):
    target = tmp_path / "missing" / "report.json"
    assert main(["check", "story", "--json", str(target)]) == 2
    err = capsys.readouterr().err
    assert err.startswith(f"factcheck: {target}: cannot be written (No such file or directory)")
    assert err.count("\n") == 1


@pytest.mark.parametrize(
    "filters",
    [["--verdict", "update"], ["--verdict", "agree,scope"], ["--about", "vigil"], ["--min-severity", "high"]],
)
def test_filters_change_neither_exit_status_nor_json(pipeline, capsysbinary, filters):
    assert main(["check", "story", *filters, "--json", "-"]) == 1
    assert capsysbinary.readouterr().out.decode() == SAMPLE.to_json()


def test_verdict_is_repeatable_and_takes_commas(pipeline, capsys):
    main(["check", "story", "--verdict", "update", "--verdict", "disputed,date_context"])
    out = capsys.readouterr().out
    assert "Shown: 3 of 6" in out
    assert "when the mill opened" not in out


def test_settings_reach_the_pipeline(pipeline):
    main(["check", "a", "--published", "2024-05", "--embedder", "some/model", "--no-self"])
    settings = pipeline.calls["settings"]
    assert (str(settings.published.low), str(settings.published.high)) == ("2024-05-01", "2024-05-31")
    assert settings.embedder == "some/model"
    assert settings.within is False
    main(["check", "a"])
    assert pipeline.calls["settings"].published is None
    assert pipeline.calls["settings"].within is True


def test_paths_may_stand_on_both_sides_of_an_option(pipeline):
    main(["check", "a", "--all", "b", "-"])
    assert pipeline.calls["paths"] == ["a", "b", "-"]


def test_what_was_skipped_is_named_and_counted_on_stderr(pipeline, capsys):
    pipeline.skips = ["a.bin: skipped, not text", "c.md: undated, no such day", "b.txt: skipped, empty"]
    assert main(["check", "story"]) == 1
    assert capsys.readouterr().err.splitlines() == [
        "factcheck: a.bin: skipped, not text",
        "factcheck: c.md: undated, no such day",
        "factcheck: b.txt: skipped, empty",
        "factcheck: skipped 2 of 5 inputs",
    ]


@pytest.mark.parametrize(("skips", "lines"), [(["a: skipped, empty"], 1), (["a: skipped, x", "b: skipped, y"], 3)])
def test_nothing_to_check_does_not_repeat_a_single_reason(pipeline, capsys, skips, lines):
    pipeline.skips, pipeline.unreadable = skips, "nothing to check: a: skipped, empty"
    assert main(["check", "story"]) == 2
    assert len(capsys.readouterr().err.splitlines()) == lines


def test_quiet(pipeline, capsys):
    pipeline.skips = ["a.bin: not text"]
    assert main(["check", "story", "--quiet"]) == 1
    assert capsys.readouterr() == ("", "")


def test_an_error_is_one_line_and_exits_with_2(pipeline, capsys):
    pipeline.report = EmbedderError("no model is called some/model; give a folder or leave --embedder out")
    assert main(["check", "story"]) == 2
    assert capsys.readouterr() == (
        "",
        "factcheck: no model is called some/model; give a folder or leave --embedder out\n",
    )


def test_an_error_keeps_to_one_line_and_drives_no_terminal(pipeline, capsys):
    pipeline.report = MissingPath("bad\x1b[31m\nname.txt: does not exist")
    assert main(["check", "story"]) == 2
    assert capsys.readouterr().err == "factcheck: bad␛[31m name.txt: does not exist\n"


def test_an_interrupt_exits_with_130(pipeline, capsys):
    pipeline.report = KeyboardInterrupt()
    assert main(["check", "story"]) == 130
    assert "Traceback" not in capsys.readouterr().err


def test_a_closed_pipe_is_quiet(pipeline, capsys):
    pipeline.report = BrokenPipeError()
    assert main(["check", "story"]) == 141
    assert capsys.readouterr() == ("", "")


def test_progress_is_shown_only_when_stderr_is_a_terminal(pipeline, capsys, monkeypatch):
    main(["check", "story"])
    assert pipeline.calls["progress"] is None
    monkeypatch.setattr(sys.stderr, "isatty", lambda: True, raising=False)
    main(["check", "story"])
    assert pipeline.calls["progress"] is not None
    main(["check", "story", "--quiet"])
    assert pipeline.calls["progress"] is None


@pytest.mark.parametrize(
    ("arguments", "complaint"),
    [
        ([], "required: COMMAND"),
        (["check"], "required: PATH"),
        (["chekc", "a"], "invalid choice"),
        (["check", "a", "--verdict", "lie"], "'lie' is not one of conflict, update"),
        (["check", "a", "--min-severity", "dire"], "'dire' is not one of high"),
        (["check", "a", "--published", "yesterday"], "'yesterday' is no date; write YYYY-MM-DD"),
        (["check", "a", "--published", "2024-02-30"], "is no date"),
        (["check", "a", "--published", "2024-13"], "is no date"),
        (["check", "a", "--published", "0000"], "is no date"),
        (["check", "a", "--sort", "size"], "invalid choice"),
        (["check", "a", "--colour"], "unrecognized arguments: --colour"),
        (["schema", "report", "again"], "unrecognized arguments"),
    ],
)
def test_wrong_arguments_exit_with_2_and_say_why(arguments, complaint, capsys):
    assert main(arguments) == 2
    out, err = capsys.readouterr()
    assert out == ""
    assert complaint in err


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_has_a_description_and_an_example(command, capsys):
    assert main([command, "--help"]) == 0
    out = capsys.readouterr().out
    assert f"example:\n  factcheck {command}" in out
    assert len(out.split("\n\n")[1]) > 20


def test_every_command_that_is_parsed_can_be_run(capsys):
    main(["--help"])
    out = capsys.readouterr().out
    assert all(f"\n    {command} " in out for command in COMMANDS)
    commands = next(action.choices for action in build_parser()._actions if action.dest == "command")
    assert sorted(commands) == sorted(COMMANDS)


def test_version(capsys):
    assert main(["--version"]) == 0
    assert capsys.readouterr().out.startswith("factcheck ")


@pytest.mark.parametrize(
    ("words", "record"),
    [([], "ReportRecord"), (["report"], "ReportRecord"), (["diff"], "DiffRecord"), (["lines"], "Line")],
)
def test_schema_prints_the_json_schema(capsys, words, record):
    assert main(["schema", *words]) == 0
    assert json.loads(capsys.readouterr().out)["$ref"] == f"#/$defs/{record}"


def test_diff_shows_two_articles_and_exits_with_1_when_they_contradict_each_other(pipeline, capsys):
    assert main(["diff", "story/post.txt", "story/ledger.txt"]) == 1
    assert "0 same, 3 changed (1 conflict), 1 only left, 1 only right." in capsys.readouterr().out
    assert main(["diff", "story/post.txt", "story/ledger.txt", "--exit-zero"]) == 0
    assert main(["diff", "story/ledger.txt", "story/notes.md"]) == 0


def test_diff_as_json_is_all_that_stdout_gets(pipeline, capsys):
    main(["diff", "story/post.txt", "story/ledger.txt", "--json"])
    assert json.loads(capsys.readouterr().out)["schema"] == "factcheck.diff/1"


def test_diff_wants_one_article_a_side(pipeline, capsys):
    assert main(["diff", "story", "story/post.txt"]) == 2
    assert capsys.readouterr().err == (
        "factcheck: story holds 3 articles; name one of them: story/post.txt, story/ledger.txt, story/notes.md\n"
    )


def test_diff_takes_one_article_of_a_list_by_its_number(pipeline, capsys):
    assert main(["diff", "list.jsonl#7", "story/post.txt"]) == 2
    assert pipeline.calls["paths"] == ["list.jsonl"]
    assert "list.jsonl#7" in capsys.readouterr().err


@pytest.mark.parametrize("columns", ["60", "80", "200"])
def test_claims_shows_one_claim_a_row(pipeline, capsys, monkeypatch, columns):
    monkeypatch.setenv("COLUMNS", columns)
    assert main(["claims", "story"]) == 0
    out = capsys.readouterr().out
    assert "story/post.txt" in out
    assert "4 claims" in out
    for words in ("killed", "at_least", "police", "number noun", "about 800"):
        assert words in " ".join(out.split())
    assert max(len(line) for line in out.splitlines()) <= int(columns)


def test_claims_as_json_have_the_shape_of_a_report(pipeline, capsys):
    assert main(["claims", "story", "--json"]) == 0
    report = json.loads(capsys.readouterr().out)
    jsonschema.Draft202012Validator(json.loads(json_schema())).validate(report)
    assert len(report["claims"]) == 10
    assert report["findings"] == []


@pytest.mark.parametrize(("number", "status", "words"), [(0, 0, "AGREE"), (2, 1, "CONFLICT, high severity")])
def test_compare(pipeline, capsys, number, status, words):
    pipeline.finding = SAMPLE.findings[number]
    assert main(["compare", "one", "other"]) == status
    out = capsys.readouterr().out
    assert out.startswith(words)
    assert SAMPLE.findings[number].reason in " ".join(out.split())


def test_compare_explains_itself(quick, capsys):
    assert main(["compare", "12 people were killed in Ruma.", "15 people were killed in Ruma.", "--explain"]) == 1
    out = capsys.readouterr().out
    assert "decided    Is there nothing left but a contradiction?" in out
    assert "rules that spoke: quantity-value: conflict" in out


def test_compare_of_what_has_nothing_in_common(pipeline, capsys):
    assert main(["compare", "one", "other"]) == 0
    assert "nothing" in capsys.readouterr().out


@pytest.fixture
def rules(monkeypatch):
    examples = (Example("Ten came.", "Nine came.", Verdict.CONFLICT), Example("Ten came.", "[red]It rained.", None))
    rule = Rule(name="head-count", doc="The same heads are counted.", judge=lambda *_: None, examples=examples)
    monkeypatch.setattr("factcheck.rules.all_rules", lambda: (rule,))


def test_rules_lists_them(rules, capsys):
    assert main(["rules"]) == 0
    out = capsys.readouterr().out
    assert "head-count" in out
    assert "The same heads are counted." in out


def test_rules_explains_one(rules, capsys):
    assert main(["rules", "head-count"]) == 0
    out = capsys.readouterr().out
    assert "conflict\n    “Ten came.”\n    “Nine came.”" in out
    assert "abstains" in out
    assert "[red]It rained." in out


def test_rules_as_markdown(rules, capsys):
    assert main(["rules", "--markdown"]) == 0
    out = capsys.readouterr().out
    assert "## head-count" in out
    assert "| Ten came. | Nine came. | **conflict** |" in out
    assert "| Ten came. | \\[red\\]It rained. | abstains |" in out


def test_rules_names_what_there_is_when_asked_for_another(rules, capsys):
    assert main(["rules", "tail-count"]) == 2
    assert capsys.readouterr().err == "factcheck: no rule is called 'tail-count'; there are head-count\n"


def test_help_is_quick_and_imports_nothing_heavy():
    code = (
        "import sys, time; from factcheck.cli import main; main(['--help']);"
        "heavy = {'numpy', 'torch', 'sklearn', 'rich', 'msgspec'} & set(sys.modules);"
        "print(sorted(heavy), time.process_time(), file=sys.stderr)"
    )
    started = time.monotonic()
    run = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    heavy, seconds = run.stderr.rsplit(" ", 1)
    assert heavy == "[]"
    assert float(seconds) < 0.3
    assert time.monotonic() - started < 10
