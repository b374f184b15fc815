"""Words that end in a full stop without ending their sentence. Case counts: "Ft." is a fort, "ft." a foot."""


def _words(listed: str) -> frozenset[str]:
    return frozenset(listed.split())


# Something always follows them: a name, a second party.
NEVER_LAST = _words(
    """Mr Mrs Ms Messrs Mme Mlle Dr Prof Gen Lt Col Sgt Capt Cmdr Cdr Maj Cpl Pvt Pfc Spc Adm Brig Rep Reps Sen Sens Gov Govs Rev
    Fr Hon Pres Amb Atty Supt Insp Det Dep Const Ofc Msgr Mgr St Ste Mt Ft Pt Gens Lts Cols Profs Drs
    v vs cf e.g i.e viz al approx incl ca est Asst Assoc Lt.Gov Cpt Ald Cllr Stl Dist"""
)

# A number follows them when they do not end a sentence.
BEFORE_NUMBER = _words(
    """No no Nos nos Fig fig Figs p pp vol Vol art Art sec Sec ch Ch para par Rte Hwy Flt Bldg Apt Rm ver c
    Jan Feb Mar Apr Jun Jul Aug Sep Sept Oct Nov Dec"""
)

# They may end a sentence; it is the next word that tells.
SOMETIMES_LAST = _words(
    """Inc Co Cos Corp Ltd Bros LLC plc Plc Jr Sr Esq etc Ave Blvd Rd Dr Ln Pkwy Sq Univ Dept dept Assn Ass'n Ctr Gov't
    Ala Ariz Ark Calif Colo Conn Del Fla Ga Ill Ind Kan Kans Ky La Mass Md Mich Minn Miss Mo Mont Neb Nev Okla Ore Pa Penn
    Tenn Tex Va Vt Wash Wis Wyo Ont Que
    ft in lb lbs oz yd yds mi km kg cm mm sq cu gal hr hrs min sec pts avg tel ext max mph kph bn tn
    Mon Tue Tues Wed Thu Thur Thurs Fri Sat Sun a.k.a Ph.D M.D B.A M.A"""
)

# After a time of day the sentence goes on with one of these (or a lower-case word).
AFTER_TIME = _words(
    """Monday Tuesday Wednesday Thursday Friday Saturday Sunday Mon Tue Tues Wed Thu Thur Thurs Fri Sat Sun
    January February March April May June July August September October November December
    Jan Feb Mar Apr Jun Jul Aug Sep Sept Oct Nov Dec
    ET EST EDT CT CST CDT MT MST MDT PT PST PDT GMT BST CET CEST UTC IST JST Eastern Central Mountain Pacific
    Moscow Beijing London Tokyo Kyiv Paris Christmas Easter Thanksgiving New"""
)

# Words that begin sentences far more often than they go on with a name: after "U.S." or "Inc." they begin one.
STARTERS = _words(
    """The A An This That These Those It Its He She They We You I His Her Their Our My Your There Here
    But And Or So Yet If When While Since Because Although Though After Before As At In On For From By With Without Under
    Among Between During Until Once Then Now Still Also Only Even Just Meanwhile However Nobody Nothing No None Not Some Many Most
    Several Both Each Every All Others Another What Who Why How Where Which Whether Officials Police Authorities
    Earlier Later Last Next Today Yesterday Tomorrow According Asked Despite Instead Nearly About More Less
    Anyone Someone Everyone Upon Neither Either Witnesses Neighbors Neighbours Residents Investigators Detectives Officers Deputies"""
)
