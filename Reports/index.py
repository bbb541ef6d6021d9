#!/usr/bin/env python3
"""Prints the page that links all reports: Reports/index.py > Reports/index.html

Lists every page of Reports/ and Reports/Gallery/ by the title that it has, and every report that is
Markdown alone.
"""

import base64
import hashlib
import html
import pathlib
import re

ROOT = pathlib.Path(__file__).parent

STYLE = """
:root{color-scheme:light dark;--ground:#fff;--text:#1b1f24;--quiet:#565f6b;--link:#0b57d0}
@media screen and (prefers-color-scheme:dark){:root{--ground:#14171c;--text:#e6e9ee;--quiet:#a3acb9;
--link:#7cacf8}}
body{max-width:48rem;margin:0 auto;padding:1.5rem;background:var(--ground);color:var(--text);
font:16px/1.5 system-ui,sans-serif}
a{color:var(--link)}li{margin:.4rem 0;overflow-wrap:anywhere}small{color:var(--quiet)}
:focus-visible{outline:2px solid var(--link);outline-offset:2px}
"""


def title(page):
    """What a page calls itself."""
    text = page.read_text()
    found = re.search("<title>(.*?)</title>" if page.suffix == ".html" else "^# (.*)$", text, re.M)
    return html.unescape(found[1]) if found else page.stem


def entries(pages):
    for page in pages:
        name = page.relative_to(ROOT).as_posix()
        yield f'<li><a href="{html.escape(name)}">{html.escape(title(page))}</a> ' \
            f"<small>{html.escape(name)}</small></li>"


def main():
    pages = sorted(page for page in ROOT.glob("*.html") if page.name != "index.html")
    written = {page.stem for page in pages} | {"README"}
    pages += sorted(page for page in ROOT.glob("*.md") if page.stem not in written)
    digest = base64.b64encode(hashlib.sha256(STYLE.encode()).digest()).decode()
    policy = f"default-src 'none'; base-uri 'none'; form-action 'none'; style-src 'sha256-{digest}'"
    print(f"""<!doctype html>
<html lang="en"><head><meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="{policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Reports of Rhumb</title><style>{STYLE}</style></head><body><main>
<h1>Reports of Rhumb</h1>
<p>Written by the command <code>make reports</code>; README.md beside this page says how each is made.</p>
<h2>What was measured and published</h2><ul>""")
    print("\n".join(entries(pages)))
    print("</ul>\n<h2>A gallery of planned jobs</h2><ul>")
    print("\n".join(entries(sorted((ROOT / "Gallery").glob("*.html")))))
    print("</ul></main></body></html>")


main()
