# SPDX-FileCopyrightText: 2026 The Leadroom contributors
# SPDX-License-Identifier: EUPL-1.2

"""A credential says what it should, to our schema and to somebody else's reader."""

import hashlib

from hypothesis import given, settings
from hypothesis import strategies as st
from openbadgeslib.ob3 import OpenBadgeCredential

from leadroom.core.interchange import badges, case
from leadroom.core.interchange.framework import Framework
from tests.core.interchange import schemas
from tests.core.interchange.made import SMALL, frameworks

ISSUER = badges.Issuer("https://leadroom.example.org/", "Larkenham")
MOMENT = "2026-11-27T12:00:00+00:00"


def award(code: str = "needs", level: int = 2) -> badges.Award:
    return badges.Award(code, level, "Mia@Example.org", "salt", MOMENT, "A manager confirmed it.")


@settings(max_examples=30, deadline=None)
@given(frameworks().filter(lambda framework: framework.levels), st.data())
def test_any_confirmed_level_is_a_credential(framework: Framework, data: st.DataObject) -> None:
    item, level = data.draw(st.sampled_from(framework.items)), data.draw(st.sampled_from(framework.levels))

    made = badges.credential(framework, award(item.code, level.number), ISSUER, framework.languages[0])

    assert schemas.wrong(made, schemas.BADGE) == []


def test_level_reached_is_one_of_those_described_and_stands_in_the_case_package() -> None:
    made = badges.credential(SMALL, award(), ISSUER, "en")

    subject = made["credentialSubject"]
    (described,), (result,) = subject["achievement"]["resultDescription"], subject["result"]
    rubric = str(case.package(SMALL, "en", MOMENT)["CFRubrics"])
    assert result["resultDescription"] == described["id"]
    assert [
        level["name"] for level in described["rubricCriterionLevel"] if level["id"] == result["achievedLevel"]
    ] == ["Working"]
    assert all(level["id"] in rubric for level in described["rubricCriterionLevel"])


def test_alignment_leads_to_the_case_item() -> None:
    made = badges.credential(SMALL, award(), ISSUER, "da")

    (alignment,) = made["credentialSubject"]["achievement"]["alignment"]
    item = case.package(SMALL, "da", MOMENT)["CFItems"][1]
    assert (alignment["targetUrl"], alignment["targetCode"]) == (item["uri"], "needs")


def test_holder_is_known_by_her_hashed_address_only() -> None:
    made = badges.credential(SMALL, award(), ISSUER, "en")

    (holder,) = made["credentialSubject"]["identifier"]
    assert holder["identityHash"] == "sha256$" + hashlib.sha256(b"mia@example.orgsalt").hexdigest()
    assert "mia@" not in str(made).lower()


def test_another_implementation_reads_the_credential() -> None:
    made = badges.credential(SMALL, award(), ISSUER, "en")

    read = OpenBadgeCredential.from_vc_document(made)

    assert (read.issuer.name, read.achievement.name) == ("Larkenham", "Users’ needs")
