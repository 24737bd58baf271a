"""The content policy: what a page of the site may load, written into every page after the build.

One and the same line goes into all pages, because instant navigation keeps the policy of the page first opened.
"""

import base64
import hashlib
import re
from functools import cache
from pathlib import Path

_SCRIPT = re.compile(rb"<script(?P<attributes>[^>]*)>(?P<text>.*?)</script>", re.DOTALL | re.IGNORECASE)
_HEAD = re.compile(rb"<head[^>]*>", re.IGNORECASE)
_POLICY = re.compile(rb'\s*<meta http-equiv="Content-Security-Policy"[^>]*>', re.IGNORECASE)
_CHARSET = re.compile(rb"""\s*<meta charset=["']?utf-8["']?\s*/?>""", re.IGNORECASE)
_TYPE = re.compile(rb"""\btype\s*=\s*["']?([^"'\s>]*)""", re.IGNORECASE)
_RUNS = {b"", b"module", b"text/javascript", b"application/javascript"}  # any other type is data, and free


def inline_hashes(html: bytes) -> set[str]:
    """Give the policy's sources for every inline script of a page that a browser would run."""
    hashes = set()
    for script in _SCRIPT.finditer(html):
        kind = _TYPE.search(script["attributes"])
        if re.search(rb"\bsrc\s*=", script["attributes"]) or (kind and kind[1].lower() not in _RUNS):
            continue
        hashes.add(_hash(script["text"]))
    return hashes


@cache  # pages share most of their scripts
def _hash(text: bytes) -> str:
    read = text.replace(b"\r\n", b"\n")  # as the browser reads it
    return f"'sha256-{base64.b64encode(hashlib.sha256(read).digest()).decode()}'"


def policy(hashes: set[str], *, serving: bool = False) -> str:
    """Give the text of the policy.

    While serving, MkDocs puts a script of its own into each page to follow edits. Its text changes with every build and
    is added after ours, so no hash can name it: inline scripts are let through then, and only then.
    """
    inline = "'unsafe-inline'" if serving else " ".join(sorted(hashes))
    scripts = " ".join(filter(None, ["'self'", "'wasm-unsafe-eval'", inline]))
    return "; ".join(
        [
            "default-src 'none'",
            f"script-src {scripts}",
            "style-src 'self'",
            "img-src 'self' data:",
            "font-src 'self'",
            "connect-src 'self'",
            "worker-src 'self'",
            "manifest-src 'self'",
            "base-uri 'self'",
            "form-action 'none'",
        ]
    )


def write_policy(site_dir: str | Path, *, serving: bool = False) -> str:
    """Write one policy into every page under `site_dir` and return it. Call it last, in `on_post_build`.

    The charset goes before it: browsers look for the charset in the first 1024 bytes only. Run twice, it writes the same.
    """
    pages = {path: path.read_bytes() for path in sorted(Path(site_dir).rglob("*.html"))}
    hashes: set[str] = set().union(*map(inline_hashes, pages.values())) if pages else set()
    text = policy(hashes, serving=serving)
    line = f'<meta http-equiv="Content-Security-Policy" content="{text}">'.encode()
    for path, html in pages.items():
        head = _HEAD.search(html)
        if head is None:
            raise ValueError(f"{path.name} has no <head>, so it cannot carry the content policy")
        end = html.find(b"</head>", head.end())
        said = _CHARSET.sub(b"", _POLICY.sub(b"", html[head.end() : end]), count=1)
        path.write_bytes(html[: head.end()] + b'\n    <meta charset="utf-8">\n    ' + line + said + html[end:])
    return text
