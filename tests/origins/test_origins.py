"""Which reports are of one origin: our own labelled pairs, credits, and facts counted by origin."""

import tomllib
from pathlib import Path

import pytest

from factcheck import check
from factcheck.ingest.text import article
from factcheck.model import Article, Cluster
from factcheck.origins import with_origins
from factcheck.origins.agencies import agency_cited, agency_of
from factcheck.origins.shingles import ARTICLE, copies, shingles
from factcheck.readings import Material, read_closely
from factcheck.report.facts import find_facts
from factcheck.settings import Settings

PAIRS = tomllib.loads((Path(__file__).parent / "pairs.toml").read_text(encoding="utf-8"))["pair"]


def origins_of(*articles: Article) -> tuple[tuple[str, ...], ...]:
    """The origins of a cluster that holds every claim of the articles."""
    material = Material.of([read_closely(a, Settings()) for a in articles])
    cluster = Cluster(id="c", about="", claims=tuple(material.claims))
    return with_origins([cluster], material.articles, material.sentences, material.claims)[0].origins


@pytest.mark.parametrize("pair", PAIRS, ids=[p["why"][:60] for p in PAIRS])
def test_labelled_pairs(pair: dict[str, str]) -> None:
    sides = [article(pair[side].strip(), path=side) for side in ("left", "right")]
    assert (len(origins_of(*sides)) == 1) is pair["one_origin"]


@pytest.mark.parametrize(
    ("text", "agency"),
    [
        ("Fire in Ruma\n\nRUMA, Vestmark (AP) — A fire broke out on Monday.", "Associated Press"),
        ("Fire in Ruma\n\n(Reuters) - A fire broke out on Monday.", "Reuters"),
        ("Fire in Ruma\n\nBy Ana Brandt, Associated Press\n\nA fire broke out on Monday.", "Associated Press"),
        ("Fire in Ruma\n\nAFP\n\nA fire broke out on Monday.", "Agence France-Presse"),
        ("Fire in Ruma\n\nRUMA, 3 May /TASS/. A fire broke out on Monday.", "TASS"),
        ("Fire in Ruma\n\nA fire broke out on Monday.\n\nCopyright 2016 The Associated Press. All rights reserved.", "Associated Press"),
        ("Fire in Ruma\n\nBy Ana Brandt\n\nA fire broke out. The Associated Press contributed to this report.", None),
        ("Fire in Ruma\n\nSmoke over the harbour (AP Photo/Piet Voss)\n\nA fire broke out on Monday.", None),
        ("Reuters to close its Ruma office\n\nReuters will close its office in Ruma in May.", None),
        ("BETHLEHEM, PA (WFMZ) - A fire broke out on Monday.", None),
    ],
)  # fmt: skip
def test_an_agency_is_known_by_its_credit(text: str, agency: str | None) -> None:
    assert agency_of(article(text, path="a")) == agency


@pytest.mark.parametrize(
    ("sentence", "agency"),
    [
        ("Six people died, according to the Associated Press.", "Associated Press"),
        ("A doctor told AFP that six people had died.", "Agence France-Presse"),
        ("Reuters has reported that six people died.", "Reuters"),
        ("Six people died near the Reuters building.", None),
    ],
)
def test_an_agency_is_known_by_being_cited(sentence: str, agency: str | None) -> None:
    assert agency_cited(sentence) == agency


def test_one_publisher_confirms_itself_only_once() -> None:
    one = article("Six people died in Ruma.", path="a", source="The Ruma Gazette")
    other = article("In Ruma the fire has cost six lives.", path="b", source="The  Ruma gazette")
    third = article("The toll in Ruma stands at six dead.", path="c", source="Kesh Daily")
    assert sorted(map(len, origins_of(one, other, third))) == [1, 2]


def test_many_copies_are_joined_without_comparing_all_of_them() -> None:
    report = " ".join(f"word{i} and" for i in range(200))
    texts = {number: shingles(report + f" ending {number} of our own making") for number in range(300)}
    found = copies(texts, ARTICLE)
    assert len(found) < 5 * len(texts)
    joined = {0}
    for _ in range(3):
        joined |= {other for pair in found if joined & set(pair) for other in pair}
    assert joined == set(texts)


def test_a_quotation_is_no_copy() -> None:
    quote = "“We will look at every bolt and every bill before the summer comes to this town,”"
    assert not {*shingles(f"{quote} she said.")} & {*shingles(f"Asked again, Brandt repeated: {quote}")}


def test_a_run_counts_what_is_confirmed_by_origin() -> None:
    told = "A fire in a paper mill in Ruma killed 12 people on Monday night, the mayor said after visiting the site of the blaze."
    own = "Twelve people lost their lives when the paper mill in Ruma burned on Monday night."
    texts = {"a": f"{told} Smoke hung over the town.", "b": f"{told} Schools stayed shut.", "c": own}
    (fact,) = (
        fact
        for fact in find_facts(check([article(text, path=path) for path, text in texts.items()]))
        if any(finding.rule == "quantity-value" for finding in fact.findings)
    )
    assert fact.told_by == "3 articles, 2 independent origins"
