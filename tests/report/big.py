"""A made-up report of 500 articles, for how long the page takes to open and to filter."""

import datetime as dt
import itertools
from collections.abc import Iterator

from factcheck.model import (
    UNDATED,
    Alignment,
    Anchor,
    Article,
    Case,
    Claim,
    Cluster,
    Delta,
    Finding,
    Interval,
    Quantity,
    Report,
    Segment,
    Span,
    content_id,
)
from factcheck.terms import Basis, ClaimKind, SegmentRole, Severity, Verdict

_FILLER = "Rescue teams worked through the night while families waited for news at the harbour office. "
_FACTS = 10  # claims of an article, and articles that tell the same facts
_VERDICTS = (Verdict.CONFLICT, Verdict.UPDATE, Verdict.AGREE, Verdict.DISPUTED, Verdict.SCOPE)


def _article(number: int) -> tuple[Article, list[Claim]]:
    story, teller = divmod(number, _FACTS)
    text, spans = f"Story {story} as told by paper {teller}\n\n", []
    for fact in range(_FACTS):
        value = str(100 + fact * 7 + teller)
        sentence = f"In place {story}-{fact} a total of {value} people were counted by the wardens."
        at = len(text) + sentence.index(value)
        spans.append((Span(start=len(text), end=len(text) + len(sentence)), Span(start=at, end=at + len(value))))
        text += f"{sentence} {_FILLER * 2}\n\n"
    day = dt.date(2025, 1, 1) + dt.timedelta(days=teller)
    article = Article(
        id=content_id("big", str(number)),
        path=f"big/{number:03}.txt",
        text=text,
        segments=(Segment(span=Span(start=0, end=len(text)), role=SegmentRole.BODY),),
        title=text.split("\n")[0],
        source=f"Paper {teller}",
        published=Anchor(interval=Interval(low=day, high=day), basis=Basis.METADATA),
    )
    return article, [_claim(article, *pair) for pair in spans]


def _claim(article: Article, clause: Span, figure: Span) -> Claim:
    value = float(figure.of(article.text))
    return Claim(
        id=content_id(article.id, str(figure.start)),
        article_id=article.id,
        sentence=0,
        span=clause,
        text=clause.of(article.text),
        kind=ClaimKind.QUANTITY,
        value=Quantity(span=figure, interval=Interval(low=value, high=value), unit="count", of="people"),
        of="people",
    )


def big_report(articles: int = 500) -> Report:
    """``articles`` articles of ten claims each; the nth claims of the ten articles of a story are one fact."""
    told = [_article(number) for number in range(articles)]
    clusters, findings = [], []
    for story in range(0, articles, _FACTS):
        for fact in range(_FACTS):
            members = [claims[fact] for _, claims in told[story : story + _FACTS]]
            cluster = Cluster(
                id=content_id("cluster", *(c.id for c in members)),
                about=f"people counted in place {story // _FACTS}-{fact}",
                claims=tuple(c.id for c in members),
            )
            clusters.append(cluster)
            findings += _findings(cluster, members, _VERDICTS[fact % len(_VERDICTS)])
    return Report(
        schema="factcheck.report/1",
        articles=tuple(article for article, _ in told),
        claims=tuple(claim for _, claims in told for claim in claims),
        clusters=tuple(clusters),
        findings=tuple(findings),
    )


def _findings(cluster: Cluster, members: list[Claim], verdict: Verdict) -> Iterator[Finding]:
    for left, right in itertools.pairwise(members):
        yield Finding(
            id=content_id("finding", left.id, right.id),
            verdict=verdict,
            severity=Severity.MEDIUM,
            confidence=0.8,
            rule="quantity-value",
            level="values",
            cluster=cluster.id,
            about=cluster.about,
            left=left.id,
            right=right.id,
            delta=Delta(absolute=1.0),
            case=_case(left, right),
            reason=f"Both count the people; {left.text[-40:]} and {right.text[-40:]} cannot both be true.",
        )


def _case(left: Claim, right: Claim) -> Case:
    evidence = (("clause", 0.9), ("sentence", 0.9), ("story", 0.8))
    return Case(
        left=left,
        right=right,
        alignment=Alignment(left=left.id, right=right.id, score=0.8, evidence=evidence),
        published=(UNDATED, UNDATED),
        sentences=(left.text, right.text),
        roles=(SegmentRole.BODY, SegmentRole.BODY),
    )
