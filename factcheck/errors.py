"""What can go wrong, as a tree. Every message names the file or setting and says what to do about it.

FactcheckError
├── InputError          a path, a file or an article cannot be used
│   ├── MissingPath     a path named outright does not exist
│   ├── UnreadableInput one file or record cannot be read; a folder run skips it with a warning
│   └── NothingToCheck  nothing at all could be read
├── SettingsError       an option or setting has no meaning
├── EmbedderError       the embedding model cannot be loaded
└── ArchiveError        an archive cannot be opened, read or written, or lacks what is to be removed

SkippedInput is the warning given for an input that was left out while the others go on.
"""


class FactcheckError(Exception):
    """Base of every error that factcheck raises on purpose; the command line prints it and exits with 2."""


class InputError(FactcheckError):
    """A path, a file or an article cannot be used."""


class MissingPath(InputError):
    """A path named outright does not exist."""


class UnreadableInput(InputError):
    """One file or record cannot be read."""


class NothingToCheck(InputError):
    """Nothing at all could be read."""


class SettingsError(FactcheckError):
    """An option or setting has no meaning."""


class EmbedderError(FactcheckError):
    """The embedding model cannot be loaded."""


class ArchiveError(FactcheckError):
    """An archive cannot be opened, read or written, or lacks what is to be removed."""


class SkippedInput(UserWarning):
    """An input was left out; the message names it and says why."""
