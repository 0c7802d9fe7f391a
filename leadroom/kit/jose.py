# SPDX-FileCopyrightText: 2026 The Leadroom contributors
# SPDX-License-Identifier: EUPL-1.2

"""Signs what is said as a JSON Web Token, with the public half of the key beside it."""

import base64
import json
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Any

from cryptography.exceptions import UnsupportedAlgorithm
from cryptography.hazmat.primitives.asymmetric import ec, ed25519, padding, rsa, utils
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.serialization import load_pem_private_key

HALF, FEWEST_BITS = 32, 2048
Key = rsa.RSAPrivateKey | ec.EllipticCurvePrivateKey | ed25519.Ed25519PrivateKey


class KeyUnusable(Exception):
    """The file holds no private key that signs here: RSA from 2048 bits, P-256 or Ed25519, as PEM without a password."""


@cache
def key_in(path: Path) -> Key:
    """Return the private key in a file. Raises KeyUnusable."""
    try:
        key = load_pem_private_key(path.read_bytes(), password=None)
    except (OSError, TypeError, ValueError, UnsupportedAlgorithm) as unusable:
        raise KeyUnusable(path) from unusable
    match key:
        case rsa.RSAPrivateKey() if key.key_size >= FEWEST_BITS:
            return key
        case ec.EllipticCurvePrivateKey() if isinstance(key.curve, ec.SECP256R1):
            return key
        case ed25519.Ed25519PrivateKey():
            return key
    raise KeyUnusable(path)


def signed(said: Mapping[str, Any], key: Key) -> str:
    """Return claims as a compact JWT; its header carries the public key."""
    algorithm, public = _public(key)
    token = f"{_packed({'alg': algorithm, 'typ': 'JWT', 'jwk': public})}.{_packed(said)}"
    return f"{token}.{_encoded(_signature(key, token.encode()))}"


def _public(key: Key) -> tuple[str, dict[str, str]]:
    """Return the algorithm's name and the public half of a key, as JOSE has them."""
    match key:
        case rsa.RSAPrivateKey():
            numbers = key.public_key().public_numbers()
            return "RS256", {"kty": "RSA", "n": _number(numbers.n), "e": _number(numbers.e)}
        case ec.EllipticCurvePrivateKey():
            point = key.public_key().public_numbers()
            x, y = _number(point.x, HALF), _number(point.y, HALF)
            return "ES256", {"kty": "EC", "crv": "P-256", "x": x, "y": y}
    return "EdDSA", {"kty": "OKP", "crv": "Ed25519", "x": _encoded(key.public_key().public_bytes_raw())}


def _signature(key: Key, said: bytes) -> bytes:
    match key:
        case rsa.RSAPrivateKey():
            return key.sign(said, padding.PKCS1v15(), SHA256())
        case ec.EllipticCurvePrivateKey():
            # JOSE wants the two numbers side by side, not wrapped.
            first, second = utils.decode_dss_signature(key.sign(said, ec.ECDSA(SHA256())))
            return first.to_bytes(HALF, "big") + second.to_bytes(HALF, "big")
    return key.sign(said)


def _number(value: int, length: int = 0) -> str:
    return _encoded(value.to_bytes(length or (value.bit_length() + 7) // 8, "big"))


def _packed(said: Mapping[str, Any]) -> str:
    return _encoded(json.dumps(said, ensure_ascii=False, separators=(",", ":")).encode())


def _encoded(said: bytes) -> str:
    return base64.urlsafe_b64encode(said).rstrip(b"=").decode()
