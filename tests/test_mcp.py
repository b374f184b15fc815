"""The MCP server, asked in-process by the SDK's own client; needs the extra ``mcp``, which .ci/run installs."""

import asyncio
import json
import sys

import pytest

pytest.importorskip("mcp", reason="the extra 'mcp' is not installed")

import jsonschema
from mcp import Client, StdioServerParameters

from factcheck.cli import main
from factcheck.mcp_server import server
from factcheck.report.diff_json import json_schema

MORNING = "RUMA, 4 May 2024 - The fire in Ruma killed 12 people. The mill in Ruma was built in 1961."
EVENING = "RUMA, 4 May 2024 - The fire in Ruma killed 15 people. The mill in Ruma was built in 1961."


@pytest.fixture
def folder(tmp_path, quick):
    place = tmp_path / "articles"
    place.mkdir()
    (place / "morning.txt").write_text(MORNING, encoding="utf-8")
    (place / "evening.txt").write_text(EVENING, encoding="utf-8")
    (tmp_path / "secret.txt").write_text("The key is 12.", encoding="utf-8")
    return place


def ask(folder, *calls):
    """The answers to some calls (tool, arguments) of one connection: (text, whether it is an error)."""

    async def talk():
        async with Client(server(folder)) as client:
            answers = []
            for name, arguments in calls:
                result = await client.call_tool(name, arguments)
                answers.append((result.content[0].text, bool(result.is_error)))
            return answers

    return asyncio.run(talk())


def test_there_are_four_tools_and_each_says_what_it_does(folder):
    async def talk():
        async with Client(server(folder)) as client:
            return (await client.list_tools()).tools

    tools = asyncio.run(talk())
    assert [tool.name for tool in tools] == ["check", "diff", "claims", "explain"]
    assert all(len(tool.description) > 40 for tool in tools)


def test_check_gives_the_facts_and_explain_takes_one_apart(folder):
    ((answer, error),) = ask(folder, ("check", {"paths": ["."]}))
    assert not error
    record = json.loads(answer)
    assert (record["articles"], record["facts_by_verdict"]["conflict"]) == (2, 1)
    worst = record["facts"][0]
    assert worst["verdict"] == "conflict"
    assert [value["value"] for value in worst["values"]] == ["12", "15"]
    finding = worst["findings"][0]
    ((words, error),) = ask(folder, ("explain", {"paths": ["."], "finding": finding["id"]}))
    assert not error
    assert "decided" in words and finding["reason"] in words


def test_check_can_be_narrowed(folder):
    answers = ask(
        folder,
        ("check", {"paths": ["."], "verdicts": ["agree"]}),
        ("check", {"paths": ["."], "about": "nowhere"}),
        ("check", {"paths": ["."], "verdicts": ["lie"]}),
    )
    assert {fact["verdict"] for fact in json.loads(answers[0][0])["facts"]} == {"agree"}
    assert json.loads(answers[1][0])["facts"] == []
    assert answers[2][1]


def test_diff_is_the_json_diff_without_what_is_the_same(folder):
    both = {"left": "morning.txt", "right": "evening.txt"}
    (short, _), (whole, _) = ask(folder, ("diff", both), ("diff", both | {"include_same": True}))
    for answer in (short, whole):
        jsonschema.Draft202012Validator(json.loads(json_schema())).validate(json.loads(answer))
    assert {o["op"] for o in json.loads(short)["operations"]} == {"changed"}
    assert "same" in {o["op"] for o in json.loads(whole)["operations"]}


def test_claims_are_listed_by_article(folder):
    ((answer, _),) = ask(folder, ("claims", {"paths": ["morning.txt"]}))
    (row,) = json.loads(answer)["articles"]
    assert row["path"] == "morning.txt"
    assert 12 in [claim["value"]["low"] for claim in row["claims"] if claim["kind"] == "quantity"]


@pytest.mark.parametrize("path", ["../secret.txt", "/etc/hosts", "https://a.example/b", "-", "nowhere.txt"])
def test_nothing_outside_the_folder_is_read(folder, path):
    ((answer, error),) = ask(folder, ("claims", {"paths": [path]}))
    assert error
    assert path in answer and "folder of the server" in answer
    assert "Traceback" not in answer


def test_a_wrong_id_is_an_error_in_words(folder):
    ((answer, error),) = ask(folder, ("explain", {"paths": ["."], "finding": "zzz"}))
    assert error and "no findings have an id that begins with 'zzz'" in answer


def test_a_root_that_is_no_folder_is_refused(tmp_path, capsys):
    assert main(["mcp", "--root", str(tmp_path / "nowhere")]) == 2
    assert "no such folder" in capsys.readouterr().err


def test_without_the_sdk_the_extra_is_named(tmp_path, capsys, monkeypatch):
    monkeypatch.setitem(sys.modules, "mcp.server.mcpserver", None)
    assert main(["mcp", "--root", str(tmp_path)]) == 2
    assert "factcheck-news[mcp]" in capsys.readouterr().err


def test_it_speaks_over_standard_input_and_output(tmp_path):
    (tmp_path / "a.txt").write_text(MORNING, encoding="utf-8")
    command = [sys.executable, "-m", "factcheck", "mcp", "--root", str(tmp_path)]

    async def talk():
        async with Client(StdioServerParameters(command=command[0], args=command[1:])) as client:
            return await client.call_tool("claims", {"paths": ["a.txt"]})

    result = asyncio.run(talk())
    assert "1961" in result.content[0].text
