/* SPDX-FileCopyrightText: 2026 The Leadroom contributors */
/* SPDX-License-Identifier: EUPL-1.2 */

// What is nicer with script; nothing here is needed.

// An open menu closes when the reader goes elsewhere, by pointer or by keyboard.
for (const going of ["click", "focusin"]) {
  document.addEventListener(going, (event) => {
    for (const menu of document.querySelectorAll("details[data-close-outside][open]")) {
      if (!menu.contains(event.target)) menu.open = false;
    }
  });
}
document.addEventListener("keydown", (event) => {
  if (event.key !== "Escape") return;
  const menu = event.target.closest?.("details[data-close-outside][open]");
  if (!menu) return;
  menu.open = false;
  menu.querySelector("summary").focus();
});

// What takes a moment says so from the press of its button; whoever comes back to the page finds it at rest.
document.addEventListener("submit", ({ target }) => {
  for (const said of target.querySelectorAll(".busy [hidden]")) said.hidden = false;
});
addEventListener("pageshow", () => {
  for (const said of document.querySelectorAll(".busy > *")) said.hidden = true;
});

// The room one is in is in sight on a phone.
const here = document.querySelector(".room-nav [aria-current]");
if (here) here.closest("ul").scrollLeft = here.offsetLeft - 16;

// Before a session ends for rest, the reader is asked; any sign of life goes on with it.
const ending = document.getElementById("session-ending");
if (ending) {
  const ask = () => setTimeout(() => ending.showModal(), Number(ending.dataset.after) * 1000);
  ask();
  ending.querySelector("button").addEventListener("click", async () => {
    await fetch(location.href, { method: "HEAD", credentials: "same-origin" });
    ending.close();
    ask();
  });
}

// What is to be taken elsewhere is copied by a button, where the browser can.
for (const button of document.querySelectorAll("[data-copy]")) {
  const field = document.getElementById(button.dataset.copy);
  field.addEventListener("focus", () => field.select());
  if (!navigator.clipboard) continue;
  button.hidden = false;
  button.addEventListener("click", async () => {
    await navigator.clipboard.writeText(field.value);
    button.parentElement.querySelector("[role=status]").textContent = button.dataset.done;
  });
}
