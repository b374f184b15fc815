"""The dateline of a report: "LEEDS, 3 May 2025 (Agency) – "; where and when it was filed, no part of what it tells."""

from __future__ import annotations

import re

# A dateline is short; what opens a sentence for longer than this tells something.
_LONGEST = 120

_PLACE = r"[^\W\d_a-z][\w.’'/-]{0,30}"
_DATE = r"\d{1,2}(?:st|nd|rd|th)?|(?:19|20)\d\d|(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]{0,6}\.?|(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day"
_HEAD = re.compile(
    rf"""\s{{0,4}}
    (?P<place>(?!(?:{_DATE})\b){_PLACE}(?:,?\ (?:(?:and|de|of)\ )?(?!(?:{_DATE})\b){_PLACE}){{0,5}}),?
    (?P<date>(?:,?\ (?:{_DATE})\b,?\.?){{0,5}})
    (?P<agency>\ ?\([^()\n]{{2,50}}\)|\ /[^/\n]{{2,30}}/\.?)?
    \ ?(?:(?P<dash>\s[–—-]{{1,2}}|[–—]|\s―)|:)?\s{{1,2}}
    (?=["“‘']?[^\Wa-z_])""",
    re.VERBOSE,
)


# "(CNN) — ": an agency that names no place
_AGENCY = re.compile(r"\s{0,4}\([A-Z][\w/ .]{1,30}\)\s?[–—-]{1,2}\s{1,2}(?=[\"“‘']?[^\Wa-z_])")


def dateline_end(text: str) -> int:
    """Where the report begins in a sentence that opens with a dateline, in characters; 0 when none does.

    A dateline ends with a dash (or, of some agencies, with their name between strokes). It names a place, and either the
    agency or the day, or the place is in capitals.
    """
    match = _HEAD.match(text[:_LONGEST])
    if match is None:
        alone = _AGENCY.match(text[:_LONGEST])
        return alone.end() if alone else 0
    agency, dated = match["agency"] is not None, any(c.isalpha() for c in match["date"])
    if match["dash"] is None:
        return match.end() if agency and match["agency"].lstrip().startswith("/") else 0
    place = match["place"]
    shouted = sum(c.isupper() for c in place) > 2 and place.split(",")[0].isupper()
    reopened = re.search(r"\s[–—-]{1,2}\s", text[match.end() : match.end() + _LONGEST]) is not None
    return match.end() if agency or dated or (shouted and not reopened) else 0
