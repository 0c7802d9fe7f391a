# SPDX-FileCopyrightText: 2026 The Leadroom contributors
# SPDX-License-Identifier: EUPL-1.2

"""Our own small pictures: strokes on a grid of 24, in the colour of the text beside them."""

from functools import cache

from django.utils.html import format_html
from django.utils.safestring import SafeString, mark_safe

STROKES = {
    "add": "M12 5v14M5 12h14",
    "arrow": "M5 12h14M13 6l6 6-6 6",
    "back": "M15 5l-7 7 7 7",
    "calendar": "M5 6h14v14H5zM5 10h14M9 3v4M15 3v4",
    "check": "M5 12.5l4.5 4.5L19 7.5",
    "circle": "M12 4a8 8 0 1 0 0 16 8 8 0 0 0 0-16z",
    "clock": "M12 4a8 8 0 1 0 0 16 8 8 0 0 0 0-16zM12 8v4.5l3 1.5",
    "close": "M6 6l12 12M18 6L6 18",
    "done": "M12 3.5a8.5 8.5 0 1 0 0 17 8.5 8.5 0 0 0 0-17zM8 12.3l2.8 2.8L16 9.5",
    "down": "M6 9l6 6 6-6",
    "download": "M12 4v11M7 10.5l5 5 5-5M5 20h14",
    "edit": "M5 19l1-4L16 5l3 3L9 18zM14 7l3 3",
    "external": "M14 5h5v5M19 5l-8 8M17 14v5H5V7h5",
    "half": "M12 4a8 8 0 1 0 0 16 8 8 0 0 0 0-16zM12 4v16M15 5.5v13",
    "info": "M12 3.5a8.5 8.5 0 1 0 0 17 8.5 8.5 0 0 0 0-17zM12 11v5.5M12 7.5v.2",
    "language": "M12 3.5a8.5 8.5 0 1 0 0 17 8.5 8.5 0 0 0 0-17zM3.5 12h17M12 3.5c5 5 5 12 0 17M12 3.5c-5 5-5 12 0 17",
    "leave": "M14 4H6v16h8M11 12h9M16.5 8.5L20 12l-3.5 3.5",
    "lock": "M6 11h12v9H6zM8.5 11V8a3.5 3.5 0 0 1 7 0v3",
    "mail": "M4 6h16v12H4zM4 7l8 6 8-6",
    "next": "M9 5l7 7-7 7",
    "people": "M9 5a3 3 0 1 0 0 6 3 3 0 0 0 0-6zM3 19c0-7 12-7 12 0M16 5.5a3 3 0 0 1 0 5.5M17.5 14c2.3.8 3.5 2.5 3.5 5",
    "person": "M12 4a4 4 0 1 0 0 8 4 4 0 0 0 0-8zM4.5 20c0-8 15-8 15 0",
    "print": "M7 9V4h10v5M7 16H4V9h16v7h-3M7 13h10v7H7z",
    "search": "M11 4.5a6.5 6.5 0 1 0 0 13 6.5 6.5 0 0 0 0-13zM16 16l4 4",
    "target": "M12 3.5a8.5 8.5 0 1 0 0 17 8.5 8.5 0 0 0 0-17zM12 8a4 4 0 1 0 0 8 4 4 0 0 0 0-8z",
    "table": "M4 5h16v14H4zM4 10h16M4 14.5h16M10 10v9",
    "trash": "M5 7h14M9 7V4h6v3M7 7l1 13h8l1-13",
    "warning": "M12 4l9 16H3zM12 10v5M12 17.5v.2",
    "wheel": "M12 3.5a8.5 8.5 0 1 0 0 17 8.5 8.5 0 0 0 0-17zM12 9a3 3 0 1 0 0 6 3 3 0 0 0 0-6zM12 3.5V9M12 15v5.5M3.5 12H9M15 12h5.5",
    "wrong": "M8.5 3.5h7l5 5v7l-5 5h-7l-5-5v-7zM9 9l6 6M15 9l-6 6",
}


class UnknownIcon(KeyError):
    """No picture has this name."""


@cache
def svg(name: str, *, size: str = "") -> SafeString:
    """Return one icon, hidden from screen readers: the words beside it say the same."""
    if name not in STROKES:
        raise UnknownIcon(name)
    return format_html(
        '<svg class="icon{}" viewBox="0 0 24 24" width="24" height="24" fill="none" stroke="currentColor" stroke-width="1.75"'
        ' stroke-linecap="round" stroke-linejoin="round" aria-hidden="true" focusable="false"><path d="{}"/></svg>',
        f" icon-{size}" if size else "",
        STROKES[name],
    )


MARK = mark_safe(
    '<svg class="mark" viewBox="0 0 32 32" width="32" height="32" aria-hidden="true" focusable="false">'
    '<rect class="mark-ground" width="32" height="32" rx="9"/>'
    '<circle class="mark-figure" cx="11" cy="16" r="4.25"/>'
    '<path class="mark-room" d="M17 8.5a9 9 0 0 1 0 15M21.5 6a14 14 0 0 1 0 20" fill="none" stroke-width="2.5"'
    ' stroke-linecap="round"/></svg>'
)
