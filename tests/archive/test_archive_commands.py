"""``factcheck archive ACTION`` as a user gives it."""

import json
import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import jsonschema
import pytest
from conftest import SEEDS

from archive.conftest import AGAIN, BANK, FERRY
from factcheck.archive.store import Archive
from factcheck.archive.watching import _paths, arrivals
from factcheck.arguments import build_parser
from factcheck.cli import main
from factcheck.errors import FactcheckError, MissingPath
from factcheck.report.schema import json_schema


@pytest.fixture
def folder(tmp_path, monkeypatch, quick):
    """The current folder, with articles in it and nothing stored yet."""
    (tmp_path / "news").mkdir()
    (tmp_path / "news" / "ferry.txt").write_text(FERRY)
    (tmp_path / "news" / "bank.txt").write_text(BANK)
    (tmp_path / "again.txt").write_text(AGAIN)
    monkeypatch.chdir(tmp_path)
    return tmp_path


def test_add_says_how_many_are_new(folder, capsys):
    assert main(["archive", "add", "news"]) == 0
    assert capsys.readouterr().out == "2 articles added; the archive holds 2 articles\n"
    (folder / "news" / "bank.txt").write_text(BANK + " More is to come.")
    assert main(["archive", "add", "news", "again.txt"]) == 0
    assert capsys.readouterr() == ("1 article added, 1 changed, 1 already there; the archive holds 3 articles\n", "")
    assert (folder / "factcheck.archive").exists()


def test_check_reports_what_the_new_article_disagrees_about_and_stores_nothing(folder, capsys):
    main(["archive", "add", "news"])
    capsys.readouterr()
    assert main(["archive", "check", "again.txt"]) == 1
    out = capsys.readouterr().out
    assert out.startswith("2 articles, ") and "1 conflict" in out
    assert "news/ferry.txt:" in out and "bank" not in out
    assert main(["archive", "check", "again.txt", "--exit-zero", "--quiet"]) == 0
    assert main(["archive", "check", "news/bank.txt"]) == 0
    with Archive("factcheck.archive") as archive:
        assert len(archive) == 2


def test_check_writes_the_report_as_json(folder, capsys):
    main(["archive", "add", "news", "--quiet"])
    assert main(["archive", "check", "--json", "-", "again.txt"]) == 1
    report = json.loads(capsys.readouterr().out)
    jsonschema.Draft202012Validator(json.loads(json_schema())).validate(report)
    assert {"again.txt"} <= {side["path"] for f in report["findings"] for side in (f["left"], f["right"])}
    assert "conflict" in {finding["verdict"] for finding in report["findings"]}


def test_report_is_on_everything_stored(folder, capsys):
    main(["archive", "add", "news", "again.txt", "--archive", "other"])
    capsys.readouterr()
    assert main(["archive", "report", "--archive", "other", "--json", "r.json", "--html", "r.html"]) == 1
    assert capsys.readouterr().out.startswith("3 articles, ")
    assert len(json.loads((folder / "r.json").read_text())["articles"]) == 3
    assert (folder / "r.html").read_text().startswith("<!doctype html>")
    assert main(["archive", "report", "--archive", "other", "--about", "nothing like it"]) == 1
    assert "Shown: 0 of" in capsys.readouterr().out


def test_report_on_nothing(folder, capsys):
    main(["archive", "add", "news", "--quiet"])
    main(["archive", "remove", "news"])
    assert capsys.readouterr().out == "2 articles removed; the archive holds 0 articles\n"
    assert main(["archive", "report"]) == 2
    assert "holds no articles; 'factcheck archive add PATH...'" in capsys.readouterr().err


def test_list_and_remove_by_id(folder, capsys):
    main(["archive", "add", "news", "--quiet"])
    assert main(["archive", "list"]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert [line.split("  ")[1] for line in lines] == ["news/bank.txt", "news/ferry.txt"]
    assert main(["archive", "remove", lines[0].split()[0]]) == 0
    assert main(["archive", "list"]) == 0
    assert capsys.readouterr().out.splitlines()[1:] == lines[1:]


def test_a_wrong_path_makes_no_archive(folder, capsys):
    assert main(["archive", "add", "nowhere"]) == 2
    assert main(["archive", "watch", "nowhere"]) == 2
    assert main(["archive", "check", "again.txt"]) == 2
    assert not (folder / "factcheck.archive").exists()
    assert capsys.readouterr().err.count("\n") == 3


def test_only_one_output_goes_to_stdout(folder, capsys):
    assert main(["archive", "report", "--json", "-", "--html", "-"]) == 2
    assert "only one output can go to stdout" in capsys.readouterr().err


@pytest.mark.parametrize("action", ["add", "check", "report", "list", "remove", "watch"])
def test_every_action_has_help_with_an_example(action, capsys):
    with pytest.raises(SystemExit):
        build_parser().parse_args(["archive", action, "--help"])
    assert f"example:\n  factcheck archive {action}" in capsys.readouterr().out


def test_watch_names_the_extra_that_it_needs(folder, monkeypatch, capsys):
    monkeypatch.setitem(sys.modules, "watchfiles", None)
    assert main(["archive", "watch", "news"]) == 2
    assert "python -m pip install 'factcheck-news[watch]'" in capsys.readouterr().err
    with pytest.raises(FactcheckError):
        arrivals("news")
    with pytest.raises(MissingPath):
        arrivals("nowhere")


def test_watch_takes_what_a_walk_of_the_folder_would(folder):
    for name in ("README.md", ".hidden.txt", "page.html", "notes.doc"):
        (folder / "news" / name).write_text("x")
    (folder / "news" / ".git").mkdir()
    (folder / "news" / ".git" / "a.txt").write_text("x")
    names = ["README.md", ".hidden.txt", "page.html", "notes.doc", ".git/a.txt", "gone.txt", "bank.txt"]
    batch = {(1, str(folder / "news" / name)) for name in names} | {(3, str(folder / "news" / "ferry.txt"))}
    batches = list(_paths("news", [set(), set(), batch], gone=3))
    assert batches == [["news"], [str(Path("news", name)) for name in ("bank.txt", "page.html")]]


def test_watch_checks_and_stores_each_batch_and_stops_at_ctrl_c(folder, monkeypatch, capsys):
    def batches(_):
        yield ["news"]
        yield ["gone.txt"]
        yield ["news", "again.txt"]
        raise KeyboardInterrupt

    monkeypatch.setattr("factcheck.archive.watching.arrivals", batches)
    assert main(["archive", "watch", "news"]) == 0
    out, err = capsys.readouterr()
    assert out.startswith(
        "2 articles added; the archive holds 2 articles\n1 article added; the archive holds 3 articles\n"
    )
    assert out.count("CONFLICT") == 1
    assert err.splitlines() == [
        "factcheck: gone.txt: no such file or folder; check the path",
        "factcheck: stopped; the archive holds 3 articles",
    ]


@pytest.mark.skipif(os.name != "posix", reason="sends Ctrl-C as a signal")
def test_watch_sees_files_as_they_come(tmp_path):
    pytest.importorskip("watchfiles")
    folder = tmp_path / "news"
    folder.mkdir()
    (folder / "first.txt").write_text("Cats sleep.")
    words = [sys.executable, "-m", "factcheck", "archive", "watch", str(folder), "--archive", str(tmp_path / "archive")]
    process = subprocess.Popen(words, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
    try:
        assert process.stdout.readline() == "1 article added; the archive holds 1 article\n"
        (folder / "second.txt").write_text((SEEDS / "moor-fire" / "001_wire.txt").read_text())
        assert process.stdout.readline() == "1 article added; the archive holds 2 articles\n"
        time.sleep(0.1)
        process.send_signal(signal.SIGINT)
        out, err = process.communicate(timeout=30)
    finally:
        process.kill()
    assert (process.returncode, out, err) == (0, "", "factcheck: stopped; the archive holds 2 articles\n")
