"""Who says so: sentences with their sources, and the stretch that each source answers for."""

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from factcheck.extract.attribution import attribute_sentences, attribution_at, find_attributions
from factcheck.extract.attribution.sources import party

# sentence, then every attribution as source/cue/stance[scope]
EXAMPLES = [
    # before
    ("Police said 12 people died.", "police/say/asserts[12 people died]"),
    ("Police said that 12 people died.", "police/say/asserts[12 people died]"),
    ("The ministry announced that the vote was void.", "ministry/announce/asserts[the vote was void]"),
    ("The mayor told reporters that talks would resume.", "mayor/tell/asserts[talks would resume]"),
    ("Organisers claimed 5,000 people attended.", "organisers/claim/asserts[5,000 people attended]"),
    ("Officials say the dam is safe.", "officials/say/asserts[the dam is safe]"),
    ("The army denied that its troops had withdrawn.", "army/deny/denies[its troops had withdrawn]"),
    (
        "Norway's foreign ministry said two Norwegians were held.",
        "norway's foreign ministry/say/asserts[two Norwegians were held]",
    ),
    ("The Polish army said it lost nine men.", "polish army/say/asserts[it lost nine men]"),
    ("Ken Barlow, the police chief, said two men were held.", "ken barlow/say/asserts[two men were held]"),
    ("In a statement, the airline said 40 flights were cancelled.", "airline/say/asserts[40 flights were cancelled]"),
    ("On Friday, the bank said profits fell.", "bank/say/asserts[profits fell]"),
    ("A spokesman for the Red Cross said 300 had fled.", "red cross/say/asserts[300 had fled]"),
    ("A statement from the palace said the king was well.", "palace/say/asserts[the king was well]"),
    ("Economists expect prices to fall.", "economists/expect/expects[prices to fall]"),
    ("The bank forecasts that growth will slow.", "bank/forecast/expects[growth will slow]"),
    ("The ministry put the toll at 12.", "ministry/put/asserts[the toll at 12]"),
    ("The UN has recorded 1,300 deaths.", "un/record/asserts[1,300 deaths]"),
    ("The paper corrected its report of 40 deaths.", "paper/correct/corrects[its report of 40 deaths]"),
    ("The company rejected claims that 40 workers died.", "company/reject/denies[40 workers died]"),
    ("Mr Nowak insisted the deal was fair.", "nowak/insist/asserts[the deal was fair]"),
    ("The mayor said: “The bridge is closed.”", "mayor/say/asserts[The bridge is closed]"),
    ("President Lena Brandt said she would resign.", "president lena brandt/say/asserts[she would resign]"),
    # after
    ("Twelve people died, police said.", "police/say/asserts[Twelve people died]"),
    ("Twelve people died, police said on Monday.", "police/say/asserts[Twelve people died]"),
    ("Twelve people died, the health ministry has confirmed.", "health ministry/confirm/asserts[Twelve people died]"),
    ("“The dam is safe,” the minister said.", "minister/say/asserts[The dam is safe]"),
    ('"We will rebuild," said Mr Nowak.', "nowak/say/asserts[We will rebuild]"),
    ("Twelve people died, according to the ministry.", "ministry/according to/asserts[Twelve people died]"),
    ("Twelve people died, according to police.", "police/according to/asserts[Twelve people died]"),
    (
        "Two men were held, said Leeds police chief Ken Barlow.",
        "leeds police chief ken barlow/say/asserts[Two men were held]",
    ),
    ("The toll has risen to 40, state media reported.", "state media/report/asserts[The toll has risen to 40]"),
    (
        "When the roof fell, 40 people were inside, witnesses said.",
        "witnesses/say/asserts[When the roof fell, 40 people were inside]",
    ),
    # in front, in the middle
    ("According to police, 12 people died.", "police/according to/asserts[12 people died]"),
    ("According to a report from the Red Cross, 300 fled.", "red cross/according to/asserts[300 fled]"),
    ("As reported by the Daily Echo, 300 fled.", "daily echo/report/asserts[300 fled]"),
    ("The men, police said, were armed.", "police/say/asserts[The men]; police/say/asserts[were armed]"),
    ('"The dam," he said, "is safe."', "he/say/asserts[The dam]; he/say/asserts[is safe]"),
    # nouns
    ("The crowd exceeded police estimates of 300.", "police/estimate/asserts[300]"),
    ("The organisers' figure of 5,000 was disputed.", "organisers/figure/asserts[5,000]"),
    ("By police estimates, 300 people marched.", "police/estimate/asserts[300 people marched]"),
    ("About 300 people marched, by police estimates.", "police/estimate/asserts[About 300 people marched]"),
    ("Figures from the ministry showed exports fell.", "ministry/show/asserts[exports fell]"),
    (
        "By the count of the teachers' union 38,000 people marched.",
        "teachers' union/count/asserts[38,000 people marched]",
    ),
    ("By a count of heads, 300 were there.", ""),
    ("By the organisers' count 5,000 people came.", "organisers/count/asserts[5,000 people came]"),
    ("Police put the crowd at about 12,000.", "police/put/asserts[the crowd at about 12,000]"),
    (
        "The council puts the damage at some 3 billion crowns.",
        "council/put/asserts[the damage at some 3 billion crowns]",
    ),
    ("The men put chairs at every door.", ""),
    ("The union spoke of 2,500.", "union/speak/asserts[of 2,500]"),
    ("Older people speak of the winter of 2009.", ""),
    ("The economists come to 3.2 per cent.", "economists/come/asserts[to 3.2 per cent]"),
    ("The bill came to £40.", ""),
    ("The agency estimates the cost at £3m.", "agency/estimate/asserts[the cost at £3m]"),
    ("The ministry lists 31 dead.", "ministry/list/asserts[31 dead]"),
    ("The hospital registered 40 admissions.", "hospital/register/asserts[40 admissions]"),
    ("The league reckons 4,000 jobs will go.", "league/reckon/asserts[4,000 jobs will go]"),
    ("A police spokesman gave the number as 900.", "police/give/asserts[the number as 900]"),
    ("He gave his friends 12 goats.", ""),
    ("The officials talk of 40 dead.", "officials/talk/asserts[of 40 dead]"),
    (
        "Police spoke of 900 marchers, organisers of 4,000.",
        "police/speak/asserts[of 900 marchers]; organisers/speak/asserts[of 4,000]",
    ),
    ("The union's count was 2,500.", "union/count/asserts[2,500]"),
    (
        "The police figure was 900, the organisers' 4,000.",
        "police/figure/asserts[900]; organisers/figure/asserts[4,000]",
    ),
    ("On the ministry's figures, 12 died.", "ministry/figure/asserts[12 died]"),
    ("Twelve died, on the ministry's figures.", "ministry/figure/asserts[Twelve died]"),
    ("The number of cases reported by phone fell.", ""),
    ("113 cases reported an error.", ""),
    ("At 4 p.m. today the health unit recorded 113 cases.", "health unit/record/asserts[113 cases]"),
    ("The count of visitors has been corrected to 26,900.", ""),
    ("Nobody told the men.", ""),
    ("The flight went according to plan.", ""),
    ("Media contact: Vera Marek", ""),
    ("A man entered the office, put a bullet in the wall and took 40 crowns.", ""),
    ("At the hotel she told voters that she had won.", "she/tell/asserts[she had won]"),
    ("Nevertheless we expect that 96 flights will go.", "we/expect/expects[96 flights will go]"),
    ("The firm therefore rejects the claim that it knew.", "firm/reject/denies[it knew]"),
    ("Ann Mayeux, coroner of Ardel Parish, said the chase ended.", "ann mayeux/say/asserts[the chase ended]"),
    ("“It fell,” said Ann Mayeux, coroner of Ardel.", "ann mayeux/say/asserts[It fell]"),
    ("Officials at the scene say two boys are hurt.", "officials at scene/say/asserts[two boys are hurt]"),
    ("Officers responded to the scene at noon.", ""),
    ("A crash reported at noon closed the road.", ""),
    ("State media reported on Monday that two died.", "state media/report/asserts[two died]"),
    ("Five men said to have fled were held.", ""),
    ("The station will update this story.", ""),
    ("According to the complaint Ann Hale was hurt.", "complaint/according to/asserts[Ann Hale was hurt]"),
    ("He went to police headquarters to announce charges.", ""),
    ("Temba's party says it won.", "temba's party/say/asserts[it won]"),
    ("The bank stands by £412m.", "bank/stand/asserts[by £412m]"),
    ("He stole £4m, prosecutors say.", "prosecutors/say/asserts[He stole £4m]"),
    ("“It fell,” says retired miner Odd Berge.", "retired miner odd berge/say/asserts[It fell]"),
    ("Witnesses, however, say that two men fled.", "witnesses/say/asserts[two men fled]"),
    ("The owner, Bell Line, denied that the ship was full.", "bell line/deny/denies[the ship was full]"),
    ("The pause is the second announced by the army.", ""),
    ("The news comes days after the bank said it would close.", "bank/say/asserts[it would close]"),
    (
        "According to the fire service the flood claimed eight lives.",
        "fire service/according to/asserts[the flood claimed eight lives]",
    ),
    ("The judge found that €4 million had been moved.", "judge/find/asserts[€4 million had been moved]"),
    ("The judge found him guilty.", ""),
    # several
    (
        "Police said 300 marched, while organisers claimed 5,000 did.",
        "police/say/asserts[300 marched]; organisers/claim/asserts[5,000 did]",
    ),
    (
        "Police said 300 marched; organisers claimed 5,000 did.",
        "police/say/asserts[300 marched]; organisers/claim/asserts[5,000 did]",
    ),
    (
        "Police said two died, but witnesses said nine died.",
        "police/say/asserts[two died]; witnesses/say/asserts[nine died]",
    ),
    (
        "Two died, police said, but witnesses said nine died.",
        "police/say/asserts[Two died]; witnesses/say/asserts[nine died]",
    ),
    (
        "Police said two died, and the ministry said nine were hurt.",
        "police/say/asserts[two died]; ministry/say/asserts[nine were hurt]",
    ),
    (
        "Police said two died, adding that nine were hurt.",
        "police/say/asserts[two died]; police/add/asserts[nine were hurt]",
    ),
    (
        "Two died, police said, adding that nine were hurt.",
        "police/say/asserts[Two died]; police/add/asserts[nine were hurt]",
    ),
    (
        "The BBC reported that police said 12 people died.",
        "bbc/report/asserts[police said 12 people died]; police/say/asserts[12 people died]",
    ),
    ("Police said two died, while the mayor left.", "police/say/asserts[two died]"),
    # headlines
    ("Police: 12 killed in bus crash", "police/:/asserts[12 killed in bus crash]"),
    ("12 killed in bus crash: police", "police/:/asserts[12 killed in bus crash]"),
    ("12 killed in bus crash - officials", "officials/-/asserts[12 killed in bus crash]"),
    ("Bus crash kills 12, police say", "police/say/asserts[Bus crash kills 12]"),
    # none
    ("The bridge opened in 1932.", ""),
    ("Twelve people were reported missing.", ""),
    ("He is expected to resign.", ""),
    ("The bus put 12 people in danger.", ""),
    ("Peru: 12 killed in bus crash", ""),
    ("The score was 3: a record.", ""),
    ("The storm is said to be the worst.", ""),
    ("The report was published on Monday.", ""),
    ("An estimate of 300 was too low.", ""),
    ("They found 12 bodies.", ""),
    ("The plane added 12 seats.", ""),
]

ARTICLES = [
    (
        ("Mayor Lena Brandt said the dam was safe.", "She added that 40 people had left."),
        ("mayor lena brandt", "mayor lena brandt"),
    ),
    (("Ken Barlow said two men were held.", "The men were armed, Barlow said."), ("ken barlow", "ken barlow")),
    (
        (
            "“The dam is safe,” the minister said. “We checked it.",
            "Nobody needs to leave.",
            "All is well.”",
            "It rained.",
        ),
        ("minister", "minister", "minister", ""),
    ),
    (("“The dam is safe,” the minister said.", "“We checked it.”", "It rained."), ("minister", "minister", "")),
    (("“Nobody left.", "The dam is safe,” the minister said."), ("minister", "minister")),
    (("Police said two men were held.", "He added that both were armed."), ("police", "he")),
    (
        ("Norway's foreign ministry said two men were held.", "The ministry said both were armed."),
        ("norway's foreign ministry", "norway's foreign ministry"),
    ),
    (("Two men were held.", "They were armed."), ("", "")),
    (("The airline said 40 flights were cut.", "It said more would follow."), ("airline", "airline")),
]


def shown(text: str) -> str:
    return "; ".join(
        f"{a.attribution.source}/{a.attribution.cue}/{a.attribution.stance.value}[{a.scope.of(text)}]"
        for a in find_attributions(text)
    )


@pytest.mark.parametrize(("text", "expected"), EXAMPLES, ids=[t[:40] for t, _ in EXAMPLES])
def test_attributions(text: str, expected: str) -> None:
    assert shown(text) == expected


@pytest.mark.parametrize(("texts", "sources"), ARTICLES)
def test_sources_carry_over(texts: tuple[str, ...], sources: tuple[str, ...]) -> None:
    found = attribute_sentences(texts)
    assert len(found) == len(texts)
    assert tuple(spans[0].attribution.source if spans else "" for spans in found) == sources


def test_attribution_at_takes_the_innermost() -> None:
    text = "The BBC reported that police said 12 people died."
    found = attribution_at(find_attributions(text), text.index("12"))
    assert found is not None
    assert found.source == "police"
    assert attribution_at(find_attributions(text), 0) is None


@pytest.mark.parametrize(
    ("source", "name"),
    [
        ("police", "police"),
        ("local police", "police"),
        ("leeds police chief ken barlow", "police"),
        ("sheriff's deputies", "police"),
        ("organisers", "organisers"),
        ("organizers", "organisers"),
        ("the organiser", "organisers"),
        ("ukrainian military", "ukraine"),
        ("kyiv", "ukraine"),
        ("ukraine foreign ministry", "ukraine"),
        ("us officials", "united states"),
        ("red cross", "red cross"),
        ("un", "united nations"),
        ("lena brandt", "brandt"),
        ("president lena brandt", "brandt"),
        ("officials", ""),
        ("sources", ""),
        ("media reports", ""),
        ("witnesses", ""),
        ("statement", ""),
        ("he", ""),
        ("", ""),
    ],
)
def test_party(source: str, name: str) -> None:
    assert party(source) == name


_PIECES = st.sampled_from(
    [
        "Police",
        "said",
        "that",
        "12",
        "people",
        "were",
        "killed",
        ",",
        "while",
        "organisers",
        "claimed",
        ";",
        ":",
        "“",
        "”",
        '"',
        "-",
        "according",
        "to",
        "the",
        "ministry",
        "he",
        "told",
        ".",
        "'s",
        "—",
        "estimates",
        "of",
        "by",
        "put",
        "toll",
        "at",
    ]
)


@settings(max_examples=300, deadline=None)
@given(st.one_of(st.text(max_size=120), st.lists(_PIECES, max_size=30).map(" ".join)))
def test_spans_lie_in_the_sentence(text: str) -> None:
    for found in find_attributions(text):
        assert 0 <= found.scope.start < found.scope.end <= len(text)
        assert 0 <= found.attribution.span.start < found.attribution.span.end <= len(text)
        assert found.attribution.source
        assert found.scope.of(text) == found.scope.of(text).strip()
    assert len(attribute_sentences([text, text])) == 2


@pytest.mark.parametrize(
    "text",
    [
        "." * 200_000,
        "a" * 2_000_000,
        "police said " * 30_000,
        ", police said" * 20_000,
        "he said, " * 30_000,
        "according to " * 30_000,
        "police estimates of " * 20_000,
        "“ said " * 40_000,
        "; " * 80_000,
        "while police said 12 died, " * 10_000,
    ],
    ids=lambda t: t[:12],
)
def test_linear(text: str) -> None:
    began = time.perf_counter()
    find_attributions(text)
    assert time.perf_counter() - began < 10
