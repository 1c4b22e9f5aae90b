"""Bytes become text with places, or a reason why not."""

from __future__ import annotations

import hashlib
import os
import socket
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bartizan.source.diagnostic import Diagnostic
from bartizan.source.read_text import decode, encode, read_source


def found(diagnostics: list[Diagnostic]) -> list[tuple[str, str]]:
    return [(one.name, str(one.at.span) if one.at else "") for one in diagnostics]


def test_a_file_is_read_under_the_name_it_was_given(tmp_path: Path) -> None:
    (tmp_path / "page.yaml").write_bytes("purpose: Café\n".encode())

    source, diagnostics = read_source(tmp_path / "page.yaml", name="page.yaml")

    assert diagnostics == []
    assert source is not None
    assert (source.name, source.text) == ("page.yaml", "purpose: Café\n")
    assert source.digest == hashlib.sha256("purpose: Café\n".encode()).hexdigest()


def test_a_byte_order_mark_is_no_part_of_the_text_and_is_written_again() -> None:
    data = b"\xef\xbb\xbfa: b\n"
    source, diagnostics = decode(data, "x")

    assert diagnostics == []
    assert source is not None
    assert source.text == "a: b\n"
    assert encode(source.text, source) == data


def test_bytes_that_are_not_utf_8_are_named_with_line_and_column_and_the_letter_that_was_meant() -> None:
    source, diagnostics = decode("one: ü\ntwo: caf".encode() + b"\xe9 and \xff\xfe\xfd\n", "x")

    assert source is not None
    assert source.text.splitlines()[1] == "two: caf\ufffd and \ufffd\ufffd\ufffd"
    assert found(diagnostics) == [("not-utf-8", "x:2:9"), ("not-utf-8", "x:2:15")]
    assert "this byte was meant as `é`" in diagnostics[0].help[0]
    assert diagnostics[1].at is not None
    assert diagnostics[1].at.text == "3 bytes from FF on (hexadecimal)"


def test_half_a_character_at_the_end_is_found() -> None:
    source, diagnostics = decode("a: 日".encode()[:-1], "x")

    assert source is not None
    assert found(diagnostics) == [("not-utf-8", "x:1:4")]


@pytest.mark.parametrize(
    ("data", "encoding"),
    [
        ("a: b\n".encode("utf-16"), "UTF-16"),
        ("a: b\n".encode("utf-16-be"), "UTF-16"),
        ("a: b\n".encode("utf-16-le"), "UTF-16"),
        ("a: b\n".encode("utf-32"), "UTF-32"),
    ],
)
def test_a_wide_encoding_is_recognised_and_refused_with_advice(data: bytes, encoding: str) -> None:
    source, diagnostics = decode(data, "x")

    assert source is None
    assert [one.name for one in diagnostics] == ["utf-16"]
    assert encoding in diagnostics[0].message
    assert "UTF-8" in diagnostics[0].help[0]


def test_control_characters_are_refused_where_they_stand_one_message_for_each_row() -> None:
    _, diagnostics = decode(b"a: \x1b[31mred\nb: \x00\x00\n", "x")

    assert found(diagnostics) == [("control-character", "x:1:4"), ("control-character", "x:2:4")]
    assert "U+001B ESCAPE" in diagnostics[0].message


def test_after_twenty_places_the_rest_is_only_counted() -> None:
    _, diagnostics = decode(b"x\x01" * 1000, "x")

    assert len(diagnostics) == 21
    assert diagnostics[-1].message == "the text has 980 more such places, from here on"


def test_tabs_line_ends_form_feeds_and_every_script_are_text() -> None:
    text = "a:\tb\r\nc\x0cd\n日本語 עברית 👩‍👩‍👧 \u2028\x85"
    source, diagnostics = decode(text.encode(), "x")

    assert diagnostics == []
    assert source is not None
    assert source.text == text


def test_what_is_no_ordinary_file_is_said_without_a_place(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    (tmp_path / "loop").symlink_to("loop")
    with socket.socket(socket.AF_UNIX) as listening:
        listening.bind(str(tmp_path / "s"))
        names = {
            "missing.yaml": "no-such-file",
            "pipe/below": "no-such-file",
            "nul\0": "no-such-file",
            ".": "not-a-file",
            "pipe": "not-a-file",
            "s": "not-a-file",
            "loop": "unreadable-file",
        }
        for name, expected in names.items():
            source, diagnostics = read_source(tmp_path / name)
            assert source is None
            assert found(diagnostics) == [(expected, "")], name


@pytest.mark.skipif(not Path("/dev/zero").exists(), reason="there are no device files here")
def test_a_device_that_never_ends_is_not_read() -> None:
    assert found(read_source(Path("/dev/zero"))[1]) == [("not-a-file", "")]


@pytest.mark.skipif(
    not hasattr(os, "geteuid") or os.geteuid() == 0, reason="the superuser may read everything"
)
def test_a_file_that_may_not_be_read_says_so(tmp_path: Path) -> None:
    path = tmp_path / "page.yaml"
    path.write_text("a: b\n")
    path.chmod(0)

    assert found(read_source(path)[1]) == [("unreadable-file", "")]


def test_a_file_is_not_read_beyond_the_limit(tmp_path: Path) -> None:
    path = tmp_path / "page.yaml"
    path.write_bytes(b"a" * 11)

    assert found(read_source(path, limit=10)[1]) == [("file-too-large", "")]
    assert read_source(path, limit=11)[1] == []


@given(st.binary(max_size=200))
def test_any_bytes_give_a_text_or_a_reason_and_places_inside_the_text(data: bytes) -> None:
    source, diagnostics = decode(data, "x")

    assert source is not None or diagnostics
    for one in diagnostics:
        if one.at is not None:
            assert source is not None
            assert 0 <= one.at.span.start <= one.at.span.end <= len(source.text)


@given(st.text())
def test_a_text_without_control_characters_is_read_as_it_was_written(text: str) -> None:
    source, diagnostics = decode(text.encode(), "x")

    if source is not None and not diagnostics:
        assert encode(source.text, source) == text.encode()
