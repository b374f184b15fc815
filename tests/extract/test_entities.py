"""Names in running text: a table of texts and the mentions that must come out, no more and no fewer."""

import time
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from factcheck.extract.entities import find_entities, same_name
from factcheck.extract.entities.gazetteer import country_of, gazetteer, key_of
from factcheck.terms import EntityKind

# text, then every mention as surface>key:kind (per org pla eve oth), in order
EXAMPLES = [
    # countries, peoples, capitals
    ("France and Germany signed the treaty.", "France>france:pla; Germany>germany:pla"),
    ("The Chilean navy found the boat.", "Chilean>chile:pla; navy>chile navy:org"),
    ("Four Kenyans were among the dead.", "Kenyans>kenya:pla"),
    ("Moscow said the talks had failed.", "Moscow>russia:pla"),
    ("The march in Moscow was peaceful.", "Moscow>moscow:pla"),
    ("Ankara's decision surprised its allies.", "Ankara>turkey:pla"),
    ("They will be at Ankara's parade.", "Ankara>turkey:pla"),
    ("He lived in Ankara's suburbs.", "Ankara>ankara:pla"),
    ("They flew to Ankara on Monday.", "Ankara>ankara:pla"),
    ("Relations with Tehran have worsened.", "Tehran>iran:pla"),
    ("A trade deal between London and Canberra was signed.", "London>united kingdom:pla; Canberra>australia:pla"),
    ("The U.S. and the UK withdrew.", "U.S.>united states:pla; UK>united kingdom:pla"),
    ("The North Korean leader did not attend.", "North Korean>north korea:pla"),
    ("It happened in Mumbai, India, last week.", "Mumbai>mumbai:pla; India>india:pla"),
    ("Tell us what happened.", ""),
    ("The Kremlin denied the report.", "Kremlin>russia:pla"),
    ("He was born in Tulsa, Okla., and lives in Ohio.", "Tulsa>tulsa:pla; Okla.>oklahoma:pla; Ohio>ohio:pla"),
    ("Ukraine's allies met in Brussels.", "Ukraine>ukraine:pla; Brussels>brussels:pla"),
    # persons and their aliases
    ("Mr Okafor resigned.", "Okafor>okafor:per"),
    ("Grace Okafor resigned. Ms Okafor gave no reason.", "Grace Okafor>grace okafor:per; Okafor>grace okafor:per"),
    (
        "French President Emmanuel Macron spoke. Macron left early.",
        "French>france:pla; Emmanuel Macron>emmanuel macron:per; Macron>emmanuel macron:per",
    ),
    (
        "Kim Jong-un arrived. Kim Jong Un waved. Mr Kim left.",
        "Kim Jong-un>kim jong un:per; Kim Jong Un>kim jong un:per; Kim>kim jong un:per",
    ),
    ("Nguyen Phu Trong met Mr Li.", "Nguyen Phu Trong>nguyen phu trong:per; Li>li:per"),
    ("Police Chief Dana Whitlow spoke to reporters.", "Dana Whitlow>dana whitlow:per"),
    ("Robert F. Delaney was elected.", "Robert F. Delaney>robert delaney:per"),
    (
        "Prime Minister Anwar Ibrahim welcomed Foreign Minister Wang Yi.",
        "Anwar Ibrahim>anwar ibrahim:per; Wang Yi>wang yi:per",
    ),
    ("Dr. Amina Yusuf treated them.", "Amina Yusuf>amina yusuf:per"),
    (
        "Bashar al-Assad refused. Assad has ruled since 2000.",
        "Bashar al-Assad>bashar al assad:per; Assad>bashar al assad:per",
    ),
    ("Ursula von der Leyen spoke.", "Ursula von der Leyen>ursula von der leyen:per"),
    ("The mayor, Lena Brandt, 54, was hurt.", "Lena Brandt>lena brandt:per"),
    ("Then-Senator Maria Lopez voted against it.", "Maria Lopez>maria lopez:per"),
    (
        "John Smith and Peter Smith were charged. Smith denied it.",
        "John Smith>john smith:per; Peter Smith>peter smith:per; Smith>smith:per",
    ),
    ("O'Brien said the case was closed.", "O'Brien>o'brien:per"),
    ("Jean-Claude Duval's car was found.", "Jean-Claude Duval>jean claude duval:per"),
    # organisations and acronyms
    (
        "The Chinese People's Liberation Army (PLA) sent troops. The PLA marched.",
        "Chinese>china:pla; People's Liberation Army>people's liberation army:org; PLA>people's liberation army:org; PLA>people's liberation army:org",
    ),
    (
        "The International Criminal Court issued it; the ICC has no police.",
        "International Criminal Court>international criminal court:org; ICC>international criminal court:org",
    ),
    ("The UN and the European Union agreed.", "UN>united nations:org; European Union>european union:org"),
    ("Acme Motors Corp. cut 300 jobs.", "Acme Motors Corp>acme motors corp:org"),
    ("The Bank of England raised rates.", "Bank of England>bank of england:org"),
    ("British Airways cancelled 40 flights.", "British Airways>british airways:org"),
    ("The Ministry of Health confirmed 12 cases.", "Ministry of Health>health ministry:org"),
    (
        "The Norwegian Ministry of Defence confirmed it.",
        "Norwegian>norway:pla; Ministry of Defence>norway defence ministry:org",
    ),
    ("Norway's defence ministry confirmed it.", "Norway>norway:pla; defence ministry>norway defence ministry:org"),
    ("Students at the University of Oslo protested.", "University of Oslo>university of oslo:org"),
    (
        "The Syrian Observatory for Human Rights counted 40. The Observatory has a network.",
        "Syrian Observatory for Human Rights>syrian observatory for human rights:org; Observatory>syrian observatory for human rights:org",
    ),
    (
        "The National Weather Service (NWS) issued a warning, and NWS staff left.",
        "National Weather Service>national weather service:org; NWS>national weather service:org; NWS>national weather service:org",
    ),
    ("Fort Worth police are investigating.", "Fort Worth>fort worth:pla"),
    ("The Boston Police Department is hiring.", "Boston Police Department>boston police department:org"),
    ("The Bay County Sheriff's Office is hiring.", "Bay County Sheriff's Office>bay county sheriff's office:org"),
    ("They went to Harrison Hospital, and the hospital closed.", "Harrison Hospital>harrison hospital:org"),
    ("The Communist Party of Vietnam met.", "Communist Party of Vietnam>communist party of vietnam:org"),
    ("Al-Qaeda attacked the town, and al-Qaeda claimed it.", "Al-Qaeda>al qaeda:org; al-Qaeda>al qaeda:org"),
    # places and events
    ("The bridge over the River Tamar is closed.", "River Tamar>river tamar:pla"),
    ("Shots were fired on Maple Street near Lake Erie.", "Maple Street>maple street:pla; Lake Erie>lake erie:pla"),
    ("The parade in Tiananmen Square ended.", "Tiananmen Square>tiananmen square:pla"),
    ("They met in Wadebridge in Cornwall.", "Wadebridge>wadebridge:pla; Cornwall>cornwall:pla"),
    (
        "He fought in World War II; the Second World War ended in 1945.",
        "World War II>world war 2:eve; Second World War>world war 2:eve",
    ),
    ("The Victory Day parade is on Friday.", "Victory Day>victory day:eve"),
    ("Hurricane Walter struck the coast.", "Hurricane Walter>hurricane walter:eve"),
    ("The 1936 Olympic Games were in Berlin.", "Olympic Games>olympic games:eve; Berlin>berlin:pla"),
    ("A crash closed Highway 8 near Main St today.", "Highway 8>highway 8:pla; Main St>main st:pla"),
    # no names
    ("The police arrived on Monday in March.", ""),
    ("However, Police said nothing. Twelve people died.", ""),
    ("Officials were told. Rescuers dug on. I stayed.", ""),
    ("“Nobody came,” he said. “We waited.”", ""),
    ("TV pictures showed the CEO at 9 PM.", ""),
    ("Storm Hits Coast, Thousands Flee Homes\n\nThe storm hit the coast.", ""),
    ("Voters Reject Tax Plan in Peru\n\nVoters in Peru rejected it.", "Peru>peru:pla; Peru>peru:pla"),
    (
        "Mayor Brandt Resigns After Vote\n\nMayor Lena Brandt resigned.",
        "Brandt>lena brandt:per; Lena Brandt>lena brandt:per",
    ),
    # pronouns and short descriptions
    ("Mr Silva won the race. He is 40.", "Silva>silva:per; He>silva:per"),
    (
        "Lena Brandt met Otto Falk. She smiled.",
        "Lena Brandt>lena brandt:per; Otto Falk>otto falk:per; She>lena brandt:per",
    ),
    ("Lena Brandt won. He was pleased.", "Lena Brandt>lena brandt:per"),
    (
        "Peru's foreign minister Ana Salas met Otto Falk. She smiled.",
        "Peru>peru:pla; Ana Salas>ana salas:per; Otto Falk>otto falk:per; She>ana salas:per",
    ),
    ("Reporters asked Lena Brandt about Otto Falk. They left.", "Lena Brandt>lena brandt:per; Otto Falk>otto falk:per"),
    (
        "The race between Omar Haddad and Luis Ortega is close. He leads by two points.",
        "Omar Haddad>omar haddad:per; Luis Ortega>luis ortega:per",
    ),
    ("Mr Silva said he would resign.", "Silva>silva:per; he>silva:per"),
    ("Mr Silva won. He thanked voters. He then left.", "Silva>silva:per; He>silva:per; He>silva:per"),
    (
        "Polish President Jan Nowak spoke. The Polish president left.",
        "Polish>poland:pla; Jan Nowak>jan nowak:per; Polish>poland:pla; president>jan nowak:per",
    ),
    (
        "Peru's foreign ministry confirmed it. The ministry gave no date.",
        "Peru>peru:pla; foreign ministry>peru foreign ministry:org; ministry>peru foreign ministry:org",
    ),
    (
        "Peru's foreign ministry met Chile's defence ministry. The ministry was pleased.",
        "Peru>peru:pla; foreign ministry>peru foreign ministry:org; Chile>chile:pla; defence ministry>chile defence ministry:org",
    ),
    ("- Jan Nowak, President of Poland", "Jan Nowak>jan nowak:per; Poland>poland:pla"),
]


def mentions(text: str) -> str:
    return "; ".join(f"{e.span.of(text)}>{e.key}:{e.kind.value[:3]}" for e in find_entities(text))


@pytest.mark.parametrize(("text", "expected"), EXAMPLES, ids=[t[:40] for t, _ in EXAMPLES])
def test_mentions(text: str, expected: str) -> None:
    assert mentions(text) == expected


@pytest.mark.parametrize(
    ("key", "country"),
    [
        ("beijing", "china"),
        ("china", "china"),
        ("ohio", "united states"),
        ("moscow", "russia"),
        ("crimea", "ukraine"),
        ("acme", None),
    ],
)
def test_country_of(key: str, country: str | None) -> None:
    assert country_of(key) == country


@pytest.mark.parametrize(
    ("left", "right", "same"),
    [
        ("kim jong un", "kim", True),
        ("emmanuel macron", "macron", True),
        ("aleksandr petrov", "alexander petrov", True),
        ("volodymyr zelensky", "volodymyr zelenskyy", True),
        ("john smith", "peter smith", False),
        ("john smith", "john smithson", False),
        ("china", "chile", False),
        ("north korea", "south korea", False),
        ("korea", "north korea", False),
        ("mali", "malawi", False),
    ],
)
def test_same_name(left: str, right: str, *, same: bool) -> None:
    assert same_name(left, right) is same
    assert same_name(right, left) is same


def test_key_of_is_stable() -> None:
    assert key_of("Kim Jong-un") == key_of("Kim Jong Un") == "kim jong un"
    for known in gazetteer().names.values():
        assert key_of(known.key) == known.key


_PIECES = st.sampled_from(
    [
        "Mr",
        "Kim",
        "Jong-un",
        "He",
        "the",
        "The",
        "Polish",
        "president",
        "Ministry",
        "of",
        "Health",
        "(WHO)",
        ".",
        "\n",
        ",",
        "'s",
        "Moscow",
        "said",
        "-",
        "U.S.",
        "“",
        "New",
        "York",
        "and",
    ]
)


@settings(max_examples=200, deadline=None)
@given(st.one_of(st.text(max_size=200), st.lists(_PIECES, max_size=40).map(" ".join)))
def test_spans_quote_the_text_in_order(text: str) -> None:
    found = find_entities(text)
    assert all(0 <= e.span.start < e.span.end <= len(text) and e.key for e in found)
    assert all(a.span.end <= b.span.start for a, b in pairwise(found))
    assert not any(e.span.of(text).endswith(("'s", "’s")) for e in found)
    assert all(isinstance(e.kind, EntityKind) for e in found)


@pytest.mark.parametrize(
    "text",
    [
        "." * 200_000,
        "Smith " * 40_000,
        "a" * 2_000_000,
        "A" * 500_000,
        "Mr. " * 50_000,
        "He said. " * 20_000,
        "Ministry of " * 20_000,
        "'s " * 50_000,
        "Anna Berg met Otto Falk. He left. " * 3_000,
        "A.B.C.D." * 20_000,
        "Al- " * 50_000,
    ],
    ids=lambda t: t[:12],
)
def test_linear(text: str) -> None:
    began = time.perf_counter()
    find_entities(text)
    assert time.perf_counter() - began < 10
