/* SPDX-FileCopyrightText: 2026 The Leadroom contributors */
/* SPDX-License-Identifier: EUPL-1.2 */

/* Keeps an entry while it is written, and says in words whether it is kept; saving it needs no script. */
(() => {
  const form = document.getElementById("entry");
  if (!form || !window.fetch) return;
  const status = document.getElementById("saved");
  const TEXTS = ["what_happened", "surprise", "next_time"];
  /* A pause in writing keeps it; who never pauses has it kept as often as this. */
  const PAUSE = 1000;
  const LONGEST = 10000;
  const { draft } = form.elements;
  const body = () => new FormData(form);
  /* All that would be kept; the draft's number and the page's token are not the writer's words. */
  const words = () => {
    const typed = body();
    typed.delete("draft");
    typed.delete("csrfmiddlewaretoken");
    return new URLSearchParams(typed).toString();
  };
  let kept = words();
  let keptSaid = [status.dataset.state, status.textContent];
  let timer = 0;
  let unkeptSince = null;
  let queue = Promise.resolve();
  let isLeaving = false;

  const say = (state, text) => {
    status.dataset.state = state;
    status.textContent = text;
  };

  /* Both texts stay on the page: what was written elsewhere goes above what is here. */
  function bringTogether(typed) {
    TEXTS.forEach((name) => {
      const here = form.elements[name];
      const there = typed[name] || "";
      if (!here.value.includes(there)) here.value = [there, here.value].filter(Boolean).join("\n\n");
    });
  }

  async function keep() {
    const typed = words();
    if (isLeaving) return;
    if (typed === kept) {
      say(...keptSaid);
      return;
    }
    const answer = await send(form, form.dataset.keepUrl, body, say);
    if (isLeaving) return;
    const told = await answer.json().catch(() => ({}));
    if (answer.status === 409) {
      bringTogether(told.typed);
      draft.value = told.draft;
      say("unsaved", told.said);
      keepSoon();
      return;
    }
    if (!answer.ok) {
      say("failed", Object.values(told.errors || {}).flat().join(" ") || form.dataset.unsaved);
      return;
    }
    draft.value = told.draft;
    kept = typed;
    keptSaid = [told.said ? "saved" : "", told.said];
    if (words() === typed) say(...keptSaid);
    else keepSoon();
  }

  function keepNow() {
    clearTimeout(timer);
    unkeptSince = null;
    queue = queue.then(keep);
  }

  function keepSoon() {
    unkeptSince ??= performance.now();
    const left = unkeptSince + LONGEST - performance.now();
    clearTimeout(timer);
    timer = setTimeout(keepNow, Math.max(0, Math.min(PAUSE, left)));
  }

  form.addEventListener("input", () => {
    say("unsaved", form.dataset.unsaved);
    keepSoon();
  });
  form.addEventListener("change", keepNow);
  /* A phone that turns to another app may never come back here, and says nothing more. */
  document.addEventListener("visibilitychange", () => {
    if (document.hidden) keepNow();
  });
  addEventListener("pagehide", () => {
    if (!isLeaving && words() !== kept) navigator.sendBeacon(form.dataset.keepUrl, body());
  });

  /* Leaving by the button waits for what is on its way, so that the form knows the latest draft. */
  form.addEventListener("submit", (event) => {
    if (isLeaving) return;
    event.preventDefault();
    const button = event.submitter;
    clearTimeout(timer);
    /* A form cannot be sent from inside its own submit event: hence the turn of the clock. */
    Promise.race([queue, wait(RETRY)]).then(() => wait(0)).then(() => {
      isLeaving = true;
      form.requestSubmit(button || undefined);
    });
  });
})();
