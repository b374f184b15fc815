"""A new article against the archive: the findings of a check of that article and the related ones, as far as it has a part."""

from pathlib import Path

import pytest
from conftest import SEEDS, QuickEmbedder

from archive.conftest import AGAIN, short
from factcheck.align.stories import related_from, relatedness
from factcheck.archive.checking import check_all, check_new
from factcheck.archive.store import Archive
from factcheck.ingest.read import read
from factcheck.model import Report
from factcheck.pipeline import check
from factcheck.settings import Settings
from factcheck.terms import Verdict


@pytest.fixture(scope="module")
def articles():
    return {Path(a.path).relative_to(SEEDS).as_posix(): a for a in read([SEEDS])}


@pytest.fixture(scope="module")
def archive(articles, tmp_path_factory):
    """All the sample stories. What is checked stands in it already, and is left out then as if it did not."""
    with Archive(tmp_path_factory.mktemp("archive") / "seeds", create=True) as archive:
        for article in articles.values():
            archive.add(article, Settings())
        yield archive


def said(report: Report, about: str) -> list[tuple]:
    """What is found about an article (an id): verdicts, rules, and the words on both sides."""
    claims = {claim.id: claim for claim in report.claims}
    pairs = ((f, claims[f.left], claims[f.right]) for f in report.findings)
    return sorted(
        (f.verdict, f.rule, f.level, f.severity, f.confidence, left.text, right.text)
        for f, left, right in pairs
        if about in (left.article_id, right.article_id)
    )


# The first articles of every story; which article of a story is new makes no difference to how it is checked.
NEW = ["ferry-disaster/004_tabloid.html", "grocer-accounts/005_tabloid_verdict.md", "lake-half-marathon/004_runner_blog.txt",
       "moor-fire/002_local.md", "museum-theft/004_city_broadcaster.json", "school-march/004_police_bulletin.txt",
       "treaty-vote/002_opposition_paper.md", "victory-day/003_leaders_to_beijing.txt"]  # fmt: skip


@pytest.mark.parametrize("new", NEW)
def test_findings_are_those_of_a_check_of_the_related_articles(archive, articles, new):
    article = articles[new]
    related = [reading.article for reading in archive.related([article])]
    originals = [a for a in articles.values() if a.id in {r.id for r in related}]
    embedder = QuickEmbedder()
    found = check_new(archive, [article], Settings(), embedder=embedder)
    whole = check([article, *originals], Settings(), embedder=embedder)
    assert said(found, article.id) == said(whole, article.id) != []
    assert len(said(found, article.id)) == len(found.findings)  # and nothing else
    assert {finding.cluster for finding in found.findings} <= {cluster.id for cluster in found.clusters}


def test_an_article_that_is_not_stored_is_checked_like_one_that_is(archive, articles, tmp_path):
    new = articles["ferry-disaster/004_tabloid.html"]
    with Archive(tmp_path / "others", create=True) as others:
        for article in articles.values():
            if article is not new:
                others.add(article, Settings())
        assert [r.article for r in others.related([new])] == [r.article for r in archive.related([new])]
        check_new(others, [new], Settings(), embedder=QuickEmbedder())
        assert len(others) == len(articles) - 1  # it was not stored


def test_nearly_the_same_articles_are_related_as_in_one_check_of_all(archive, articles):
    """The archive measures on the nearest, a check on all of the articles: at the threshold they may differ."""
    every = sorted(articles.values(), key=lambda a: a.path)
    related = relatedness(every)
    meets = [
        {row for row, score in related.row(n).items() if score >= related_from(len(every))} for n in range(len(every))
    ]
    differ = 0
    for row, article in enumerate(every):
        found = {reading.article.id for reading in archive.related([article])}
        differ += len(found ^ {every[n].id for n in meets[row] if n != row})
    assert differ <= 0.05 * sum(map(len, meets))


def test_a_report_on_the_archive_is_a_check_of_its_articles(stored, quick):
    new = short("again.txt", AGAIN)
    stored.add(new, Settings())
    report = check_all(stored, Settings())
    assert any(finding.verdict is Verdict.CONFLICT for finding in report.findings)
    assert report.to_json() == check([reading.article for reading in stored.readings()], Settings()).to_json()


def test_new_articles_are_checked_against_each_other_too(stored, quick):
    found = check_new(
        stored, [short("one.txt", AGAIN), short("two.txt", AGAIN.replace("Fifteen", "Twenty"))], Settings()
    )
    pairs = {tuple(sorted(claim.article_id for claim in found.claims if claim.id in (f.left, f.right)))
             for f in found.findings if f.verdict is Verdict.CONFLICT}  # fmt: skip
    assert len(pairs) == 3
