"""Files as text for mail: they come back whole whatever mail does to them, and what is not whole is refused."""

import base64
import quopri
import time
import zlib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from induction.armour import ArmourError, blocks, is_wrapped, unwrap, wrap
from induction.decode import MAX_BYTES

TEXT = '{"format":"induction-record","name":"Siân Ŵyn 😀"}' + "x" * 300


def test_lines_are_short_and_plain() -> None:
    lines = wrap(TEXT, "request").splitlines()
    assert lines[0] == "-----BEGIN INDUCTION REQUEST-----" and lines[-1] == "-----END INDUCTION REQUEST-----"
    assert all(len(line) <= 76 and line.isascii() for line in lines)


MAILS = {
    "as it is": lambda text: text,
    "quoted": lambda text: "".join(f"> {line}\n" for line in text.splitlines()),
    "quoted twice, as some do": lambda text: "".join(f">> {line}\n" for line in text.splitlines()),
    "with words around it": lambda text: f"Dear Alex,\n\nhere it is:\n{text}\nYours, Sam -- \nSent from my phone",
    "other line ends": lambda text: text.replace("\n", "\r\n"),
    "broken anew": lambda text: text.replace("\n", " ")[:200] + "\n" + text.replace("\n", " ")[200:],
    "on one line": lambda text: text.replace("\n", " "),
    "quoted with initials": lambda text: "".join(f"SV> {line}\n" for line in text.splitlines()),
    "long dashes": lambda text: text.replace("-----", "\u2014\u2013"),
    "blanks that do not break": lambda text: text.replace(" ", "\u00a0"),
    "signs nobody sees": lambda text: text.replace("BEGIN ", "BEGIN\u200b ").replace("\n", "\u200b\n"),
    "a mail saved as a file": lambda text: quopri.encodestring(text.encode()).decode(),
    "in a table": lambda text: "".join(f"| {line} |\n" for line in text.splitlines()),
    "its first line broken": lambda text: text.replace("INDUCTION ", "INDUCTION\n> "),
    "with a signature": lambda text: text + "-- \nSioned Vaughan\nEducation Welfare Service\n",
    "with blanks": lambda text: "\u00a0\n".join(f"   {line}  " for line in text.splitlines()),
    "an empty line after each": lambda text: text.replace("\n", "\n\n"),
    "in narrow lines": lambda text: "\n".join(
        piece
        for line in text.splitlines()
        for piece in ([line] if line.startswith("-") else [line[i : i + 20] for i in range(0, len(line), 20)])
    ),
}


@pytest.mark.parametrize("mail", MAILS)
def test_it_survives_mail(mail: str) -> None:
    text = MAILS[mail](wrap(TEXT, "reply"))
    assert is_wrapped(text)
    (block,) = blocks(text)
    assert unwrap(block) == TEXT


@given(st.text().filter(lambda text: text.isprintable() or text.isascii()))
def test_any_text_comes_back(text: str) -> None:
    assert unwrap(wrap(text, "record")) == text


def test_two_in_one_mail_are_two() -> None:
    mail = "> " + wrap("one", "request").replace("\n", "\n> ") + "\nand\n" + wrap("two", "request")
    assert [unwrap(one) for one in blocks(mail)] == ["one", "two"]


def test_one_that_is_cut_short_does_not_take_the_next_along() -> None:
    whole = wrap("two", "request")
    cut, good = blocks(wrap(TEXT, "request")[:100] + "\n\n" + whole)
    assert unwrap(good) == "two"
    with pytest.raises(ArmourError):
        unwrap(cut)


@pytest.mark.parametrize(
    "slow",
    [
        "-" * 4_000_000,
        "--- " * 1_000_000,
        "-----BEGIN INDUCTION REQUEST-----" + "-" * 4_000_000,
        "-BEGIN" + " " * 4_000_000,
    ],
    ids=["dashes", "dashes and blanks", "dashes behind a beginning", "blanks"],
)
def test_no_text_is_slow(slow: str) -> None:
    """Forty thousand dashes once took 39 seconds, and four million would have taken days: the page stood still."""
    began = time.process_time()
    for block in blocks(slow):
        with pytest.raises(ArmourError):
            unwrap(block)
    assert time.process_time() - began < 10


def test_what_is_not_whole_is_refused_with_the_reason() -> None:
    good = wrap(TEXT, "reply")
    body = good.splitlines()[1]
    other = "".join(sorted(body[10:20]))[::-1]
    big = base64.b64encode(b"12345678" + zlib.compress(b"0" * (MAX_BYTES + 1))).decode()
    wrapped = "-----BEGIN INDUCTION REPLY-----\n{}\n-----END INDUCTION REPLY-----\n"
    for text, reason in (
        (good[: len(good) // 2], "cut"),
        (good.replace("END INDUCTION", "END OF"), "cut"),
        (good.replace(body[10:20], other), "damaged"),
        (good.replace(body, ""), "damaged"),
        (wrapped.format(""), "damaged"),
        (wrapped.format("Zm9v"), "damaged"),
        (wrapped.format(base64.b64encode(b"\0" * 8 + zlib.compress(b"\xff\xfe")).decode()), "damaged"),
        (wrapped.format(big), "size"),
    ):
        with pytest.raises(ArmourError) as caught:
            unwrap(text)
        assert caught.value.reason == reason, text[:80]


def test_other_armour_is_none_of_ours() -> None:
    assert not is_wrapped("-----BEGIN PGP MESSAGE-----\nabc\n-----END PGP MESSAGE-----") and blocks("Dear Sam") == []
