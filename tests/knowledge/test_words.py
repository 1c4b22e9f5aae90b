"""Phrases found in what people wrote."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from bartizan.knowledge.words import find, phrase, words_of

KNOWN = {("a",): 1, ("a", "b"): 2, ("c",): 3}


def test_words_keep_the_dots_and_signs_that_belong_to_them_and_no_others() -> None:
    assert words_of("AMQP+TLS 1.2, C++ and PKCS#11.") == ("amqp", "tls", "1.2", "c++", "and", "pkcs#11")
    assert words_of("node.js .NET TACACS+") == ("node.js", ".net", "tacacs+")
    assert phrase("message_queue-1") == ("message", "queue", "1")


def test_the_longest_phrase_from_the_left_is_found_and_the_rest_is_told() -> None:
    assert find(("a", "b", "x", "c"), KNOWN) == [(2, ("a", "b")), (None, ("x",)), (3, ("c",))]


@given(st.lists(st.sampled_from("abcx"), max_size=12))
def test_no_word_is_lost(words: list[str]) -> None:
    assert [word for _, written in find(words, KNOWN) for word in written] == words
