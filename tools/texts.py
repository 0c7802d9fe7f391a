# SPDX-FileCopyrightText: 2026 The Leadroom contributors
# SPDX-License-Identifier: EUPL-1.2

"""
Gathers the interface's texts for translators and compiles what they wrote; needs no gettext.

`make texts` brings `locale/<language>/LC_MESSAGES/django.po` up to the code: new texts are
added empty, texts that are gone go. Nothing else in the files moves, so a change reads well.
"""

import re
import sys
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path

from babel.messages.catalog import Catalog
from babel.messages.extract import extract
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po, write_po
from django.utils.translation.template import templatize

from tools.progress import finish, say
from tools.setup import ROOT

LOCALE = ROOT / "locale"
LANGUAGES = ("da", "sv")
SOURCES = ROOT / "leadroom"
KEYWORDS: dict[str, tuple[int | tuple[int, str], ...] | None] = {
    **dict.fromkeys(("_", "_now", "gettext", "gettext_lazy", "gettext_noop")),
    **dict.fromkeys(("ngettext", "ngettext_lazy"), (1, 2)),
    **dict.fromkeys(("pgettext", "pgettext_lazy"), ((1, "c"), 2)),
    **dict.fromkeys(("npgettext", "npgettext_lazy"), ((1, "c"), 2, 3)),
}
NOTE = "Translators:"
DATES = re.compile(
    rb'^"(POT-Creation-Date|PO-Revision-Date|Generated-By|Last-Translator|Language-Team): .*\n', re.MULTILINE
)


def main() -> None:
    """Gather and compile, or only compile."""
    if sys.argv[1:] != ["compile"]:
        gather()
    for language in LANGUAGES:
        if path_of(language).exists():
            compile_catalogue(language)


def path_of(language: str) -> Path:
    """Return where a language's texts lie."""
    return LOCALE / language / "LC_MESSAGES" / "django.po"


def catalogue(language: str) -> Catalog:
    """Return a language's texts as they are in its file; empty where there is none yet."""
    path = path_of(language)
    if not path.exists():
        return Catalog(locale=language, domain="django", fuzzy=False)
    with path.open("rb") as file:
        return read_po(file, locale=language, domain="django")


def gather() -> None:
    """Bring each language's file up to the texts in code and templates."""
    found = gathered()
    for language in LANGUAGES:
        texts = catalogue(language)
        texts.update(found, no_fuzzy_matching=True)
        written = BytesIO()
        write_po(written, texts, width=0, no_location=True, sort_output=True, ignore_obsolete=True)
        path_of(language).parent.mkdir(parents=True, exist_ok=True)
        path_of(language).write_bytes(DATES.sub(b"", written.getvalue()))
        missing = sum(not is_translated(message.string) for message in texts if message.id)
        say(f"{language}: {len(texts)} texts, {missing} of them not translated")


def is_translated(string: "str | tuple[str, ...] | list[str] | None") -> bool:
    """Say whether a text, in all its plural forms, has been written."""
    return bool(string) and all(string or ())


def compile_catalogue(language: str) -> None:
    """Write what Django reads."""
    with path_of(language).with_suffix(".mo").open("wb") as file:
        write_mo(file, catalogue(language), use_fuzzy=False)


def gathered() -> Catalog:
    """Return all texts in code and templates."""
    found = Catalog(fuzzy=False)
    for path in sources():
        for _line, message, comments, context in extract(
            "python", BytesIO(readable(path)), KEYWORDS, (NOTE,)
        ):
            found.add(
                message, auto_comments=[one.removeprefix(NOTE).strip() for one in comments], context=context
            )
    return found


def sources() -> Iterator[Path]:
    """Yield every file that can hold an interface text."""
    for pattern in ("*.py", "templates/**/*.html", "templates/**/*.txt"):
        for path in sorted(SOURCES.rglob(pattern)):
            if "migrations" not in path.parts:
                yield path


def readable(path: Path) -> bytes:
    """Return a file as Python's tokens; a template's texts become calls, one on a line."""
    if path.suffix == ".py":
        return path.read_bytes()
    calls = templatize(path.read_text(encoding="utf-8"), origin=str(path))
    return "\n".join(line.strip() for line in calls.splitlines()).encode()


if __name__ == "__main__":
    finish(main)
