# SPDX-FileCopyrightText: 2026 The Leadroom contributors
# SPDX-License-Identifier: EUPL-1.2

"""A confirmed level as an Open Badges 3.0 credential, signed where the installation has a key."""

from datetime import UTC, datetime
from typing import Any

from django.conf import settings
from django.utils.crypto import salted_hmac
from django.utils.translation import gettext as _

from leadroom.accounts.models import Actor
from leadroom.core.interchange import badges
from leadroom.core.interchange.framework import Framework
from leadroom.kit import jose
from leadroom.people.queries import ConfirmedLevel

SALT, SALT_LENGTH = "leadroom.people.badges", 32


def credential(
    actor: Actor, confirmed: ConfirmedLevel, framework: Framework, language: str
) -> dict[str, Any]:
    """Return a badge, unsigned; the same level gives the same badge, whenever it is taken."""
    council, rating = actor.person.council, f"{actor.person.key}/{confirmed.number}"
    award = badges.Award(
        code=confirmed.competency.key,
        level=confirmed.level,
        email=actor.user.email,
        salt=salted_hmac(SALT, rating).hexdigest()[:SALT_LENGTH],
        confirmed_at=confirmed.confirmed_at.astimezone(UTC).isoformat(timespec="seconds"),
        criteria=_(
            "The person’s line manager confirmed this level in a feedback round, by what was seen at work."
        ),
    )
    issuer = badges.Issuer(f"{settings.SITE_URL}/#{council.key}", council.name)
    return badges.credential(framework, award, issuer, language)


def may_sign() -> bool:
    """Say whether this installation has a key to sign badges with."""
    return settings.BADGE_KEY is not None


def signed_badge(made: dict[str, Any]) -> str:
    """Return a badge as VC-JWT, as Open Badges 3.0 has it: the claims are the credential's own."""
    begins = int(datetime.fromisoformat(made["validFrom"]).timestamp())
    claims = {**made, "iss": made["issuer"]["id"], "jti": made["id"], "nbf": begins}
    return jose.signed(claims, jose.key_in(settings.BADGE_KEY))
