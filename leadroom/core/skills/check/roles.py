# SPDX-FileCopyrightText: 2026 The Leadroom contributors
# SPDX-License-Identifier: EUPL-1.2

"""Whether a pack of roles fits its skills map: every competency has a range of levels and a weight."""

from collections.abc import Collection, Iterator, Mapping
from typing import Any

from leadroom.core.skills.check import wording
from leadroom.core.skills.check.leaning import check_reference, reference
from leadroom.core.skills.check.model import PACK, Files, as_mapping, placed, word
from leadroom.core.skills.check.problem import Problem, Where, repeated
from leadroom.core.skills.check.shape import (
    HEAD,
    REFERENCE,
    is_number,
    key,
    mapping,
    number,
    text,
    values,
    written,
)

PACK_SHAPE = mapping({**HEAD, "map": written(REFERENCE, "not-a-reference")})
TARGET_SHAPE = mapping({"min": number(0, 4), "max": number(0, 4), "weight": number(1, 3)})
ROLE_SHAPE = mapping(
    {"key": key, "order": number(1, 99), "name": text, "description": text, "targets": values(TARGET_SHAPE)}
)

Role = tuple[Where, Mapping[str, Any]]


def check_roles(files: Files, maps: Mapping[str, Collection[str] | None]) -> list[Problem]:
    """
    Return what is wrong with a pack of roles.

    `files` holds what `pack.yaml` and each `roles/NN-key.yaml` say, None for one that could
    not be read. `maps` holds the competencies of each map there is, by `pack@version`; None
    for a map that could not be read, against which nothing is then judged.
    """
    roles: list[Role] = [((file,), as_mapping(data)) for file, data in sorted(files.items()) if file != PACK]
    return [
        *_shapes(files),
        *check_reference(files, maps),
        *_whole(roles),
        *(problem for role in roles for problem in _role(role, maps.get(reference(files)))),
    ]


def _shapes(files: Files) -> Iterator[Problem]:
    for file, data in files.items():
        if data is not None:
            yield from (PACK_SHAPE if file == PACK else ROLE_SHAPE)(data, (file,))


def _whole(roles: list[Role]) -> Iterator[Problem]:
    if not roles:
        yield Problem((PACK,), "no-roles")
    yield from repeated(
        [((*where, "key"), word(role, "key")) for where, role in roles if word(role, "key")], "key-repeated"
    )
    orders = [
        ((*where, "order"), str(role["order"])) for where, role in roles if is_number(role.get("order"))
    ]
    yield from repeated(orders, "value-repeated")


def _role(role: Role, competencies: Collection[str] | None) -> Iterator[Problem]:
    where, data = role
    yield from _file_name(where, data)
    yield from wording.check_name(placed(data, where, "name"))
    targets = as_mapping(data.get("targets"))
    if competencies is not None and targets:
        yield from _covered(targets, competencies, (*where, "targets"))
    for name, target in targets.items():
        yield from _range(as_mapping(target), (*where, "targets", str(name)))
    weights = [as_mapping(target).get("weight") for target in targets.values()]
    if len(weights) > 1 and len(set(map(str, weights))) == 1:
        yield Problem((*where, "targets"), "weights-alike", {"weight": str(weights[0])})


def _file_name(where: Where, role: Mapping[str, Any]) -> Iterator[Problem]:
    if is_number(role.get("order")) and word(role, "key"):
        file = f"roles/{role['order']:02d}-{role['key']}.yaml"
        if where != (file,):
            yield Problem((*where, "key"), "file-name", {"file": file})


def _covered(targets: Mapping[str, Any], competencies: Collection[str], where: Where) -> Iterator[Problem]:
    for name in sorted(set(competencies) - set(targets)):
        yield Problem(where, "target-missing", {"competency": name})
    for name in targets:
        if name not in competencies:
            yield Problem((*where, str(name)), "target-unknown", {"competency": str(name)})


def _range(target: Mapping[str, Any], where: Where) -> Iterator[Problem]:
    low, high = target.get("min"), target.get("max")
    if is_number(low) and is_number(high) and low > high:
        yield Problem((*where, "max"), "range-upside-down", {"low": str(low), "high": str(high)})
