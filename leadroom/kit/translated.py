# SPDX-FileCopyrightText: 2026 The Leadroom contributors
# SPDX-License-Identifier: EUPL-1.2

"""A text in the three languages at once, and which one to show."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Self

from django.utils.translation import get_language

LANGUAGES = ("en", "da", "sv")


@dataclass(frozen=True, slots=True)
class Translated:
    """One text in English, Danish and Swedish."""

    en: str
    da: str = ""
    sv: str = ""

    @classmethod
    def of(cls, texts: Mapping[str, str]) -> Self:
        """Make one from a mapping of language to text, as packs and JSON hold it."""
        return cls(**{language: str(texts.get(language, "")) for language in LANGUAGES})

    def __str__(self) -> str:
        """Show the text in the reader's language."""
        return self.to(get_language() or LANGUAGES[0])

    def to(self, language: str) -> str:
        """Return the text in a language; where it is missing, the first there is (en, da, sv)."""
        wanted = getattr(self, language[:2], "")
        return wanted or self.en or self.da or self.sv
