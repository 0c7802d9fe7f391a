# SPDX-FileCopyrightText: 2026 The Leadroom contributors
# SPDX-License-Identifier: EUPL-1.2

"""Every interface text is there in every language: none missing, unsure, left over or with other placeholders."""

import re
from collections.abc import Iterator
from functools import cache

import pytest
from babel.messages.catalog import Catalog, Message

from tools import texts

PLACEHOLDER = re.compile(r"%\((\w+)\)[sd]|%[sd]|\{(\w*)\}")
each_language = pytest.mark.parametrize("language", texts.LANGUAGES)


@cache
def gathered() -> Catalog:
    return texts.gathered()


@cache
def catalogue(language: str) -> Catalog:
    return texts.catalogue(language)


def keys(of: Catalog) -> set[tuple[str | None, str]]:
    return {(message.context, first(message.id)) for message in of if message.id}


def first(text: "str | tuple[str, ...] | list[str]") -> str:
    return text if isinstance(text, str) else text[0]


def forms(text: "str | tuple[str, ...] | list[str]") -> list[str]:
    return [text] if isinstance(text, str) else list(text)


@each_language
def test_texts_are_all_gathered_and_none_is_left_over(language: str) -> None:
    assert keys(gathered()) - keys(catalogue(language)) == set(), "run `make texts`"
    assert keys(catalogue(language)) - keys(gathered()) == set(), "run `make texts`"


@each_language
def test_texts_are_all_translated(language: str) -> None:
    missing = [
        first(message.id) for message in catalogue(language) if not texts.is_translated(message.string)
    ]

    assert missing == []


@each_language
def test_no_text_is_unsure(language: str) -> None:
    assert [first(message.id) for message in catalogue(language) if message.id and message.fuzzy] == []


@each_language
def test_placeholders_are_the_same(language: str) -> None:
    assert [line for message in catalogue(language) for line in differences(message)] == []


def differences(message: Message) -> Iterator[str]:
    """Yield each form whose placeholders are not its source's; the singular may leave its number out."""
    sources = forms(message.id)
    allowed = [placeholders(source) for source in sources]
    for number, form in enumerate(forms(message.string)):
        wanted = allowed if number == 0 else allowed[-1:]
        if form and placeholders(form) not in wanted:
            yield f"{sources[0]!r}: {form!r}"


def placeholders(text: str) -> list[str]:
    return sorted(match.group(0) for match in PLACEHOLDER.finditer(text))


def test_template_texts_are_found() -> None:
    found = keys(gathered())

    assert len(found) > 50
