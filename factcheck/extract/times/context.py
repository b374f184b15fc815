"""What stands around a few tokens: the questions that the guards ask of a context."""

from __future__ import annotations

from factcheck.extract.times.verbs import word_set
from factcheck.extract.times.words import BREAK, POSSESSIVE, Lexed

# "in 2000 people", "the 1500 troops": what follows shows that the figure counts.
COUNTED = word_set("""people persons men women children troops soldiers fighters civilians officers residents workers employees students
    families homes houses households buildings cars vehicles tanks aircraft planes drones missiles rockets shells bombs cases
    deaths injuries victims casualties migrants refugees protesters demonstrators supporters prisoners hostages members
    delegates voters votes seats jobs schools hospitals villages towns cities countries shops firms companies animals cattle sheep trees
    metres meters kilometres kilometers km miles feet yards tonnes tons kg litres gallons barrels acres hectares square cubic
    hours hour minutes days weeks months years euros dollars pounds rupees rubles roubles yen yuan bucks points calories
    copies pages words lines items units or-so odd dead wounded injured strong gmt utc est edt bst hrs""")
# After a year these show that it stands alone and is no label of the noun behind it.
FUNCTION = word_set("""a an the and or but nor so yet as at by for from in into of off on onto out over per than that then there they to
    under until up upon via when where which while who with within without he she it we you i his her its their our this these
    those was were is are has have had will would could may might can did does do said says amid after before since because
    not also only about against between during though although if however according alone nothing nobody no none everyone all many most some few several each every any both one two three
so too it's again""")
DETERMINERS = word_set("the its his her their our my this that a an")
_SENTENCE_ENDS = frozenset(".!?:;") | {""}


def opens_sentence(lexed: Lexed, i: int) -> bool:
    """Whether token ``i`` is the first of its sentence, as far as punctuation tells."""
    if i == 0 or lexed.codes[i - 1] == BREAK:
        return True
    return lexed.word(i - 1) in _SENTENCE_ENDS or lexed.raw(i - 1) in "“”\"‘'(—–|"


def capital(lexed: Lexed, i: int) -> bool:
    """Whether token ``i`` begins with a capital letter."""
    return lexed.raw(i)[:1].isupper()


def noun_like(lexed: Lexed, i: int) -> bool:
    """A word that the token before it may modify."""
    word = lexed.word(i)
    return word[:1].isalpha() and word not in FUNCTION and lexed.codes[i] != POSSESSIVE


def plural(lexed: Lexed, i: int) -> bool:
    """Whether token ``i`` looks like a plural noun."""
    word = lexed.word(i)
    return len(word) > 3 and word.endswith("s") and not word.endswith(("ss", "us", "is")) and not capital(lexed, i)


def noun_after(lexed: Lexed, j: int) -> bool:
    """Whether the time before token ``j`` only describes what follows: "Friday's vote", "the 2016 election"."""
    if j >= len(lexed.words):
        return False
    return lexed.codes[j] == POSSESSIVE or noun_like(lexed, j)
