// SPDX-FileCopyrightText: 2026 The Leadroom contributors
// SPDX-License-Identifier: EUPL-1.2

// The three tracks by keyboard: arrows go from line to line and from track to track, Home and End to the first and
// the last; with Shift the ticks that one goes over become as the one where one began.
(() => {
  "use strict";
  const tracks = [...document.querySelectorAll(".column .lines")].map((list) => [...list.querySelectorAll(".line")]);
  const WAYS = { ArrowDown: [0, 1], ArrowUp: [0, -1], ArrowRight: [1, 0], ArrowLeft: [-1, 0] };

  const wanted = (key, track, row) => {
    if (key === "Home") return tracks[track][0];
    if (key === "End") return tracks[track].at(-1);
    const [across, down] = WAYS[key] ?? [0, 0];
    if (!across && !down) return null;
    const lines = tracks[track + across];
    return down ? lines[row + down] : lines?.[Math.min(row, lines.length - 1)];
  };

  document.addEventListener("keydown", (event) => {
    const at = event.target;
    if (event.altKey || event.ctrlKey || event.metaKey || !at.matches?.(".line-tick, .line-title")) return;
    const track = tracks.findIndex((lines) => lines.includes(at.closest(".line")));
    const line = track < 0 ? null : wanted(event.key, track, tracks[track].indexOf(at.closest(".line")));
    if (!line) return;
    event.preventDefault();
    const isTick = at.matches(".line-tick");
    const next = line.querySelector(isTick ? ".line-tick" : ".line-title");
    if (isTick && event.shiftKey && WAYS[event.key]?.[1]) next.checked = at.checked;
    next.focus();
  });
})();
