# SPDX-FileCopyrightText: 2026 The Leadroom contributors
# SPDX-License-Identifier: EUPL-1.2

"""A small, dull and faultless skills map with a pack of roles, for tests to put one fault into."""

from itertools import product
from typing import Any

LANGUAGES = ("en", "da", "sv")
DOMAINS = ("vision", "leadership", "management", "infrastructure")
SIZES = (4, 3, 3, 4, 4, 3, 4, 3, 4, 3, 4, 3)
LEVELS = ("not-yet", "aware", "working", "skilled", "leading")
BEHAVIOURS = {
    "aware": {
        "en": "Asks a colleague about {} before anything is decided.",
        "da": "Spørger en kollega om {}, før noget bliver besluttet.",
        "sv": "Frågar en kollega om {} innan något beslutas.",
    },
    "working": {
        "en": "Uses one known method for {} in the service she leads.",
        "da": "Bruger én kendt metode til {} på sit eget område.",
        "sv": "Använder en känd metod för {} i sin verksamhet.",
    },
    "skilled": {
        "en": "Shows another team how to handle {} under new conditions.",
        "da": "Viser et andet team, hvordan de griber {} an under nye vilkår.",
        "sv": "Visar ett annat team hur de hanterar {} under nya villkor.",
    },
    "leading": {
        "en": "Changes the rules of the whole council so that {} becomes easier.",
        "da": "Ændrer reglerne i kommunen, så {} bliver lettere for alle.",
        "sv": "Ändrar reglerna i kommunen så att {} blir enklare för alla.",
    },
}
NAMES = [first + second for first, second in product("bdfgklm", ("alo", "eno", "iro", "omo", "upo", "yso"))]


def text(en: str, da: str | None = None, sv: str | None = None) -> dict[str, str]:
    """Return a text in three languages, told apart by its beginning where nothing else is given."""
    return {"en": en, "da": da or f"Da {en}", "sv": sv or f"Sv {en}"}


def head(key: str) -> dict[str, Any]:
    """Return what every pack says about itself."""
    name, description = text("A pack"), text("What this pack is for.")
    return {"key": key, "version": "1.0.0", "licence": "CC-BY-4.0", "name": name, "description": description}


def competency(name: str, *, is_scan: bool) -> dict[str, Any]:
    """Return one competency with its four behaviours."""
    item = {
        "key": f"doing-{name}",
        "name": text(f"Doing {name}"),
        "definition": text(f"Seeing to it that {name} is done."),
        "behaviours": {
            level: {language: said.format(name) for language, said in texts.items()}
            for level, texts in BEHAVIOURS.items()
        },
        "processes": ["budget"],
        "sources": ["seed-one"],
    }
    return {**item, "scan": True} if is_scan else item


def skills_map() -> dict[str, Any]:
    """Return the files of a map in which nothing is wrong: a new one at each call."""
    names = iter(NAMES)
    areas = {
        f"areas/{number:02d}-area-{number}.yaml": {
            "key": f"area-{number}",
            "domain": DOMAINS[(number - 1) // 3],
            "name": text(f"Area {number}"),
            "question": text("What do I do here?"),
            "competencies": [competency(next(names), is_scan=index == 0) for index in range(size)],
        }
        for number, size in enumerate(SIZES, start=1)
    }
    return {"pack.yaml": _map_head(), **areas}


def _map_head() -> dict[str, Any]:
    return {
        **head("skills-map"),
        "levels": [
            {"level": level, "key": key, "name": text(key), "meaning": text(f"I am {key}.")}
            for level, key in enumerate(LEVELS)
        ],
        "processes": [
            {"key": "budget", "name": text("Budget")},
            {"key": "projects", "name": text("Projects")},
        ],
        "domains": [
            {"key": key, "name": text(key), "areas": [f"area-{number}" for number in range(first, first + 3)]}
            for key, first in zip(DOMAINS, (1, 4, 7, 10), strict=True)
        ],
        "sources": [{"id": "seed-one", "seed": "001", "slide": "One", "text": text("One")}],
        "terms": [{"language": "en", "avoid": "e-government", "use": "digital services"}],
    }


def competency_keys() -> list[str]:
    """Return the keys of the map's competencies."""
    return [f"doing-{name}" for name in NAMES]


def roles() -> dict[str, Any]:
    """Return the files of a pack of two roles in which nothing is wrong: a new one at each call."""
    return {
        "pack.yaml": {**head("roles"), "map": "skills-map@1.0.0"},
        "roles/01-employee.yaml": role("employee", 1),
        "roles/02-executive.yaml": role("executive", 2),
    }


def role(key: str, order: int) -> dict[str, Any]:
    """Return one role with a target for every competency."""
    targets = {
        name: {"min": 1, "max": 2, "weight": 1 + index % 3} for index, name in enumerate(competency_keys())
    }
    name, description = text(key.title()), text("Someone in the council.")
    return {"key": key, "order": order, "name": name, "description": description, "targets": targets}
