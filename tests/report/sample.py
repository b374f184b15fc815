"""A small invented story as a Report built by hand: three articles, six facts, one finding of each verdict.

One article carries console markup, terminal escapes and HTML in its text, so that every renderer meets them.
"""

from __future__ import annotations

import datetime as dt

from factcheck.model import (
    Anchor,
    Article,
    Attribution,
    Claim,
    Cluster,
    Delta,
    Finding,
    Interval,
    Quantity,
    Report,
    Segment,
    Span,
    TimeExpression,
    content_id,
)
from factcheck.terms import Basis, ClaimKind, Hedge, SegmentRole, Severity, Stance, TimeBasis, Verdict

POST = (
    "Fire guts paper mill in Ostrel\n\n"
    "At least 12 people were killed when fire broke out at a paper mill in Ostrel on Friday, police said. "
    "Another 40 were taken to hospital with burns.\n\n"
    "The mill opened in 1961 and employs 700 people.\n"
)
LEDGER = (
    "Mill toll climbs\n\n"
    "The death toll from Friday's blaze at the Ostrel mill has risen to 15, the health ministry said on Sunday.\n\n"
    "Built in 1958 by the Varga family, the mill makes newsprint. Some 700 people work there.\n\n"
    "Organisers said 3,000 people joined a vigil on Saturday night.\n"
)
NOTES = (
    "[bold red]Ostrel[/bold red] notebook \x1b[31m<script>alert(1)</script>\n\n"
    "Police counted [red]about 800[/red] people at Saturday's vigil.\n\n"
    "Six people died in a fire at the same mill in 2009.\n"
)


def _article(path: str, text: str, *, source: str | None, title: str | None, published: Anchor) -> Article:
    whole = Segment(span=Span(start=0, end=len(text)), role=SegmentRole.BODY)
    return Article(
        id=content_id(path, text),
        path=path,
        text=text,
        segments=(whole,),
        title=title,
        source=source,
        published=published,
    )


def _days(start: str | None, end: str | None = None) -> Interval[dt.date]:
    first = dt.date.fromisoformat(start) if start else None
    last = dt.date.fromisoformat(end) if end else first
    return Interval(low=first, high=last)


_post = _article(
    "story/post.txt",
    POST,
    source="Harbour Post",
    title="Fire guts paper mill in Ostrel",
    published=Anchor(interval=_days("2024-05-04"), basis=Basis.METADATA, evidence=("front matter: 2024-05-04",)),
)
_ledger = _article(
    "story/ledger.txt",
    LEDGER,
    source=None,
    title="Mill toll climbs",
    published=Anchor(
        interval=_days("2024-05-05", "2024-05-07"), basis=Basis.INFERRED, evidence=("“on Sunday” after 3 May 2024",)
    ),
)
_notes = _article(
    "story/notes.md", NOTES, source=None, title=None, published=Anchor(interval=_days(None), basis=Basis.UNKNOWN)
)


def _span(article: Article, words: str) -> Span:
    start = article.text.index(words)
    return Span(start=start, end=start + len(words))


def _claim(
    article: Article,
    clause: str,
    value: Quantity | TimeExpression,
    *,
    says: str | None = None,
    stance: Stance = Stance.ASSERTS,
) -> Claim:
    span = _span(article, clause)
    attribution = Attribution(span=span, source=says, cue="said", stance=stance) if says else None
    quantity = isinstance(value, Quantity)
    return Claim(
        id=content_id(article.id, clause, value.span.of(article.text)),
        article_id=article.id,
        sentence=0,
        span=span,
        text=clause,
        kind=ClaimKind.QUANTITY if quantity else ClaimKind.TIME,
        value=value,
        of=value.of if isinstance(value, Quantity) else None,
        role=value.role if isinstance(value, Quantity) else None,
        subject="mill",
        predicate="kill",
        attribution=attribution,
        event_time=None if quantity else value,  # type: ignore[arg-type]
        trace=("number", "noun"),
    )


def _count(
    article: Article,
    words: str,
    low: float | None,
    high: float | None,
    *,
    of: str = "people",
    role: str | None = None,
    hedge: Hedge = Hedge.EXACT,
) -> Quantity:
    return Quantity(
        span=_span(article, words), interval=Interval(low=low, high=high), unit="count", of=of, role=role, hedge=hedge
    )


def _year(article: Article, words: str) -> TimeExpression:
    return TimeExpression(
        span=_span(article, words),
        interval=_days(f"{words[-4:]}-01-01", f"{words[-4:]}-12-31"),
        grain="year",
        basis=TimeBasis.ABSOLUTE,
        symbol=f"year {words[-4:]}",
    )


_killed12 = _claim(
    _post,
    "At least 12 people were killed when fire broke out at a paper mill in Ostrel on Friday, police said.",
    _count(_post, "At least 12", 12, None, role="killed", hedge=Hedge.AT_LEAST),
    says="police",
)
_injured40 = _claim(
    _post,
    "Another 40 were taken to hospital with burns.",
    _count(_post, "40", 40, 40, role="injured"),
)
_killed15 = _claim(
    _ledger,
    "The death toll from Friday's blaze at the Ostrel mill has risen to 15, the health ministry said on Sunday.",
    _count(_ledger, "15", 15, 15, role="killed"),
    says="health ministry",
)
_killed6 = _claim(
    _notes,
    "Six people died in a fire at the same mill in 2009.",
    _count(_notes, "Six", 6, 6, role="killed"),
)
_opened1961 = _claim(_post, "The mill opened in 1961", _year(_post, "1961"))
_opened1958 = _claim(_ledger, "Built in 1958 by the Varga family", _year(_ledger, "1958"))
_vigil3000 = _claim(
    _ledger,
    "Organisers said 3,000 people joined a vigil on Saturday night.",
    _count(_ledger, "3,000", 3000, 3000, role="attended"),
    says="organisers",
)
_vigil800 = _claim(
    _notes,
    "Police counted [red]about 800[/red] people at Saturday's vigil.",
    _count(_notes, "about 800", 750, 850, role="attended", hedge=Hedge.ABOUT),
    says="police",
)
_employs = _claim(_post, "employs 700 people", _count(_post, "700", 700, 700))
_works = _claim(_ledger, "Some 700 people work there.", _count(_ledger, "Some 700", 650, 750, hedge=Hedge.ABOUT))


def _cluster(about: str, *claims: Claim) -> Cluster:
    ids = tuple(claim.id for claim in claims)
    tellers = sorted({claim.article_id for claim in claims})
    copied = about == "when the mill opened"  # the one paper has it from the other's old reports
    origins = (tuple(tellers),) if copied else tuple((teller,) for teller in tellers)
    return Cluster(id=content_id("cluster", *ids), about=about, claims=ids, origins=origins)


_toll = _cluster("people killed in the fire at the Ostrel mill", _killed12, _killed15)
_opening = _cluster("when the mill opened", _opened1961, _opened1958)
_vigil = _cluster("people at the vigil", _vigil3000, _vigil800)
_staff = _cluster("people employed at the mill", _employs, _works)
_hurt = _cluster("people killed or injured", _killed12, _injured40)
_earlier = _cluster("people killed in a fire at the mill", _killed15, _killed6)


def _finding(
    verdict: Verdict,
    severity: Severity,
    cluster: Cluster,
    left: Claim,
    right: Claim,
    reason: str,
    *,
    rule: str = "quantity-value",
    level: str,
    confidence: float = 0.9,
    delta: Delta | None = None,
) -> Finding:
    return Finding(
        id=content_id("finding", left.id, right.id, rule),
        verdict=verdict,
        severity=severity,
        confidence=confidence,
        rule=rule,
        level=level,
        cluster=cluster.id,
        about=cluster.about,
        left=left.id,
        right=right.id,
        delta=delta or Delta(),
        reason=reason,
    )


SAMPLE = Report(
    schema="factcheck.report/1",
    articles=(_post, _ledger, _notes),
    claims=(
        *(_killed12, _injured40, _opened1961, _employs),
        *(_killed15, _opened1958, _works, _vigil3000),
        *(_vigil800, _killed6),
    ),
    clusters=(_toll, _opening, _vigil, _staff, _hurt, _earlier),
    findings=(
        _finding(
            Verdict.AGREE,
            Severity.INFO,
            _staff,
            _employs,
            _works,
            "“some 700” allows 700.",
            level="refines",
        ),
        _finding(
            Verdict.UPDATE,
            Severity.LOW,
            _toll,
            _killed12,
            _killed15,
            "The toll rose from at least 12 to 15 between 4 May and 5 May 2024.",
            level="running measure",
            delta=Delta(absolute=3, relative=0.25, days=1),
        ),
        _finding(
            Verdict.CONFLICT,
            Severity.HIGH,
            _opening,
            _opened1961,
            _opened1958,
            "One event, two years that have no day in common: 1961 and 1958.",
            rule="event-date",
            level="disjoint",
            delta=Delta(absolute=None, relative=None, days=1096),
        ),
        _finding(
            Verdict.DISPUTED,
            Severity.MEDIUM,
            _vigil,
            _vigil3000,
            _vigil800,
            "The organisers' figure and the police's cannot both be right.",
            level="different parties",
            delta=Delta(absolute=-2200, relative=-0.7333333333333333),
        ),
        _finding(
            Verdict.SCOPE,
            Severity.INFO,
            _hurt,
            _killed12,
            _injured40,
            "One counts the killed, the other the injured.",
            level="role",
        ),
        _finding(
            Verdict.DATE_CONTEXT,
            Severity.INFO,
            _earlier,
            _killed15,
            _killed6,
            "One fire was in 2024, the other in 2009.",
            level="occasion",
        ),
    ),
    settings=(("embedder", "all-MiniLM-L6-v2"), ("within", "true")),
    versions=(("factcheck", "0.1.0"),),
)
