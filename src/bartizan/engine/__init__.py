"""Facts, rules, what follows from them and why: pure logic that knows nothing of architecture pages."""
