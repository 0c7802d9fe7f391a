# SPDX-FileCopyrightText: 2026 The Leadroom contributors
# SPDX-License-Identifier: EUPL-1.2

"""PDF documents that a screen reader can read: typst in its PDF/UA-1 mode, with our own fonts."""

import json
from functools import cache
from pathlib import Path
from typing import Any

import typst

FONTS = Path(__file__).resolve().parent / "fonts"


@cache
def _fonts() -> typst.Fonts:
    return typst.Fonts(include_system_fonts=False, font_paths=[FONTS])


def pdf(source: Path, data: dict[str, Any]) -> bytes:
    """
    Return the PDF that a typst file makes of some data.

    The file reads it as `json(bytes(sys.inputs.data))`. A picture without a text of
    its own, or a document without title or language, is refused (typst.TypstError).
    """
    return typst.compile(
        source,
        format="pdf",
        font_paths=_fonts(),
        sys_inputs={"data": json.dumps(data, ensure_ascii=False)},
        pdf_standards="ua-1",
    )
