"""The rules of threats: what follows from a page when somebody attacks, each with its page beside it."""
