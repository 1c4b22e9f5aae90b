"""Other people's files: what each format says, as an architecture, and the list of what found no place in it."""
