"""Reading: files, folders, stdin, HTML, JSON and URLs become articles; clutter is marked, never cut."""
