# SPDX-FileCopyrightText: 2026 The Leadroom contributors
# SPDX-License-Identifier: EUPL-1.2

"""A map as files: CASE for each language, our own table, Moodle's."""

from leadroom.core.interchange import case, moodle, wide
from leadroom.core.interchange.framework import Framework
from leadroom.kit.jsonfiles import written, zipped
from leadroom.kit.sheets import xlsx
from leadroom.kit.tables import csv_text

MARK, SHEET = "\ufeff", "map"


def case_json(framework: Framework, language: str, changed_at: str) -> bytes:
    """Return the CASE package of one language."""
    return written(case.package(framework, language, changed_at))


def case_zip(framework: Framework, changed_at: str) -> bytes:
    """Return the CASE packages of all languages: together they are the whole framework."""
    packages = case.packages(framework, changed_at)
    return zipped([(f"{language}.json", written(package)) for language, package in packages.items()])


def wide_csv(framework: Framework) -> bytes:
    """Return our own table as text."""
    return (MARK + csv_text(wide.header(framework), _wide_rows(framework))).encode()


def wide_xlsx(framework: Framework) -> bytes:
    """Return our own table as a workbook: it opens rightly where lists are parted by semicolons, too."""
    return xlsx([(SHEET, wide.header(framework), _wide_rows(framework))])


def _wide_rows(framework: Framework) -> list[list[str]]:
    """Return the rows; what begins with an apostrophe gets one more, for one is taken off on the way in."""
    return [[f"'{cell}" if cell.startswith("'") else cell for cell in row] for row in wide.rows(framework)]


def moodle_csv(framework: Framework, language: str) -> bytes:
    """Return the table that Moodle takes, without the mark that Moodle would read as a letter."""
    return csv_text(moodle.HEADER, moodle.rows(framework, language)).encode()
