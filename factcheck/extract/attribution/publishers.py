"""Who speaks in an article that is no newspaper's: the ministry's statement, the union's page, the police bulletin."""

from __future__ import annotations

import re

# Bodies that publish what they say themselves; a newspaper may carry such a word in its name, so a title of the press wins.
_BODIES = re.compile(
    r"\b(?:ministry|minister|department|government|presidency|president|palace|parliament|senate|council|city of|town of|"
    r"municipality|county|province|prefecture|police|army|navy|air force|armed forces|coastguard|coast guard|border guard|fire service|"
    r"fire brigade|rescue service|ambulance|prosecutor|court|tribunal|inspectorate|authority|commission|committee|agency|bureau|"
    r"office|secretariat|embassy|consulate|hospital|clinic|health (?:unit|service|board)|university|school|institute|museum|"
    r"theatre|festival|club|federation|association|society|union|league|party|alliance|campaign|front|movement|chamber|"
    r"church|diocese|company|corporation|holdings?|group|ltd|plc|inc|gmbh|ag|sa|nv|airport|airlines?|railways?|operator|bank|"
    r"works|mines?|brewery|shipyard|yard)\b",
    re.IGNORECASE,
)
_PRESS = re.compile(
    r"\b(?:news\w*|press\w*|times|post|herald|gazette|tribune|daily|weekly|monthly|journal|radio|tv|television|channel|broadcast\w*|"
    r"media|magazine|wire\w*|review|echo|mirror|observer|courier|chronicle|blog\w*|online|report\w*|bulletin board|today|mail|"
    r"express|star|sun|telegraph|guardian|independent|standard|voice|dispatch|sentinel|argus|advertiser|examiner|record|"
    r"ledger|globe|monitor|post|pravda|zeitung|nachrichten|blatt|gazeta|diario|jornal|correio|corriere|giornale)\b",
    re.IGNORECASE,
)


def institution(source: str | None) -> str | None:
    """The body that an article's source is, as a party; None for a newspaper, an agency or nobody.

    >>> institution("Ministry of Transport, Vestmark"), institution("The Union Gazette"), institution("Nordwire")
    ('ministry of transport, vestmark', None, None)
    """
    if source is None or _PRESS.search(source) or not _BODIES.search(source):
        return None
    return " ".join(source.lower().split())


_OWN_VOICE = re.compile(r"\b(?:we|our|us)\b", re.IGNORECASE)
_ITSELF = frozenset({"we", "us", "i", "me"})


def speaker(source: str | None, text: str, attributed_to: str | None) -> str | None:
    """Who tells a clause that nobody else is named for: a body in its own statement, anybody in the words "we" and "our".

    ``source`` is the article's, ``attributed_to`` the clause's own. None where a newspaper tells what happened.

    >>> speaker("Kinbu Gazette", "our stewards counted sixty thousand of you", None)
    'kinbu gazette'
    """
    if attributed_to is not None and attributed_to not in _ITSELF:
        return None
    body = institution(source)
    if body is not None or source is None:
        return body
    return " ".join(source.lower().split()) if attributed_to in _ITSELF or _OWN_VOICE.search(text) else None
