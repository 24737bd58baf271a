"""Words that look like a child's personal details. The site warns and never blocks."""

import re

# Not the years in which people note when they did something.
_BIRTH_YEAR = r"(?:19\d\d|20[01]\d|202[0-3])"

CHILD_A = "Write Child A, Parent A, School A. No names, dates of birth or addresses."
"""What to write instead of a name, said with every box that could attract one."""

_PATTERNS = (
    (
        re.compile(r"\b[A-HJ-NP-RT-Z]\d{11}[0-9A-HJ-NP-RT-Z]\b", re.IGNORECASE),
        "This looks like a pupil number (UPN).",
    ),
    (
        re.compile(
            rf"\b(?:0?[1-9]|[12]\d|3[01])[/.-](?:0?[1-9]|1[0-2])[/.-]{_BIRTH_YEAR}\b|\b{_BIRTH_YEAR}-(?:0\d|1[0-2])-[0-3]\d\b",
            re.ASCII,
        ),
        "This looks like a date of birth.",
    ),
    (
        re.compile(
            # "Y7 2nd" and "KS3 4th" are no postcodes.
            r"\b[A-Z]{1,2}\d[A-Z\d]? ?\d(?!(?-i:st|nd|rd|th)\b)[ABD-HJLNP-UW-Z]{2}\b",
            re.IGNORECASE | re.ASCII,
        ),
        "This looks like a postcode.",
    ),
    (re.compile(r"(?<![\w.+-])[\w.+-]{1,64}@[\w-]{1,255}\.\w"), "This looks like an email address."),
)


def private_looks(text: str) -> tuple[str, ...]:
    """Sentences of warning for what in ``text`` looks like a pupil number, a date of birth, a postcode or an email address."""
    return tuple(
        f"{finding} If it is about a child or a family, take it out: nothing here should tell a stranger who they are."
        for pattern, finding in _PATTERNS
        if pattern.search(text)
    )


_GROUPS = "Autumn|Class|Deputy|Form|Group|Head|House|Key|Mon|Parent|School|Spring|Summer|Term|Tutor|Week|Year"
_NAME = re.compile(rf"(?:^|[\n,;•])[ \t\d.)*-]*(?!(?:{_GROUPS}))[^\W\d_a-z][\w'’-]+,? [^\W\d_a-z][a-zà-ÿ'’-]+")
_LIST = 3


def name_list(text: str) -> tuple[str, ...]:
    """A warning when ``text`` looks like a list of people: three lines or more that each begin with two names."""
    if len(_NAME.findall(text)) < _LIST:
        return ()
    return ("This looks like a list of names. If they are pupils, take them out: write how many, never who.",)
