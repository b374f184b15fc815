"""Claims: a table of sentences and what must be claimed by them, about whom, when and by whom."""

import pytest

from factcheck.extract.claims import claims_of
from factcheck.extract.datelines import dateline_end
from factcheck.model import Article, Claim, Segment, Sentence, Span
from factcheck.terms import ClaimKind, SegmentRole


def claims_in(*sentences: str) -> tuple[Claim, ...]:
    """The claims of an article of these sentences."""
    text = " ".join(sentences)
    spans, at = [], 0
    for sentence in sentences:
        spans.append(Span(start=at, end=at + len(sentence)))
        at += len(sentence) + 1
    segments = (Segment(span=Span(start=0, end=len(text)), role=SegmentRole.BODY),)
    article = Article(id="a", path="a.txt", text=text, segments=segments)
    told = [Sentence(article_id="a", index=i, span=s, role=SegmentRole.BODY) for i, s in enumerate(spans)]
    return claims_of(article, told)


def shown(claim: Claim, text: str) -> str:
    """One claim as: its value's words (a statement has none), subject verb [! denied] [@ time] [<- source [stance]]."""
    value = f"{claim.value.span.of(text)}: " if claim.value is not None else ""
    words = [f"{value}{claim.subject} {claim.predicate}{'' if claim.positive else '!'}"]
    if claim.event_time is not None:
        words.append(f"@ {claim.event_time.span.of(text)}")
    if claim.attribution is not None:
        stance = "" if claim.attribution.stance.value == "asserts" else f" {claim.attribution.stance.value}"
        words.append(f"<- {claim.attribution.source}{stance}")
    return " ".join(words)


def rows(text: str) -> list[str]:
    return [shown(claim, text) for claim in claims_in(text)]


CLAIMS = [
    # datelines belong to no claim
    (
        "ARDEN, 4 May 2023 (Norland News) – Nine people were killed on Tuesday, the coastguard said.",
        ["Nine: people kill @ Tuesday <- coastguard", "Tuesday: people kill <- coastguard", "people kill @ Tuesday <- coastguard"],
    ),
    ("ARDEN (Norland News) – Gunmen stole a van.", ["gunman steal"]),
    ("WESTPORT, Friday, 5 May - Six people have died.", ["Six: people die", "people die"]),
    ("(CNN) — Gunmen stole a van.", ["gunman steal"]),
    # who a clause is about
    ("The number of people who died has gone up to four.", ["four: people go", "people go"]),
    ("Nine of the boats sank.", ["Nine: boat sink", "boat sink"]),
    ("A total of 21 people were killed.", ["A total of 21: people kill", "people kill"]),
    ("Two of the men were charged.", ["Two: man charge", "man charge"]),
    ("Some €84 million is missing.", ["Some €84 million: None be", "None be"]),
    ("The chief executive, Carla Thane, resigned.", ["carla thane resign"]),
    ("The former treasurer, Helen Marsh, was convicted.", ["helen marsh convict"]),
    ("The owner, Bell Line, sold the ship.", ["bell line sell"]),
    ("Ilse Kramer, who runs the shops in the north, was named chief.", ["ilse kramer name", "ilse kramer run"]),
    ("Last month, the council closed the school.", ["Last month: council close", "council close @ Last month"]),
    ("On Friday, 9 May, the leaders met.", ["Friday, 9 May: leader meet", "leader meet @ Friday, 9 May"]),
    ("In June 2019 a strike over pay closed the port.", ["June 2019: strike close", "strike close @ June 2019"]),
    ("Two days after the vote failed, the minister resigned.", ["Two days after: minister resign", "minister resign @ Two days after", "vote fail"]),
    ("Under the plan 19 schools will be closed.", ["19: school close", "school close"]),
    ("There were 214 people on board.", ["214: people be", "people be"]),
    ("There were no survivors.", ["no: survivor be!", "survivor be!"]),
    ("A train carrying 300 passengers derailed.", ["300: train derail", "train derail"]),
    ("Officers from three counties took part.", ["three: officer take", "officer take"]),
    ("Trading in the shares was halted.", ["trading halt"]),
    ("The ferry Lady Ellen sank.", ["lady ellen sink"]),
    ("A man from Leeds, who owned the boat, drowned.", ["A: man drown", "man drown", "None own"]),
    ("It had rained for days.", ["None rain"]),
    # what states nothing of the world
    ("The ministry added.", []),
    ("Police said.", []),
    ("A great day out.", []),
    ("She was quoted as saying that 12 men died.", ["12: man die", "man die"]),
    # who says so
    ("The owner, Bell Line, denied that the ship had been overloaded.", ["ship overload <- bell line denies"]),
    ("Police put the crowd at about 12,000.", ["about 12,000: police put <- police"]),
    ("The announcement comes after the bank said it would close.", ["announcement come"]),
    ("The office rejected the account: only nine men had died.", ["only nine: man die <- office", "man die <- office"]),
    ("“It sank fast,” she told the paper.", ["None sink <- she"]),
    ("The last person reported missing was found alive.", ["person find"]),
    ("“We saw it,” said Vera Marek, 71, who was lifted from a roof.", ["71: None say", "None see <- vera marek", "vera marek lift"]),
    ("The terminal operator said it had lost grain.", ["operator lose <- terminal operator"]),
    ("Officials said they had found the boat.", ["official find <- officials"]),
    ("Bell Line said it had sold the ship.", ["bell line sell <- bell line"]),
    ("“We left at once,” the ministry said.", ["ministry leave <- ministry"]),
    ("Barlow said it had rained.", ["None rain <- barlow"]),
    ("The fire spread and nine are missing.", ["nine: people be", "fire spread", "people be"]),
    ("At 23:40 on Tuesday, 12 August, a wall fell.", ["23:40: wall fall @ Tuesday, 12 August", "Tuesday, 12 August: wall fall", "wall fall @ Tuesday, 12 August"]),
    # when
    ("Forty people are missing eight days after the ship sank on Tuesday.", ["Forty: people be @ eight days after", "eight days after: people be", "Tuesday: ship sink", "people be @ eight days after", "ship sink @ Tuesday"]),
    ("Nine people died when the ship sank on Tuesday.", ["Nine: people die @ Tuesday", "Tuesday: ship sink", "people die @ Tuesday", "ship sink @ Tuesday"]),
    ("Nine people died, police said on Tuesday.", ["Nine: people die <- police", "Tuesday: police say", "people die <- police"]),
    ("As of this morning 43 people are dead.", ["this morning: people be", "43: people be", "people be"]),
    ("By Tuesday evening the fire had burned 90 acres.", ["Tuesday evening: fire burn", "90 acres: fire burn", "fire burn"]),
    ("She signed a paper and kept the peace until May.", ["May: None keep", "None sign", "None keep @ May"]),
    ("A bus left the road on Tuesday, killing nine people, in the worst crash since the pile-up of 1987.", ["Tuesday: bus leave", "nine: bus kill @ Tuesday", "1987: bus kill", "bus leave @ Tuesday"]),
    ("She resigned on Monday after a guard had died.", ["Monday: None resign", "a: guard die", "None resign @ Monday", "guard die"]),
    ("As of noon today twelve people have died.", ["today: people die", "twelve: people die", "people die"]),
    ("By Friday the fire will have burned 90 acres.", ["Friday: fire burn", "90 acres: fire burn @ Friday", "fire burn @ Friday"]),
    ("Last year's winner withdrew on Friday.", ["Last year: winner withdraw", "Friday: winner withdraw", "winner withdraw @ Friday"]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), CLAIMS, ids=[t[:50] for t, _ in CLAIMS])
def test_claims(text: str, expected: list[str]) -> None:
    assert rows(text) == expected


# what an earlier sentence says is counted: sentences, then every figure of the last as words, noun, role
CARRIED = [
    (("Police put the number of spectators at about 6,000.", "The tourism board spoke of 15,000."), ["15,000 spectator attended"]),
    (("About 4,000 workers walked out, the ministry said.", "It rained.", "Their union spoke of 250."), ["250 worker None"]),
    (("About 4,000 workers walked out.", "It rained.", "It snowed.", "It hailed.", "Their union spoke of 250."), []),
    (("The district has 212 polling stations.", "Seventeen were shut."), ["Seventeen station None"]),
    (("Organisers expected 30,000 visitors.", "In 2019 it was 22,000."), ["22,000 visitor None"]),
    (("Police counted 900 marchers and 40 dogs.", "The club put the figure at 4,000."), ["4,000 marcher attended"]),
    (("The lorry carried 300 boxes and 400 crates.", "The firm spoke of 350."), []),
    (("Twelve people were killed.", "Nine were injured."), ["Nine people injured"]),
    (("The office counted 300 boats.", "She lives at 17."), []),
]  # fmt: skip


@pytest.mark.parametrize(("sentences", "expected"), CARRIED, ids=[s[-1] for s, _ in CARRIED])
def test_what_is_counted_is_carried_on(sentences: tuple[str, ...], expected: list[str]) -> None:
    text = " ".join(sentences)
    last = [c for c in claims_in(*sentences) if c.sentence == len(sentences) - 1 and c.kind is ClaimKind.QUANTITY]
    assert [f"{c.value.span.of(text)} {c.of} {c.role}" for c in last if c.value is not None] == expected


TRACES = [
    ("LEEDS (Agency) – About 12 men may have died.", ("dateline", "modality:possible", "hedge:about", "role:killed")),
    ("Nine men died on Friday, police said.", ("role:killed", "event:WEEKDAY-5:past", "cue:say")),
    ("The fire burned 90 acres by Monday.", ("as-of:../WEEKDAY-1:past",)),
    ("A 40-year-old man was killed.", ("role:killed", "indefinite")),
    ("So far 12 bodies were found.", ("role:killed", "as-of")),
]


@pytest.mark.parametrize(("text", "expected"), TRACES, ids=[t[:50] for t, _ in TRACES])
def test_trace_names_what_fired(text: str, expected: tuple[str, ...]) -> None:
    first = next(c for c in claims_in(text) if c.kind is ClaimKind.QUANTITY)
    assert first.trace == expected


def test_a_ship_keeps_its_name() -> None:
    sunk, built = (c for c in claims_in("The ferry Lady Ellen sank.", "The Lady Ellen was old.") if c.value is None)
    assert sunk.subject == built.subject == "lady ellen"


def test_spans_point_into_the_article() -> None:
    article = "ARDEN, 4 May 2023 (Norland News) – Nine people were killed."
    claim = claims_in(article)[0]
    assert claim.span.of(article) == claim.text == "Nine people were killed"
    assert claim.value is not None and claim.value.span.of(article) == "Nine"


DATELINES = [
    ("ARDEN, 4 May 2023 (Norland News) – The", "The"),
    ("ARDEN (Norland News) – The", "The"),
    ("WESTPORT, Friday, 5 May (Norland) - Six", "Six"),
    ("OLD ARDEN, Norland (NN) — Two", "Two"),
    ("ARDEN/WESTPORT, May 4 – Two", "Two"),
    ("Arden, Sept. 3 (Norland) -- The", "The"),
    ("ARDEN, May 9. /NORNEWS/. The", "The"),
    ("ARDEN — The", "The"),
    ("NATO – the alliance – said", "NATO – the alliance – said"),
    ("Lena Brandt – The Author – spoke", "Lena Brandt – The Author – spoke"),
    ("The president (left) – Two", "The president (left) – Two"),
    ("4 May 2023 – The bridge opened", "4 May 2023 – The bridge opened"),
    ("May 9 – The parade", "May 9 – The parade"),
    ("Police said – Two men", "Police said – Two men"),
]


@pytest.mark.parametrize(("text", "report"), DATELINES, ids=[t for t, _ in DATELINES])
def test_datelines(text: str, report: str) -> None:
    assert text[dateline_end(text) :] == report
