# SPDX-FileCopyrightText: 2026 The Leadroom contributors
# SPDX-License-Identifier: EUPL-1.2

"""Names that stay: the same framework, version, language and code give the same identifier anywhere."""

from uuid import UUID, uuid5

from leadroom.core.interchange.framework import Framework

# Ours alone; it must never change, for every identifier that was handed out hangs on it.
NAMESPACE = UUID("7b0f3a52-6c0e-5d0c-9a53-3f0f4e1f6a11")


def names(framework: Framework, language: str, address: str) -> tuple[str, str]:
    """
    Return the identifier and the address of one object of a framework in one language.

    Foreign ones stay what they were; ours have an address that needs no server.
    """
    foreign = framework.kept.get(language, {}).get(address, {})
    identifier, uri = foreign.get("identifier"), foreign.get("uri")
    if not isinstance(identifier, str):
        identifier = str(uuid5(NAMESPACE, f"{framework.key}@{framework.version}/{language}/{address}"))
    return identifier, uri if isinstance(uri, str) else f"urn:uuid:{identifier}"


def uri(framework: Framework, language: str, address: str) -> str:
    """Return the address of one object."""
    return names(framework, language, address)[1]


def named(*parts: str) -> str:
    """Return the address of something that these parts name."""
    return f"urn:uuid:{uuid5(NAMESPACE, '/'.join(parts))}"
