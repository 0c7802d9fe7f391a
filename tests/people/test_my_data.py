# SPDX-FileCopyrightText: 2026 The Leadroom contributors
# SPDX-License-Identifier: EUPL-1.2

"""All that is kept about a person, in one archive; and badges for what her manager confirmed."""

import base64
import csv
import io
import json
import zipfile
from datetime import UTC, datetime
from uuid import uuid4

import pytest
from cryptography.hazmat.primitives.asymmetric import ec, ed25519, rsa
from cryptography.hazmat.primitives.serialization import Encoding, NoEncryption, PrivateFormat, PublicFormat
from openbadgeslib.ob3 import OB3Verifier

from leadroom.config.checks import settings_problems
from leadroom.kit import jose
from leadroom.people import actions, exports, queries
from leadroom.people.models import Answer, Rating, Scope, Source, skills_map
from tests.core.interchange import schemas

NEEDS, DESIGNING = skills_map().keys[:2]


def rate(person, rater, source: Source, answer: Answer, number: int = 1, competency: str = NEEDS) -> Rating:
    return Rating.objects.create(
        person=person.person,
        rater=rater.person,
        source=source,
        competency=competency,
        number=number,
        answer=answer,
        pack=skills_map().pack,
        token=uuid4(),
        rated_at=datetime(2026, 11, number, 12, tzinfo=UTC),
    )


@pytest.fixture
def confirmed(ada, bo, inside):
    """Return Bo, of whom his manager said something in one competency."""
    with inside(bo):
        rate(bo, ada, Source.MANAGER, Answer.SKILLED)
    return bo


def archive(browser) -> zipfile.ZipFile:
    return zipfile.ZipFile(io.BytesIO(browser.get("/people/my-data.zip").content))


def test_archive_holds_a_page_everything_and_tables(bo, inside, browser_of) -> None:
    with inside(bo):
        sitting = actions.start(by=bo, scope=Scope.SCAN, role_profile="employee")
        actions.answer(
            sitting, by=bo, competency=NEEDS, answer=Answer.WORKING, note="=my note", seen=0, token=uuid4()
        )

    found = archive(browser_of(bo))

    told = {part["format"]: part for part in json.loads(found.read("my-data.json"))}
    assert set(told) == {
        "leadroom-account",
        "leadroom-rounds",
        "leadroom-profile",
        "leadroom-portfolio-person",
    }
    assert told["leadroom-profile"]["ratings"][0]["note"] == "=my note"
    lines = csv.DictReader(io.StringIO(found.read("tables/profile-ratings.csv").decode("utf-8-sig")))
    assert [line["note"] for line in lines] == ["'=my note"]
    page = found.read("read-me.html").decode()
    assert "=my note" in page
    assert bo.user.name in page


def test_archive_is_made_of_ones_own_alone(ada, bo, inside, browser_of) -> None:
    with inside(bo):
        rate(bo, bo, Source.SELF, Answer.WORKING)

    assert "profile-ratings.csv" not in " ".join(archive(browser_of(ada)).namelist())


def test_sheets_hold_what_is_told_whatever_its_shape() -> None:
    told = [
        {
            "format": "leadroom-x",
            "version": 1,
            "name": "Mia",
            "words": ["a", "b"],
            "rows": [{"n": 1}, {"m": {"deep": True}, "tags": ["x", "y"]}],
            "inner": {"format": "y", "lines": [{"t": "z"}]},
            "none": [],
        }
    ]

    assert exports.sheets(told) == [
        exports.Sheet(("x", "about"), ("name", "value"), (("name", "Mia"),)),
        exports.Sheet(("x", "words"), ("value",), (("a",), ("b",))),
        exports.Sheet(("x", "rows"), ("n", "m", "tags"), ((1, None, None), (None, '{"deep": true}', "x, y"))),
        exports.Sheet(("x", "inner", "lines"), ("t",), (("z",),)),
    ]


def test_only_what_a_manager_last_said_is_confirmed(ada, bo, cleo, inside) -> None:
    with inside(bo):
        rate(bo, bo, Source.SELF, Answer.LEADING)
        rate(bo, ada, Source.MANAGER, Answer.AWARE)
        rate(bo, ada, Source.MANAGER, Answer.SKILLED, number=2)
        rate(bo, ada, Source.MANAGER, Answer.NOT_YET, competency=DESIGNING)
        rate(cleo, ada, Source.MANAGER, Answer.LEADING)
        rate(bo, cleo, Source.COLLEAGUE, Answer.LEADING, competency=DESIGNING)

        assert [(each.competency.key, each.level) for each in queries.confirmed_levels(bo)] == [(NEEDS, 3)]


def test_level_that_a_manager_took_back_is_confirmed_no_more(ada, confirmed, inside) -> None:
    with inside(confirmed):
        rate(confirmed, ada, Source.MANAGER, Answer.CANNOT_JUDGE, number=2)

        assert queries.confirmed_levels(confirmed) == []


def test_badge_is_what_the_schema_asks_and_the_same_each_time(confirmed, browser_of) -> None:
    browser = browser_of(confirmed)

    once, again = (browser.get(f"/people/badges/{NEEDS}.json").json() for _ in range(2))

    assert schemas.wrong(once, schemas.BADGE) == []
    assert once == again
    assert once["issuer"]["name"] == confirmed.council.name
    assert confirmed.user.email not in json.dumps(once)


def test_badge_of_a_level_nobody_confirmed_is_not_there(confirmed, browser_of) -> None:
    assert browser_of(confirmed).get(f"/people/badges/{DESIGNING}.json").status_code == 404


def test_badge_is_not_signed_without_a_key(confirmed, browser_of) -> None:
    browser = browser_of(confirmed)

    assert browser.get(f"/people/badges/{NEEDS}.jwt").status_code == 404
    assert f"/people/badges/{NEEDS}.jwt" not in browser.get("/people/my-data/").content.decode()


KEYS = {
    "RS256": lambda: rsa.generate_private_key(65537, 2048),
    "ES256": lambda: ec.generate_private_key(ec.SECP256R1()),
    "EdDSA": ed25519.Ed25519PrivateKey.generate,
}


def pem(key) -> bytes:
    return key.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, NoEncryption())


@pytest.mark.parametrize("algorithm", KEYS)
def test_another_implementation_verifies_a_signed_badge(
    algorithm, confirmed, browser_of, settings, tmp_path
) -> None:
    key = KEYS[algorithm]()
    settings.BADGE_KEY = tmp_path / "key.pem"
    settings.BADGE_KEY.write_bytes(pem(key))

    token = browser_of(confirmed).get(f"/people/badges/{NEEDS}.jwt").content.decode()

    public = key.public_key().public_bytes(Encoding.PEM, PublicFormat.SubjectPublicKeyInfo)
    badge = OB3Verifier(pubkey_pem=public).verify(token)
    header = json.loads(base64.urlsafe_b64decode(token.split(".")[0] + "=="))
    assert badge.achievement.name == skills_map().by_key[NEEDS].name.en
    assert (header["alg"], "d" in header["jwk"]) == (algorithm, False)


@pytest.mark.parametrize(
    "content",
    [b"no key", pem(rsa.generate_private_key(65537, 1024)), pem(ec.generate_private_key(ec.SECP384R1()))],  # noqa: S505 - what must be refused
)
def test_key_that_signs_nothing_is_refused_at_the_start(content, settings, tmp_path) -> None:
    settings.BADGE_KEY = tmp_path / "key.pem"
    settings.BADGE_KEY.write_bytes(content)

    with pytest.raises(jose.KeyUnusable):
        jose.key_in(settings.BADGE_KEY)
    assert any("LEADROOM_BADGE_KEY" in each for each in settings_problems(settings))
