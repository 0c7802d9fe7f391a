# SPDX-FileCopyrightText: 2026 The Leadroom contributors
# SPDX-License-Identifier: EUPL-1.2

"""Names that stay: the same framework, version, language and code give the same identifier anywhere."""

from uuid import UUID, uuid5

from leadroom.core.interchange.framework import Framework

# Ours alone; it must never change, for every identifier that was handed out hangs on it.
NAMESPACE = UUID("7b0f3a52-6c0e-5d0c-9a53-3f0f4e1f6a11")


def identifier(framework: Framework, language: str, address: str) -> str:
    """Return the identifier of one object of a framework in one language; a foreign one stays what it was."""
    foreign = framework.kept.get(language, {}).get(address, {}).get("identifier")
    if isinstance(foreign, str):
        return foreign
    return str(uuid5(NAMESPACE, f"{framework.key}@{framework.version}/{language}/{address}"))


def uri(framework: Framework, language: str, address: str) -> str:
    """Return the address of one object: its own where it has one, else one that needs no server."""
    foreign = framework.kept.get(language, {}).get(address, {}).get("uri")
    return foreign if isinstance(foreign, str) else f"urn:uuid:{identifier(framework, language, address)}"


def named(*parts: str) -> str:
    """Return the address of something that these parts name."""
    return f"urn:uuid:{uuid5(NAMESPACE, '/'.join(parts))}"
