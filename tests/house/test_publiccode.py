# SPDX-FileCopyrightText: 2026 The Leadroom contributors
# SPDX-License-Identifier: EUPL-1.2

"""publiccode.yml (version 0.7) has what the standard demands, in our three languages."""

from typing import Any
from urllib.parse import urlsplit

import pytest
import yaml
from django.conf import settings

from tests.house.running import ROOT

LANGUAGES = [code for code, _name in settings.LANGUAGES]
TOP = {
    *(
        "publiccodeYmlVersion",
        "name",
        "url",
        "landingURL",
        "isBasedOn",
        "organisation",
        "softwareVersion",
        "releaseDate",
    ),
    *(
        "logo",
        "platforms",
        "categories",
        "usedBy",
        "fundedBy",
        "roadmap",
        "developmentStatus",
        "softwareType",
    ),
    *("intendedAudience", "description", "legal", "maintenance", "localisation", "dependsOn", "supports"),
}
MANDATORY = {
    *("publiccodeYmlVersion", "name", "url", "platforms", "developmentStatus", "softwareType"),
    *("description", "legal", "maintenance", "localisation"),
}
STATUSES = {"concept", "development", "beta", "stable", "obsolete"}
TYPES = {
    *("standalone/mobile", "standalone/iot", "standalone/desktop", "standalone/web", "standalone/backend"),
    *("standalone/other", "addon", "library", "configurationFiles"),
}


@pytest.fixture(scope="module")
def said() -> dict[str, Any]:
    return yaml.safe_load((ROOT / "publiccode.yml").read_text(encoding="utf-8"))


def test_keys_are_known_and_none_is_missing(said: dict[str, Any]) -> None:
    assert set(said) - TOP == set()
    assert MANDATORY - set(said) == set()


def test_values_are_the_standards(said: dict[str, Any]) -> None:
    assert said["publiccodeYmlVersion"] == "0.7"
    assert urlsplit(said["url"]).scheme == "https"
    assert said["developmentStatus"] in STATUSES
    assert said["softwareType"] in TYPES
    assert said["platforms"] == ["web"]
    assert said["legal"] == {"license": "EUPL-1.2"}


def test_somebody_maintains_it(said: dict[str, Any]) -> None:
    kind = said["maintenance"]["type"]

    assert kind in {"internal", "contract", "community", "none"}
    assert all(contact["name"] for contact in said["maintenance"]["contacts"])


@pytest.mark.parametrize("language", LANGUAGES)
def test_description_has_its_lengths(said: dict[str, Any], language: str) -> None:
    text = said["description"][language]

    assert 1 <= len(text["shortDescription"]) <= 150
    assert 150 <= len(text["longDescription"]) <= 10_000
    assert all(1 <= len(feature) <= 100 + 50 for feature in text["features"])
    assert len(text["features"]) == len(said["description"]["en"]["features"])


def test_languages_are_the_interfaces(said: dict[str, Any]) -> None:
    assert said["localisation"] == {"localisationReady": True, "availableLanguages": LANGUAGES}
