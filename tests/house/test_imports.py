# SPDX-FileCopyrightText: 2026 The Leadroom contributors
# SPDX-License-Identifier: EUPL-1.2

"""The floors hold: imports only ever point down."""

import tomllib

from tests.house.running import ROOT, must_pass


def test_import_contracts_hold() -> None:
    must_pass("lint-imports", "--no-cache")


def test_every_room_with_rows_is_under_the_contract_of_rooms() -> None:
    contracts = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["tool"]["importlinter"][
        "contracts"
    ]
    held = next(
        set(contract["containers"]) for contract in contracts if contract["name"].startswith("In a room")
    )
    below = {"kit", "ui"}

    rooms = {path.parent.name for path in (ROOT / "leadroom").glob("*/apps.py")} - below

    assert {f"leadroom.{room}" for room in rooms} == held
