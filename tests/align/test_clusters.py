"""Facts: claims and alignments -> groups in which any two can be compared."""

from itertools import combinations

from align_claims import claim, quantity
from hypothesis import given
from hypothesis import strategies as st

from factcheck.align.clusters import cluster
from factcheck.model import Alignment

CLAIMS = {c.id: c for c in (claim(quantity(n), name=str(n), article=f"a{n % 3}") for n in range(8))}
IDS = sorted(CLAIMS)
PAIRS = list(combinations(IDS, 2))


def aligned(*pairs, score=0.9):
    return [Alignment(left=min(pair), right=max(pair), score=score) for pair in pairs]


def groups(alignments, comparable=lambda left, right: True):
    return {found.claims for found in cluster(CLAIMS, alignments, comparable)}


def test_a_chain_is_not_a_fact():
    a, b, c = IDS[:3]
    chain = [*aligned((a, b)), *aligned((b, c), score=0.8)]
    assert groups(chain) == {(a, b), (c,)}
    assert groups([*chain, *aligned((a, c), score=0.7)]) == {(a, b, c)}


def test_what_cannot_be_compared_stays_apart():
    a, b = IDS[:2]
    assert groups(aligned((a, b)), lambda left, right: False) == {(a,), (b,)}


def test_without_alignments_there_is_no_fact():
    assert groups([]) == set()


ALIGNMENTS = st.lists(
    st.builds(
        lambda pair, score: Alignment(left=pair[0], right=pair[1], score=score),
        st.sampled_from(PAIRS),
        st.sampled_from([0.1, 0.5, 0.5, 0.9]),
    ),
    unique_by=lambda a: (a.left, a.right),
)
INCOMPARABLE = st.sets(st.sampled_from(PAIRS), max_size=8)


@given(ALIGNMENTS, INCOMPARABLE, st.randoms(use_true_random=False))
def test_facts_are_complete_and_do_not_hang_on_the_order(alignments, apart, shuffler):
    def comparable(left, right):
        return (min(left.id, right.id), max(left.id, right.id)) not in apart

    found = cluster(CLAIMS, alignments, comparable)
    pairs = {(a.left, a.right) for a in alignments}
    for fact in found:
        for left, right in combinations(fact.claims, 2):
            assert (left, right) in pairs and comparable(CLAIMS[left], CLAIMS[right])
    members = [member for fact in found for member in fact.claims]
    assert sorted(members) == sorted({i for pair in pairs for i in pair})

    shuffled = list(alignments)
    shuffler.shuffle(shuffled)
    assert cluster(CLAIMS, shuffled, comparable) == found
