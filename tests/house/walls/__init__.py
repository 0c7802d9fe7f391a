# SPDX-FileCopyrightText: 2026 The Leadroom contributors
# SPDX-License-Identifier: EUPL-1.2

"""
The machine that guards the two walls between councils.

Each guard is a function that returns its findings as sentences: none means that the wall
stands. The tests of `tests/house` ask for none; those of `tests/mutants` break something
and ask for at least one.
"""
