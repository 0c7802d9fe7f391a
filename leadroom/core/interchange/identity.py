# SPDX-FileCopyrightText: 2026 The Leadroom contributors
# SPDX-License-Identifier: EUPL-1.2

"""Names that stay: the same framework, version, language and code give the same identifier anywhere."""

import hashlib
from uuid import UUID

from leadroom.core.interchange.framework import Framework

# Ours alone; it must never change, for every identifier that was handed out hangs on it.
NAMESPACE = UUID("7b0f3a52-6c0e-5d0c-9a53-3f0f4e1f6a11")
VARIANTS = "89ab"


def names(framework: Framework, language: str, address: str) -> tuple[str, str]:
    """
    Return the identifier and the address of one object of a framework in one language.

    Foreign ones stay what they were; ours have an address that needs no server.
    """
    foreign = framework.kept.get(language, {}).get(address, {})
    identifier, uri = foreign.get("identifier"), foreign.get("uri")
    if not isinstance(identifier, str):
        identifier = uuid_of(f"{framework.key}@{framework.version}/{language}/{address}")
    return identifier, uri if isinstance(uri, str) else f"urn:uuid:{identifier}"


def uri(framework: Framework, language: str, address: str) -> str:
    """Return the address of one object."""
    return names(framework, language, address)[1]


def named(*parts: str) -> str:
    """Return the address of something that these parts name."""
    return f"urn:uuid:{uuid_of('/'.join(parts))}"


def uuid_of(name: str) -> str:
    """Return the UUID of a name (version 5), written at once: a large map has tens of thousands."""
    said = hashlib.sha1(NAMESPACE.bytes + name.encode(), usedforsecurity=False).hexdigest()
    variant = VARIANTS[int(said[16], 16) % len(VARIANTS)]
    return f"{said[:8]}-{said[8:12]}-5{said[13:16]}-{variant}{said[17:20]}-{said[20:32]}"
