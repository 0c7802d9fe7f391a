# SPDX-FileCopyrightText: 2026 The Leadroom contributors
# SPDX-License-Identifier: EUPL-1.2

"""PDF documents that a screen reader can read: typst in its PDF/UA-1 mode, with our own fonts."""

import json
from pathlib import Path
from typing import Any

import typst

FONTS = Path(__file__).resolve().parent / "fonts"


def pdf(source: Path, data: dict[str, Any]) -> bytes:
    """
    Return the PDF that a typst file makes of some data.

    The file reads it as `json(bytes(sys.inputs.data))`. A picture without a text of
    its own, or a document without title or language, is refused (typst.TypstError).
    """
    made = typst.compile(
        source.read_bytes(),
        format="pdf",
        font_paths=[FONTS],
        ignore_system_fonts=True,
        sys_inputs={"data": json.dumps(data, ensure_ascii=False)},
        pdf_standards=["ua-1"],
    )
    assert isinstance(made, bytes)  # noqa: S101 - one document, not a list of pages
    return made
