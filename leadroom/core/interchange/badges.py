# SPDX-FileCopyrightText: 2026 The Leadroom contributors
# SPDX-License-Identifier: EUPL-1.2

"""
Open Badges 3.0: one level of one competency, as a credential that its holder takes along.

It points at the framework's CASE objects, and knows its holder only by a hashed e-mail address.
"""

import hashlib
from dataclasses import dataclass
from typing import Any

from leadroom.core.interchange import identity
from leadroom.core.interchange.framework import Framework, Item, told

CONTEXT = (
    "https://www.w3.org/ns/credentials/v2",
    "https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json",
)


@dataclass(frozen=True, slots=True)
class Issuer:
    """Who stands behind the credential: its address and its name."""

    id: str
    name: str


@dataclass(frozen=True, slots=True)
class Award:
    """Who reached which level of what, and when it was confirmed (a moment with its zone)."""

    code: str
    level: int
    email: str
    salt: str
    confirmed_at: str
    criteria: str


def credential(framework: Framework, award: Award, issuer: Issuer, language: str) -> dict[str, Any]:
    """Return the credential, unsigned."""
    item = framework.by_code[award.code]
    parts = (issuer.id, framework.key, framework.version, award.code, language)
    return {
        "@context": list(CONTEXT),
        "id": identity.named("badge", *parts, award.salt, award.confirmed_at),
        "type": ["VerifiableCredential", "OpenBadgeCredential"],
        "name": told(item.name, language),
        "issuer": {"id": issuer.id, "type": ["Profile"], "name": issuer.name},
        "validFrom": award.confirmed_at,
        "credentialSubject": {
            "type": ["AchievementSubject"],
            "identifier": [_holder(award)],
            "achievement": _achievement(framework, item, award.criteria, parts, language),
            "result": [
                {
                    "type": ["Result"],
                    "resultDescription": identity.named("result", *parts),
                    "achievedLevel": _level_uri(framework, item, award.level, language),
                }
            ],
        },
    }


def _holder(award: Award) -> dict[str, Any]:
    """Return who holds it: nobody reads the address out of it, but who knows the address can check."""
    digest = hashlib.sha256(f"{award.email.lower()}{award.salt}".encode()).hexdigest()
    return {
        "type": "IdentityObject",
        "hashed": True,
        "identityHash": f"sha256${digest}",
        "identityType": "emailAddress",
        "salt": award.salt,
    }


def _achievement(
    framework: Framework, item: Item, criteria: str, parts: tuple[str, ...], language: str
) -> dict[str, Any]:
    name = told(item.name, language)
    return {
        "id": identity.named("achievement", *parts),
        "type": ["Achievement"],
        "achievementType": "Competency",
        "name": name,
        "description": told(item.text, language) or name,
        "criteria": {"narrative": criteria},
        "humanCode": item.code,
        "inLanguage": language,
        **({"version": framework.version} if framework.version else {}),
        "alignment": [
            {
                "type": ["Alignment"],
                "targetName": name,
                "targetUrl": identity.uri(framework, language, f"item:{item.code}"),
                "targetType": "CFItem",
                "targetCode": item.code,
                "targetFramework": f"{told(framework.title, language)} {framework.version}".strip(),
            }
        ],
        "resultDescription": [_result_description(framework, item, parts, language)],
    }


def _result_description(
    framework: Framework, item: Item, parts: tuple[str, ...], language: str
) -> dict[str, Any]:
    levels = []
    for level in framework.levels:
        said = told(item.anchors.get(level.number, {}), language) or told(level.meaning, language)
        shown = {
            "id": _level_uri(framework, item, level.number, language),
            "type": ["RubricCriterionLevel"],
            "name": told(level.name, language),
            "level": str(level.number),
        }
        levels.append(shown | ({"description": said} if said else {}))
    return {
        "id": identity.named("result", *parts),
        "type": ["ResultDescription"],
        "name": told(item.name, language),
        "resultType": "RubricCriterionLevel",
        "rubricCriterionLevel": levels,
    }


def _level_uri(framework: Framework, item: Item, number: int, language: str) -> str:
    """Return the address of the level in the CASE package: what it says of this item, or the scale's."""
    address = f"anchor:{item.code}:{number}" if number in item.anchors else f"scale:{number}"
    return identity.uri(framework, language, address)
