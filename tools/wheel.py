# SPDX-FileCopyrightText: 2026 The Leadroom contributors
# SPDX-License-Identifier: EUPL-1.2

"""Lays packs and catalogues into the wheel: at home they stand beside the package, installed they lie in it."""

import shutil
from pathlib import Path

from setuptools.command.build_py import build_py

BESIDE = ("packs", "locale")


class BuildPy(build_py):
    """Builds the package together with what it reads."""

    def run(self) -> None:
        """Build, then copy each folder into the package."""
        super().run()
        for name in BESIDE:
            if Path(name).is_dir():
                shutil.copytree(name, Path(self.build_lib) / "leadroom" / name, dirs_exist_ok=True)
