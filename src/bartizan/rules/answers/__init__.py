"""What a page and the rules of threats say together: what follows, for whom, why, and what falls with a control."""
