"""Fetch one page that the user named outright. Nothing else in the library reaches the network."""

import http.client
import urllib.error
import urllib.request
from dataclasses import dataclass

from factcheck.errors import UnreadableInput

_TIMEOUT_S = 20
_MOST_BYTES = 10_000_000
_USER_AGENT = "Mozilla/5.0 (compatible; factcheck)"


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """What a URL gave: its bytes, its media type ("text/html"), and the encoding the server named."""

    data: bytes
    media_type: str
    charset: str | None


def fetch(url: str) -> Page:
    """The page at an http or https URL. Raises ``UnreadableInput`` with the reason when it cannot be had."""
    try:
        request = urllib.request.Request(url, headers={"User-Agent": _USER_AGENT})
        response = _opener().open(request, timeout=_TIMEOUT_S)
        if response is None:
            raise UnreadableInput("it leads to something that is not a web page; save the page and name the file")
        with response:
            data = response.read(_MOST_BYTES + 1)
            headers = response.headers
    except urllib.error.HTTPError as error:
        error.close()
        raise UnreadableInput(
            f"the server answered {error.code} {error.reason}; open it in a browser and save it"
        ) from None
    except (OSError, ValueError, http.client.HTTPException) as error:
        reason = getattr(error, "reason", None) or error or type(error).__name__
        raise UnreadableInput(f"it cannot be fetched ({reason}); check the address and the connection") from None
    if len(data) > _MOST_BYTES:
        raise UnreadableInput(
            f"it is larger than {_MOST_BYTES // 1_000_000} MB; save the article's text and name the file"
        )
    return Page(data=data, media_type=headers.get_content_type(), charset=headers.get_content_charset())


def _opener() -> urllib.request.OpenerDirector:
    """One that speaks http and https alone, so that no redirect leads to a file or another protocol."""
    opener = urllib.request.OpenerDirector()
    for handler in (
        urllib.request.ProxyHandler(),
        urllib.request.HTTPHandler(),
        urllib.request.HTTPSHandler(),
        urllib.request.HTTPRedirectHandler(),
        urllib.request.HTTPDefaultErrorHandler(),
        urllib.request.HTTPErrorProcessor(),
    ):
        opener.add_handler(handler)
    return opener
