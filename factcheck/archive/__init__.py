"""Articles kept from one run to the next: read once, found again by what they share, checked against what comes in."""
