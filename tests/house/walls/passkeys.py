# SPDX-FileCopyrightText: 2026 The Leadroom contributors
# SPDX-License-Identifier: EUPL-1.2

"""Locks for the towns' people, so that the pages about sign-in have something to show."""

import hashlib

from allauth.mfa.models import Authenticator
from allauth.mfa.recovery_codes.internal.auth import RecoveryCodes
from allauth.mfa.totp.internal.auth import TOTP
from allauth.mfa.webauthn.internal.auth import WebAuthn
from fido2.cose import ES256
from fido2.utils import websafe_encode
from fido2.webauthn import AttestationObject, AttestedCredentialData, AuthenticatorData

from leadroom.accounts.models import User

POINT = b"\x02" * 32


def lock(user: User, name: str) -> Authenticator:
    """Give a person an authenticator app, recovery codes and a passkey; return the passkey."""
    TOTP.activate(user, "JBSWY3DPEHPK3PXP")
    RecoveryCodes.activate(user)
    return WebAuthn.add(user, name, _credential(user.email)).instance


def one_more(user: User, name: str) -> Authenticator:
    """Give a person another passkey."""
    return WebAuthn.add(user, name, _credential(name)).instance


def _credential(seed: str) -> dict[str, object]:
    """Return what a browser would have sent; its key opens nothing."""
    known_as = hashlib.sha256(seed.encode()).digest()
    key = ES256({1: 2, 3: -7, -1: 1, -2: POINT, -3: POINT})
    made = AttestedCredentialData.create(b"\0" * 16, known_as, key)
    flags = AuthenticatorData.FLAG.UP | AuthenticatorData.FLAG.AT
    data = AuthenticatorData.create(hashlib.sha256(b"localhost").digest(), flags, 0, made)
    return {
        "id": websafe_encode(known_as),
        "rawId": websafe_encode(known_as),
        "type": "public-key",
        "response": {
            "clientDataJSON": websafe_encode(
                b'{"type":"webauthn.create","challenge":"","origin":"http://localhost"}'
            ),
            "attestationObject": websafe_encode(bytes(AttestationObject.create("none", data, {}))),
        },
        "clientExtensionResults": {"credProps": {"rk": True}},
    }
