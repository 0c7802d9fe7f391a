# SPDX-FileCopyrightText: 2026 The Leadroom contributors
# SPDX-License-Identifier: EUPL-1.2

"""Public names for rows: short, random, and telling nothing of how many there are."""

import secrets

ALPHABET = "23456789abcdefghjkmnpqrstvwxyz"
LENGTH = 10


def new_key() -> str:
    """Return a fresh public name: ten characters that nobody mistakes for one another (49 bits)."""
    return "".join(secrets.choice(ALPHABET) for _ in range(LENGTH))
