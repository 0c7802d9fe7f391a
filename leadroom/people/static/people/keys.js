/* SPDX-FileCopyrightText: 2026 The Leadroom contributors */
/* SPDX-License-Identifier: EUPL-1.2 */

/* Answering by keyboard: a level's number chooses it, Enter goes on. */
(() => {
  const form = document.getElementById("answer");
  if (!form) return;

  document.addEventListener("keydown", (event) => {
    const at = event.target;
    if (event.altKey || event.ctrlKey || event.metaKey) return;
    if (at.matches("textarea, select, input:not([type=radio])")) return;
    const card = form.querySelector(`[data-key="${CSS.escape(event.key)}"]`);
    if (card) {
      event.preventDefault();
      card.focus();
      card.checked = true;
      card.dispatchEvent(new Event("change", { bubbles: true }));
    } else if (event.key === "Enter" && (at === document.body || at.type === "radio" || at.id === "main")) {
      event.preventDefault();
      form.requestSubmit(form.querySelector('[name="go"][value="next"]'));
    }
  });
})();
