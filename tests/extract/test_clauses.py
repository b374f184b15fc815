"""Clauses of a sentence: a table of sentences and the pieces they must fall into, with verb, polarity, tense and mood."""

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from factcheck.extract.clauses import clause_at, find_clauses

# sentence, then each clause as words>lemma[!]:tense[/modality]; "!" marks what is denied, "-" no verb
EXAMPLES = [
    # one clause
    ("The bridge opened in 1932.", "The bridge opened in 1932>open:pas"),
    ("A train carrying 300 passengers derailed.", "A train carrying 300 passengers derailed>derail:pas"),
    ("France, Germany and Italy signed the treaty.", "France, Germany and Italy signed the treaty>sign:pas"),
    ("The plane carried 150 passengers and six crew.", "The plane carried 150 passengers and six crew>carry:pas"),
    ("The fire killed and injured dozens.", "The fire killed and injured dozens>kill:pas"),
    ("Five men, two women and a child were rescued.", "Five men, two women and a child were rescued>rescue:pas"),
    ("It happened on Friday, 9 May, in Leeds.", "It happened on Friday, 9 May, in Leeds>happen:pas"),
    (
        "The Ministry of Trade and Industry has 4,000 staff.",
        "The Ministry of Trade and Industry has 4,000 staff>have:pas",
    ),
    (
        "The men arrested on Friday were charged with murder.",
        "The men arrested on Friday were charged with murder>charge:pas",
    ),
    ("Twelve miners.", "Twelve miners>-:pre"),
    ("The cost rose from 2.5 to 3.1 million, a record.", "The cost rose from 2.5 to 3.1 million, a record>rise:pas"),
    ("The injured were taken to hospital.", "The injured were taken to hospital>take:pas"),
    ("Police are following up on the case.", "Police are following up on the case>follow:pre"),
    ("The firm is joining forces with others.", "The firm is joining forces with others>join:pre"),
    ("Collapsed buildings appear widespread.", "Collapsed buildings appear widespread>appear:pre"),
    (
        "Although nobody was hurt, the bridge was closed.",
        "nobody was hurt, the bridge was closed>close:pas || nobody was hurt>hurt!:pas",
    ),
    (
        "It happened as the boy and his sister were visiting.",
        "It happened as the boy and his sister were visiting>happen:pas || as the boy and his sister were visiting>visit:pas",
    ),
    (
        "Earthquakes happen, they will kill more.",
        "Earthquakes happen>happen:pre || they will kill more>kill:fut",
    ),
    ("Thousands flee as fire nears town", "Thousands flee as fire nears town>flee:pre || as fire nears town>near:pre"),
    ("Bus crash kills four, injures 12", "Bus crash kills four>kill:pre || injures 12>injure:pre"),
    (
        "Four killed as bus plunges into ravine",
        "Four killed as bus plunges into ravine>-:pas || as bus plunges into ravine>plunge:pre",
    ),
    # coordinated verbs
    ("The storm killed nine people and injured 40.", "The storm killed nine people>kill:pas || injured 40>injure:pas"),
    (
        "He was arrested on Monday and charged with fraud.",
        "He was arrested on Monday>arrest:pas || charged with fraud>charge:pas",
    ),
    ("She was arrested and charged.", "She was arrested and charged>arrest:pas"),
    ("The bus left the road and it hit a wall.", "The bus left the road>leave:pas || it hit a wall>hit:pas"),
    ("He will visit Rome and meet the pope.", "He will visit Rome>visit:fut || meet the pope>meet:fut"),
    ("Nine people were killed and 40 injured.", "Nine people were killed>kill:pas || 40 injured>injure:pas"),
    (
        "Nine people were killed and 40 others were injured.",
        "Nine people were killed>kill:pas || 40 others were injured>injure:pas",
    ),
    (
        "Three soldiers died, two were wounded and one is missing.",
        "Three soldiers died>die:pas || two were wounded>wound:pas || one is missing>be:pre",
    ),
    (
        "The army withdrew but rebels stayed in the town.",
        "The army withdrew>withdraw:pas || rebels stayed in the town>stay:pas",
    ),
    ("The vote passed; the opposition walked out.", "The vote passed>pass:pas || the opposition walked out>walk:pas"),
    ("Flood kills 30, displaces 2,000", "Flood kills 30>kill:pre || displaces 2,000>displace:pre"),
    ("4 dead, 2 missing in avalanche", "4 dead>-:pas || 2 missing in avalanche>-:pas"),
    # contrast
    (
        "Police counted 300, while organisers claimed 5,000.",
        "Police counted 300>count:pas || organisers claimed 5,000>claim:pas",
    ),
    ("Exports rose whereas imports fell.", "Exports rose>rise:pas || imports fell>fall:pas"),
    ("Sales grew 3%, although profit fell.", "Sales grew 3%>grow:pas || profit fell>fall:pas"),
    (
        "The north is calm, but fighting continues in the south.",
        "The north is calm>be:pre || fighting continues in the south>continue:pre",
    ),
    # dependent clauses lie inside
    (
        "Lena Brandt, who was elected in 2019, resigned.",
        "Lena Brandt, who was elected in 2019, resigned>resign:pas || who was elected in 2019>elect:pas",
    ),
    (
        "The tower, which stood 90 metres tall, collapsed.",
        "The tower, which stood 90 metres tall, collapsed>collapse:pas || which stood 90 metres tall>stand:pas",
    ),
    (
        "Six people died after a boat sank off Crete.",
        "Six people died after a boat sank off Crete>die:pas || after a boat sank off Crete>sink:pas",
    ),
    (
        "When the roof collapsed, 40 people were inside.",
        "When the roof collapsed, 40 people were inside>be:pas || When the roof collapsed>collapse:pas",
    ),
    (
        "The match was abandoned because fans threw flares.",
        "The match was abandoned because fans threw flares>abandon:pas || because fans threw flares>throw:pas",
    ),
    ("They left before Christmas.", "They left before Christmas>leave:pas"),
    # participles
    (
        "A blast hit the market, killing 12 people and injuring 30.",
        "A blast hit the market>hit:pas || killing 12 people>kill:pas || injuring 30>injure:pas",
    ),
    (
        "The quake destroyed 900 homes, leaving thousands homeless.",
        "The quake destroyed 900 homes>destroy:pas || leaving thousands homeless>leave:pas",
    ),
    ("Forty people were hurt, including six children.", "Forty people were hurt, including six children>hurt:pas"),
    (
        "The party won 40 seats, according to early results.",
        "The party won 40 seats, according to early results>win:pas",
    ),
    # reported speech
    ("Police said that 12 people died.", "Police said>say:pas || 12 people died>die:pas"),
    ("Police said 12 people died.", "Police said>say:pas || 12 people died>die:pas"),
    ("Four people were killed, police said.", "Four people were killed>kill:pas || police said>say:pas"),
    (
        "Four people were killed, police said on Monday.",
        "Four people were killed>kill:pas || police said on Monday>say:pas",
    ),
    ("“The dam is safe,” the minister said.", "The dam is safe>be:pre || the minister said>say:pas"),
    ('"We will rebuild," said Mr Nowak.', "We will rebuild>rebuild:fut || said Mr Nowak>say:pas"),
    (
        "The mayor said the man and his wife were safe.",
        "The mayor said>say:pas || the man and his wife were safe>be:pas",
    ),
    ("He told reporters that talks would resume.", "He told reporters>tell:pas || talks would resume>resume:fut"),
    ("Officials say the talks failed.", "Officials say>say:pre || the talks failed>fail:pas"),
    ("Police: 12 killed in bus crash", "Police>-:pre || 12 killed in bus crash>kill:pas"),
    # polarity
    ("Rescuers found no survivors.", "Rescuers found no survivors>find!:pas"),
    ("Nobody was hurt.", "Nobody was hurt>hurt!:pas"),
    ("The talks failed to reach a deal.", "The talks failed to reach a deal>reach!:pas"),
    ("The court refused to release him.", "The court refused to release him>release!:pas"),
    ("She didn't attend the meeting.", "She didn't attend the meeting>attend!:pas"),
    ("The plant will never reopen.", "The plant will never reopen>reopen!:fut"),
    ("The company no longer makes cars.", "The company no longer makes cars>make!:pre"),
    ("The minister denied the report.", "The minister denied the report>deny!:pas"),
    ("No fewer than 12 people died.", "No fewer than 12 people died>die:pas"),
    ("The bank has not confirmed the date.", "The bank has not confirmed the date>confirm!:pas"),
    ("He did not only sing.", "He did not only sing>sing!:pas"),
    # tense and mood
    ("The summit is set to open on Monday.", "The summit is set to open on Monday>open:fut/planned"),
    ("Nowak to visit Rome", "Nowak to visit Rome>visit:fut/planned"),
    ("The queen is to open the hall.", "The queen is to open the hall>open:fut/planned"),
    ("The company plans to cut 300 jobs.", "The company plans to cut 300 jobs>cut:fut/planned"),
    ("Inflation is expected to fall.", "Inflation is expected to fall>fall:fut/expected"),
    ("The storm is likely to hit Cuba.", "The storm is likely to hit Cuba>hit:fut/expected"),
    ("Twelve feared dead in mine", "Twelve feared dead in mine>fear:pas/feared"),
    ("The dam may burst.", "The dam may burst>burst:pre/possible"),
    ("Nowak joins Brandt at parade", "Nowak joins Brandt at parade>join:pre"),
    ("Sales have risen since May.", "Sales have risen since May>rise:pas"),
    ("The law will be signed by the king.", "The law will be signed by the king>sign:fut"),
]

SUBJECTS = [
    ("The storm killed nine and injured 40.", 30, "The storm"),
    ("Lena Brandt, the mayor, resigned.", 0, "Lena Brandt"),
    ("In Rome, the pope spoke.", 0, "the pope"),
    ("Lena Brandt, who was elected in 2019, resigned.", 15, "Lena Brandt"),
    ("A blast hit the market, killing 12.", 26, "A blast"),
    ("France, Germany and Italy signed.", 0, "France, Germany and Italy"),
    ("Four people were killed, police said.", 30, "police"),
    ("When the roof fell, 40 people were inside.", 30, "40 people"),
    ("Twelve miners.", 0, None),
    ("RUMA, Vale - A boy playing with his mother's loaded gun shot his brother.", 0, "A boy playing with his mother's loaded gun"),
    ("Witnesses told police they saw some men.", 22, "they"),
    ("The chief told the paper a large number of gangs had fled.", 30, "a large number of gangs"),
    ("Orla Gray reports from a hospital.", 0, "Orla Gray"),
    ("Up to three million people live in the area.", 0, "Up to three million people"),
    ("To boost the amount raised, the bank will give more.", 0, "the bank"),
    ("The hunter, identified as Carl Ode, was found dead.", 0, "The hunter"),
    ("There was an increased police presence.", 0, "an increased police presence"),
    ("While officers fired, the man was not hit.", 26, "the man"),
    ("He said that he was well and that Norway was ready.", 36, "Norway"),
    ("He said that he was well and that rescuers were digging.", 36, "rescuers"),
]  # fmt: skip


def shown(text: str) -> str:
    return " || ".join(
        f"{c.span.of(text)}>{c.lemma or '-'}{'' if c.positive else '!'}:{c.tense.value[:3]}{'/' + c.modality if c.modality else ''}"
        for c in find_clauses(text)
    )


@pytest.mark.parametrize(("text", "expected"), EXAMPLES, ids=[t[:40] for t, _ in EXAMPLES])
def test_clauses(text: str, expected: str) -> None:
    assert shown(text) == expected


@pytest.mark.parametrize(("text", "offset", "subject"), SUBJECTS)
def test_subject(text: str, offset: int, subject: str | None) -> None:
    clause = clause_at(find_clauses(text), offset)
    assert clause is not None
    assert (clause.subject.of(text) if clause.subject else None) == subject


def test_clause_at_takes_the_innermost() -> None:
    text = "Six people died after a boat sank off Crete."
    clauses = find_clauses(text)
    inner, outer = clause_at(clauses, text.index("boat")), clause_at(clauses, text.index("people"))
    assert inner is not None
    assert outer is not None
    assert (inner.lemma, outer.lemma) == ("sink", "die")
    assert clause_at(clauses, len(text) + 5) is None


_PIECES = st.sampled_from(
    [
        "Police",
        "said",
        "that",
        "12",
        "people",
        "were",
        "killed",
        "and",
        "30",
        "injured",
        ",",
        "while",
        "who",
        "which",
        ";",
        ":",
        "“",
        "”",
        '"',
        "-",
        "after",
        "when",
        "the",
        "Nowak",
        "not",
        "will",
        "to",
        "visit",
        "killing",
        "no",
        "he",
        "told",
        ".",
        "'s",
        "—",
        "(",
    ]
)


@settings(max_examples=300, deadline=None)
@given(st.one_of(st.text(max_size=120), st.lists(_PIECES, max_size=30).map(" ".join)))
def test_clauses_nest_or_lie_apart(text: str) -> None:
    clauses = find_clauses(text)
    for clause in clauses:
        for span in (clause.span, clause.predicate, clause.subject):
            assert span is None or 0 <= span.start < span.end <= len(text)
        assert clause.span.of(text) == clause.span.of(text).strip()
        assert (clause.predicate is None) == (clause.lemma is None)
    for a in clauses:
        for b in clauses:
            assert not a.span.overlaps(b.span) or a.span.contains(b.span) or b.span.contains(a.span)


@pytest.mark.parametrize(
    "text",
    [
        "." * 200_000,
        "twelve " * 50_000,
        "9" * 300_000,
        "a" * 2_000_000,
        "and " * 50_000,
        "who, " * 40_000,
        "he said " * 30_000,
        "when he " * 30_000,
        "not " * 50_000,
        "killed, " * 40_000,
        ", and 30 injured" * 10_000,
        "said that " * 30_000,
        "“" * 100_000,
        "to visit " * 30_000,
        "12 " * 60_000,
    ],
    ids=lambda t: t[:12],
)
def test_linear(text: str) -> None:
    began = time.perf_counter()
    find_clauses(text)
    assert time.perf_counter() - began < 10
