# SPDX-FileCopyrightText: 2026 The Leadroom contributors
# SPDX-License-Identifier: EUPL-1.2

"""A portfolio of a journey's own, in place of the one that a council of the demo has."""

import subprocess
import sys

from tools.live import Live
from tools.setup import ROOT

LAY = """
import datetime, os
os.environ["DJANGO_SETTINGS_MODULE"] = "leadroom.config.settings"
import django; django.setup()
from leadroom.accounts.models import Council
from leadroom.kit.tenancy import council
from leadroom.portfolio.models import Decision, Freeze, Import, Initiative, Plan, Team, Terms
from tests.portfolio import rows
with council(Council.objects.get(key="{council}").pk):
    for table in (Decision, Plan, Initiative, Freeze, Team, Terms, Import):
        table.objects.all().delete()
{rows}
"""


def lay(server: Live, council: str, rows: str = "") -> None:
    """Empty a council's portfolio, and run lines of Python that lay another."""
    environment = {**server.env(), "PYTHONPATH": str(ROOT)}
    indented = "".join(f"    {line}\n" for line in rows.strip().splitlines())
    script = LAY.format(council=council, rows=indented)
    subprocess.run([sys.executable, "-c", script], env=environment, cwd=server.data, check=True)
