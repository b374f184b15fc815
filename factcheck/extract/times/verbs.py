"""The verbs and auxiliaries that tell a tense. Each list is a plain string of words; add to it freely."""

from __future__ import annotations


def word_set(listing: str) -> frozenset[str]:
    """The set of the words in a plain string: the notation of every word list here."""
    return frozenset(listing.split())


FUTURE_AUXILIARIES = word_set("will 'll ’ll won't won’t shall shan't shan’t would")
MODALS = word_set("can could may might must should ought cannot")
PRESENT_BE = word_set("is are am 's ’s 're ’re isn aren ain")
PAST_BE = word_set("was were had wasn weren hadn did didn")
PERFECT = word_set("has have having hasn haven 've ’ve been")
# "is set to", "due on Monday", "scheduled for Friday": what they announce is ahead, whatever the auxiliary.
PLANNED = word_set("""due set scheduled expected planned slated poised bound supposed likely unlikely destined tipped booked pencilled
    upcoming forthcoming postponed delayed rescheduled deferred adjourned forecast""")
# Verbs whose infinitive lies ahead of them: "agreed to meet", "plans to visit", "invited him to speak".
PLANNING = word_set("""vote votes voted agree agreed agrees plan plans planned planning expect expects hope hopes hoped want wants wanted intend intends
    intended vow vows vowed promise promises promised pledge pledges pledged ask asked asks urge urged urges order orders
    ordered call called calls invite invited invites threaten threatens threatened prepare prepares prepared preparing
    decide decides decided propose proposes proposed ready need needs needed continue continues able going about likely unlikely
    deadline schedule right chance aim aims aimed seek seeks sought wait waiting offered offers offer bid""")
# In the present, with a day, these announce: "the summit opens on Friday", "she is leaving on Sunday".
TIMETABLED = word_set("""begins begin starts start opens open resumes resume ends end closes close expires expire arrives arrive leaves leave
    departs depart returns return meets meet visits visit travels travel flies fly convenes convene falls faces face hosts
    kicks plays go elect choose decide sit restarts restart reopens reopen runs elects sits expires airs premieres lapses beginning starting opening resuming ending closing arriving leaving departing returning meeting visiting
    travelling traveling flying convening hosting holding held heading facing playing gathering going coming launching
    attending staging marking celebrating joining concludes goes votes takes take marks turns""")
IRREGULAR_PAST = word_set("""said told met held went came took gave made left fell rose struck hit shot won lost began begun broke broken brought
    built bought burnt caught chose chosen cut drew drawn drove driven died fled flew flown fought found froze got grew
    grown heard hid hung hurt kept knew known laid led lent let lit lay put quit ran rode rang sang sank sat saw seen sent
    shook shaken shut slid slept sold sought spent spoke spoken split spread stood stole stolen stuck swept swore sworn swung
    taught thought threw thrown tore torn understood withdrew withdrawn woke wore wrote written blew blown became beat beaten
    bled crept dealt dug ate eaten fed felt flung forgot forgave forbade gone given leapt learnt meant overthrew overtook paid
    read rebuilt sped spat sprang stung sued taken undertook wept bore born overcame slain slew dead killed seized""")
NOT_PAST = word_set("""united hundred need needed indeed speed red bed armed wounded injured so-called feed seed breed exceed proceed succeed
    shed aged wed embed unprecedented retired masked sacred naked wicked alleged suspected limited""")
# Present-tense reporting and headline verbs; everything else without an auxiliary is not taken for a verb.
PRESENT_VERBS = word_set("""says say kills kill dies hits wins loses strikes tells warns claims holds hold remains remain shows show wants
    wins calls bans signs backs rejects approves reports seeks plans hopes attends attend""")
# In the plain form, behind those who do it, these announce too: "voters go to the polls on Sunday", "MPs vote on Monday".
PLAINLY = word_set("vote play run pick host face")
DOERS = word_set("they we who you people women men police both all")
# "is held", "are released" on a day: a programme, where "is killed" is a headline's past.
STAGED = word_set("""held released published launched unveiled announced opened reopened read presented inaugurated crowned sworn buried
    played contested decided staged celebrated marked observed screened broadcast lifted debated tabled handed""")
# Between "is" and the day that it names: "the deadline is 5 pm on Friday".
LEADING_IN = word_set("on at in from for about around late early this next pm am p.m a.m noon midnight")
# Who does this in the present speaks of what is ahead: "forecasters expect snow on Thursday".
EXPECTING = word_set(
    "expect expects expecting anticipate anticipates predict predicts forecast forecasts foresee foresees"
)
# Behind these "set" is a past: "200 riders set off".
SET_OFF = word_set("off out up sail foot fire alight aside free about light")
BOUNDARY = word_set(
    "that who whom which whose after before when while as but because although though since until if where and or than"
)
SOFT = word_set("before after since until than as and or")  # boundaries that also stand before a bare date
# "to" before these is no infinitive.
NOT_VERBS = word_set("""police court hospital jail prison parliament congress custody safety death church school him people the an its his her their our my this that these those him them us me it a about least at in on as
    monday tuesday wednesday thursday friday saturday sunday january february march april may june july august september
    october november december today tomorrow yesterday last next""")

# Whatever may be, or may stand in, a verb group.
VERBAL = (
    FUTURE_AUXILIARIES
    | MODALS
    | PLANNED
    | IRREGULAR_PAST
    | TIMETABLED
    | PLAINLY
    | PAST_BE
    | PERFECT
    | PRESENT_BE
    | PRESENT_VERBS
    | EXPECTING
    | {"to"}
)
CHAINED = (
    FUTURE_AUXILIARIES
    | MODALS
    | PRESENT_BE
    | PAST_BE
    | PERFECT
    | word_set(
        "to be being not also never now then ever still soon first again t already just later since so they he she it we"
    )
)
