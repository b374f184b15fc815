"""Which factcheck this is."""

from importlib import metadata


def version() -> str:
    """The version that is installed."""
    try:
        return metadata.version("factcheck-news")
    except metadata.PackageNotFoundError:  # run from a folder that was never installed
        return "unknown"
