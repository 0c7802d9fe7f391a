# SPDX-FileCopyrightText: 2026 The Leadroom contributors
# SPDX-License-Identifier: EUPL-1.2

"""
1EdTech CASE 1.1: a package for each language, joined by isTranslationOf.

A package holds one document, and a document has one language: so a framework in three languages
is three packages, the first of them the source that the others translate.
"""

from leadroom.core.interchange.case.read import read
from leadroom.core.interchange.case.write import package, packages

__all__ = ["package", "packages", "read"]
