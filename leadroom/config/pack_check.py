# SPDX-FileCopyrightText: 2026 The Leadroom contributors
# SPDX-License-Identifier: EUPL-1.2

"""`leadroom pack check`, without a database and with no room loaded."""

import argparse

from django.conf import settings

from leadroom.config import packs
from leadroom.config.cli import FINE, WRONG


def run(chosen: argparse.Namespace) -> int:
    """Print what is wrong with the packs in the folders named, or else with all that this installation reads."""
    folders = chosen.folders or [folder for folder in settings.PACK_FOLDERS if folder.is_dir()]
    problems = packs.check(folders)
    for problem in problems:
        print(problem)
    if problems:
        return WRONG
    print("The packs are in order.")
    return FINE
