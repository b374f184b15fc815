"""Where what is expensive to make again is kept between runs: the user's cache folder."""

from __future__ import annotations

import os
from pathlib import Path

VARIABLE = "FACTCHECK_CACHE"  # another folder; empty for none at all


def folder() -> Path | None:
    """The cache folder, made if need be; None when there is to be none or it cannot be written."""
    named = os.environ.get(VARIABLE)
    if named == "":
        return None
    if named is None:
        from platformdirs import user_cache_path

        path = user_cache_path("factcheck", appauthor=False)
    else:
        path = Path(named)
    try:
        path.mkdir(parents=True, exist_ok=True)
    except OSError:
        return None
    return path if os.access(path, os.W_OK | os.X_OK) else None
