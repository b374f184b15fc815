"""Noun phrases without a tagger: what a figure counts, by word shape and closed word classes."""

from __future__ import annotations

from dataclasses import dataclass

from factcheck.extract.quantities.lemmas import INVARIANT, is_plural, singular
from factcheck.extract.quantities.lexicon import words
from factcheck.extract.quantities.numbers import SMALL, TENS
from factcheck.extract.quantities.tokens import Tokens

_WORDS = words("nouns")
AUXILIARIES = _WORDS["auxiliaries"]
PREPOSITIONS = _WORDS["prepositions"]
DETERMINERS = _WORDS["determiners"]
PRONOUNS = _WORDS["pronouns"]
CONJUNCTIONS = _WORDS["conjunctions"]
ADVERBS = _WORDS["adverbs"]
VERBS = _WORDS["verbs"]
STOPS = AUXILIARIES | PREPOSITIONS | DETERMINERS | PRONOUNS | CONJUNCTIONS | ADVERBS | VERBS
STATES = _WORDS["states"]
CARDINALS = frozenset(SMALL) | frozenset(TENS)
_GROUPED = _WORDS["grouped"]
_TAILS = (("-", "by"), ("-", "in", "-", "law"), ("-", "on"), ("-", "up"), ("-", "general"), ("-", "de", "-", "camp"))
_ACRONYMS = frozenset({"US", "WHO", "IT"})  # no pronouns
_STOPS_THAT_MODIFY = frozenset(
    {"all", "most", "more", "very", "dead", "missing", "lost", "stolen", "broken", "hidden", "so"}
)
_NEARLY = frozenset({"miss", "misses", "collision", "collisions", "drownings"})
_LONGEST = 9


@dataclass(frozen=True, slots=True)
class Phrase:
    """The noun phrase behind a figure: the head's lemma, the modifiers before it, the token after the head."""

    head: str | None
    end: int
    modifiers: tuple[str, ...] = ()


def counted(tokens: Tokens, at: int, *, joined: bool = False, single: bool = False) -> Phrase:
    """What is counted by a figure that ends before token ``at``.

    ``joined``: a hyphen stands there ("14-member"); ``single``: the noun is in the singular (after "one", an ordinal).
    """
    if joined:
        word = tokens.words[at + 1]
        if not word.isalpha() or word in STOPS or (len(word) > 1 and word.isupper()):
            return Phrase(None, at)
        return Phrase("people" if word == "strong" else singular(word.lower()), at + 2)
    if tokens.lower[at] == "such":
        at += 1
    run, end = _run(tokens, at, single=single)
    if not run:
        return Phrase(None, end)
    head = _singular_head(tokens, run) if single else _plural_head(tokens, run)
    if head is None and not single and tokens.lower[end] == "and" and STATES.isdisjoint(tokens.lower[at:end]):
        more, _ = _run(tokens, end + 1, single=False)  # "26 search and rescue teams"
        if more and more[0] == end + 1 and all(tokens.words[i].islower() for i in (*run[-1:], *more)):
            head, run = _plural_head(tokens, more), run + more
    if head is None:
        return Phrase(None, at)
    lemma, end = _lemma(tokens, head, run), head + 1
    for tail in _TAILS:  # "13 passers-by", "two mothers-in-law"
        if tuple(tokens.lower[end : end + len(tail)]) == tail and tokens.hyphen(end):
            lemma, end = lemma + "".join(tail), end + len(tail)
            break
    return Phrase(lemma, end, _modifiers(tokens, run, head))


def _modifiers(tokens: Tokens, run: list[int], head: int) -> tuple[str, ...]:
    """The words before the head, hyphened ones whole ("pro-government")."""
    found: list[str] = []
    for n, i in enumerate(run):
        if i >= head:
            break
        if n and tokens.hyphen(i - 1) and found:
            found[-1] += "-" + tokens.lower[i]
        elif len(tokens.lower[i]) > 1:
            found.append(tokens.lower[i])
    return tuple(found)


def _run(tokens: Tokens, at: int, *, single: bool) -> tuple[list[int], int]:
    """The tokens that can belong to the phrase: up to the first word that cannot."""
    run: list[int] = []
    i = at
    while len(run) < _LONGEST:
        word = tokens.lower[i]
        if tokens.hyphen(i) and run:
            i += 1
            continue
        if word in ("'s", "’s") or (word in ("'", "’") and tokens.glued(i) and tokens.lower[i - 1].endswith("s")):
            if tokens.words[i - 1][0].isupper() and any(_plural_noun(tokens.words[n]) for n in run[:-1]):
                break  # "mourners filled St Paul's"
            run = []  # "two men's bodies": what follows is counted
        elif (
            word in ("“", "”", '"', "[", "]") and i - at < 5 and tokens.lower[i + 1].isalpha() and not (run and single)
        ):
            pass
        elif (len(word) == 1 or word == "st") and tokens.lower[i + 1] == "." and tokens.glued(i + 1):
            i += 1  # an initial: "U.S. troops"
        elif word[:1].isdecimal() and (past := _past_years_old(tokens, i)) > i:
            i = past  # "two 10-year-old children"
        elif (past := _past_model(tokens, i)) > i:
            i = past  # "two F-16 jets", "three Boeing 737 airliners"
        elif tokens.words[i] in _ACRONYMS:
            run.append(i)
        elif word[:1].isalpha() and run and tokens.hyphen(i - 1):
            run.append(i)  # "a digital-only release"
        elif (
            not word[:1].isalpha()
            or (len(word) > 2 and word[-2] in "'’" and i > at)  # "the second time she'd gone"
            or word.endswith(("'ve", "'re", "'ll", "’ve", "’re", "’ll"))
            or (
                word in STOPS
                and not (word in _STOPS_THAT_MODIFY and _noun_follows(tokens, i))
                and not (word == "near" and tokens.lower[i + 1] in _NEARLY)
            )
            or (word in CARDINALS and not tokens.hyphen(i + 1))
        ):
            break
        else:
            run.append(i)
        i += 1
    return run, i


def _past_model(tokens: Tokens, i: int) -> int:
    """The last token of a type's name before a noun in the plural; ``i`` itself where there is none."""
    word = tokens.words[i]
    if not word[:1].isupper():
        return i
    at = i + 2 if tokens.hyphen(i + 1) and word.isupper() else i + 1
    if not tokens.words[at][:1].isdecimal() or not tokens.words[at].isalnum():
        return i
    end = at + 1 if tokens.glued(at + 1) and tokens.words[at + 1].isalpha() and len(tokens.words[at + 1]) < 3 else at
    return end if is_plural(tokens.lower[end + 1]) and tokens.words[end + 1].islower() else i


def _past_years_old(tokens: Tokens, i: int) -> int:
    """The last token of "10-year-old" in front of a noun; ``i`` itself where there is none."""
    joined = tokens.hyphen(i + 1) and tokens.lower[i + 2] in ("year", "month", "week", "day")
    if not joined or not tokens.hyphen(i + 3) or tokens.lower[i + 4] != "old":
        return i
    return i + 4 if tokens.lower[i + 5].isalpha() and tokens.lower[i + 5] not in STOPS else i


def _noun_follows(tokens: Tokens, i: int) -> bool:
    return is_plural(tokens.lower[i + 1]) and tokens.lower[i + 1] not in STOPS


def _plural_head(tokens: Tokens, run: list[int]) -> int | None:
    lower, words = tokens.lower, tokens.words
    for n, i in enumerate(run):
        if (
            words[i][0].isupper()
            and words[i].endswith(PEOPLES)
            and not (n + 1 < len(run) and _plural_noun(words[run[n + 1]]))
        ):
            return i
        if _plural_noun(words[i]) and not words[i][0].isupper():
            while (
                n + 1 < len(run)
                and run[n + 1] == i + 1
                and lower[run[n + 1]] != "ages"  # "three children ages 12 and under"
                and not (
                    lower[run[n + 1]] == "lives" and lower[run[n + 1] + 1] in PREPOSITIONS
                )  # "one adult in five lives with"
                and (
                    (_plural_noun(words[run[n + 1]]) and words[run[n + 1]][0].islower())
                    or (
                        lower[i] in ("police", "sports", "arms", "news", "women", "series")
                        and _plural_noun(words[run[min(n + 2, len(run) - 1)]])
                    )
                )
            ):
                n, i = n + 1, run[n + 1]
            return i
        if lower[i].endswith("ed") and n and _plural_noun(words[run[n - 1]]):
            break
    for n in range(len(run) - 1, -1, -1):
        if _plural_noun(words[run[n]]) and (n + 1 == len(run) or not words[run[n]].islower()):
            return run[n]
    last = run[-1]
    if lower[last] in INVARIANT:
        return last
    for i in run:
        if lower[i] in INVARIANT and lower[i] not in ("police", "military", "youth", "infantry"):
            return i
    several = lower[last + 1] in ("who", "were", "are", "have") and not lower[last].endswith(("ed", "ing", "ly"))
    return last if several and lower[last] not in STATES else None  # "14 Yazidi were"


PEOPLES = ("ians", "ans", "crats", "slims", "Jews", "Kurds", "Arabs", "Turks", "Britons", "Poles", "iards")


def _plural_noun(word: str) -> bool:
    if len(word) > 2 and word[:-1].isupper() and word.endswith("s"):
        return True  # MPs, SUVs
    return is_plural(word.lower()) and not word.isupper()


def _singular_head(tokens: Tokens, run: list[int]) -> int | None:
    head: int | None = None
    for i in run:
        word = tokens.lower[i]
        if word.endswith("ly") and len(word) > 4 and word not in ("family", "assembly", "ally", "rally", "supply"):
            if head is not None:
                break  # "one hunter accidentally shooting another"
            continue
        if word.endswith(("ed", "ing")) and len(word) > 4 and word not in _NOUNS_ING:
            if head is not None:
                break
            continue
        if head is not None and (word in _DIRECTIONS or (is_plural(word) and word not in _PLURAL_MODIFIERS)):
            break  # "one man speaks", "one block north"
        if head is not None and tokens.words[i][0].isupper() and tokens.words[head][0].islower():
            break
        head = i
        if word == "person":
            break  # "one person sleep(s)": it modifies nothing
    return head


_DIRECTIONS = frozenset({"north", "south", "east", "west", "northeast", "northwest", "southeast", "southwest"})
_PLURAL_MODIFIERS = _WORDS["plural_modifiers"]
_NOUNS_ING = _WORDS["nouns_ing"]


def _lemma(tokens: Tokens, head: int, run: list[int]) -> str:
    """The head in the singular; a capital stays where it is a name's and not a headline's."""
    word = tokens.words[head]
    if not word[0].isupper():
        return singular(word)
    around = [
        tokens.words[i]
        for i in (head - 1, head + 1, head + 2)
        if tokens.words[i].isalpha() and len(tokens.words[i]) > 3
    ]
    if any(w[0].islower() for w in around) or not around:
        return singular(word)
    return singular(word.lower())


# behind these a clause with a subject of its own begins: "the rescues came as the toll rose"
_OPENING_CLAUSES = frozenset({"as", "that", "said", "says", "while", "when", "because", "but", "and", "or", "with"})


def subject_head(tokens: Tokens, copula: int) -> str | None:
    """The head of what stands before the verb at token ``copula``: "The ceasefire in Ruma is ..." -> ceasefire."""
    head = subject_word(tokens, copula)
    return None if head is None else singular(tokens.lower[head])


def subject_word(tokens: Tokens, copula: int) -> int | None:
    """The token of that head."""
    start = copula
    while (
        start > 0 and copula - start < 20 and not tokens.breaks(start - 1) and tokens.lower[start - 1] not in (",", ":")
    ):
        start -= 1
    head, closed = None, False
    for i in range(start, copula):
        word = tokens.lower[i]
        if word in _OPENING_CLAUSES:
            head, closed = None, False
        elif word in PREPOSITIONS and head is not None:
            closed = True
        elif not closed and word.isalpha() and word not in STOPS:
            head = i
    return head
