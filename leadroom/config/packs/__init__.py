# SPDX-FileCopyrightText: 2026 The Leadroom contributors
# SPDX-License-Identifier: EUPL-1.2

"""
`leadroom pack check`: reads packs, has them judged, and says what is wrong with file and line.

The sense of a pack is judged by the core; here are the files, the lines and the words.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from pathlib import Path

from django.conf import settings

from leadroom.config.packs import directory, portfolio
from leadroom.config.packs.files import Finding, Pack, packs_in, read
from leadroom.config.packs.words import sentence
from leadroom.core.skills.check import (
    Maps,
    Problem,
    check_head,
    check_map,
    check_mirror,
    check_paths,
    check_roles,
    held,
)
from leadroom.kit import packs


def check(folders: Sequence[Path]) -> list[str]:
    """
    Say what is wrong with the packs in these folders, one line a problem: `path:line: message`.

    A folder is a pack (it holds `pack.yaml`) or holds packs, each in a folder of its own.
    An empty list means that all is well. Needs no database.
    """
    findings: list[Finding] = []
    for folder in folders:
        for path in packs_in(Path(folder), findings):
            findings += _checked(read(path), folders)
    return [str(finding) for finding in sorted(set(findings))]


def _checked(pack: Pack, folders: Sequence[Path]) -> Iterable[Finding]:
    judge = JUDGES.get(pack.key, _judge_head)
    yield from pack.findings
    for problem in judge(pack, folders):
        yield pack.finding(problem.where, sentence(problem))


def _judge_map(pack: Pack, _: Sequence[Path]) -> list[Problem]:
    return [*check_map(pack.data), *_name(pack)]


def _judge_roles(pack: Pack, folders: Sequence[Path]) -> list[Problem]:
    keys = {name: the_map.competencies if the_map else None for name, the_map in _maps(pack, folders).items()}
    return [*check_roles(pack.data, keys), *_name(pack)]


def _judge_mirror(pack: Pack, folders: Sequence[Path]) -> list[Problem]:
    return [*check_mirror(pack.data, _maps(pack, folders)), *_name(pack)]


def _judge_paths(pack: Pack, folders: Sequence[Path]) -> list[Problem]:
    return [*check_paths(pack.data, _maps(pack, folders)), *_name(pack)]


def _judge_directory(pack: Pack, _: Sequence[Path]) -> list[Problem]:
    return [*check_head(pack.data), *_name(pack), *directory.check_councils(pack.rows)]


def _judge_initiatives(pack: Pack, _: Sequence[Path]) -> list[Problem]:
    return [*check_head(pack.data), *_name(pack), *portfolio.check_initiatives(pack.data)]


def _judge_levels(pack: Pack, _: Sequence[Path]) -> list[Problem]:
    return [*check_head(pack.data), *_name(pack), *portfolio.check_levels(pack.data)]


def _judge_head(pack: Pack, _: Sequence[Path]) -> list[Problem]:
    return [*check_head(pack.data), *_name(pack)]


Judge = Callable[[Pack, Sequence[Path]], list[Problem]]
JUDGES: Mapping[str, Judge] = {
    "skills-map": _judge_map,
    "roles": _judge_roles,
    "leaders-mirror": _judge_mirror,
    "learning-paths": _judge_paths,
    "directory": _judge_directory,
    "initiatives": _judge_initiatives,
    "levels": _judge_levels,
}


def _name(pack: Pack) -> list[Problem]:
    key = pack.head.get("key", pack.key)
    if key == pack.key:
        return []
    return [Problem(("pack.yaml", "key"), "key-differs", {"key": str(key), "folder": pack.key})]


def _maps(leaning: Pack, folders: Sequence[Path]) -> Maps:
    """Return the map that a pack leans on: the one beside it, or else the installation's."""
    key = str(leaning.head.get("map", "")).partition("@")[0]
    try:
        found = read(
            packs.folder_of(key, [leaning.folder.resolve().parent, *folders, *settings.PACK_FOLDERS])
        )
    except packs.PackMissing:
        return {}
    is_whole = None not in found.data.values()
    return {f"{key}@{found.head.get('version')}": held(found.data) if is_whole else None}
