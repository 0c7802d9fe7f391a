# SPDX-FileCopyrightText: 2026 The Leadroom contributors
# SPDX-License-Identifier: EUPL-1.2

"""Logs: one JSON object a line in production, readable lines in a demo; never an answer or a token."""

import logging.config
import re
from typing import Any

import structlog
from structlog.typing import EventDict, WrappedLogger

# Links carry their secret in the path: /join/<council>/<token>/, /portfolio/asked/<council>/<token>/,
# /portfolio/feed/<council>/<token>/portfolio.ics, /sign-in/new-password/<user>-<key>/;
# as part of another address its slashes are encoded, once or more often.
SLASH = r"(?:/|%(?:25)*2[Ff])"
SECRET_PATHS = re.compile(
    rf"({SLASH}(?:join|asked|feed){SLASH}[^/%\s\"']+{SLASH}|{SLASH}sign-in{SLASH}new-password{SLASH})[^/\s\"']+"
)
CONTROLS = re.compile(r"[\x00-\x1f\x7f-\x9f]")


def hide_secrets(_logger: WrappedLogger, _method: str, event: EventDict) -> EventDict:
    """Take one-time secrets out of a line, and whatever could forge another line."""
    return {
        name: CONTROLS.sub(" ", SECRET_PATHS.sub(r"\1…", value)) if isinstance(value, str) else value
        for name, value in event.items()
    }


def configure(chosen: dict[str, Any]) -> None:
    """Set up logging for the whole process: Django hands on LOGGING, which says how."""
    is_readable = chosen["is_readable"]
    renderer: Any = (
        structlog.dev.ConsoleRenderer(colors=False) if is_readable else structlog.processors.JSONRenderer()
    )
    shared: list[Any] = [
        structlog.contextvars.merge_contextvars,
        structlog.stdlib.add_log_level,
        structlog.stdlib.add_logger_name,
        structlog.processors.TimeStamper(fmt="iso", utc=True),
    ]
    logging.config.dictConfig(
        {
            "version": 1,
            "disable_existing_loggers": False,
            "formatters": {
                "line": {
                    "()": structlog.stdlib.ProcessorFormatter,
                    "foreign_pre_chain": shared,
                    "processors": [
                        structlog.stdlib.ProcessorFormatter.remove_processors_meta,
                        structlog.processors.format_exc_info,
                        hide_secrets,
                        renderer,
                    ],
                }
            },
            "handlers": {"stderr": {"class": "logging.StreamHandler", "formatter": "line"}},
            "root": {"handlers": ["stderr"], "level": "WARNING" if is_readable else "INFO"},
        }
    )
    structlog.configure(
        processors=[*shared, structlog.stdlib.ProcessorFormatter.wrap_for_formatter],
        logger_factory=structlog.stdlib.LoggerFactory(),
        cache_logger_on_first_use=True,
    )
