"""Dating: an article and its claims give its publication interval, with evidence."""
