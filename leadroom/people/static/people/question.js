/* SPDX-FileCopyrightText: 2026 The Leadroom contributors */
/* SPDX-License-Identifier: EUPL-1.2 */

/*
 * Quicker answering: saves at every choice, keeps the note while it is written, and
 * says in words whether it is kept. What is typed stays in this page alone, never in
 * the browser's storage; a lost line is tried again until it is back.
 */
(() => {
  const form = document.getElementById("answer");
  if (!form || !window.fetch) return;
  const status = document.getElementById("saved");
  const note = form.elements.note;
  /* A pause in writing keeps the note; who never pauses has it kept as often as this. */
  const NOTE_PAUSE = 1000;
  const NOTE_LONGEST = 10000;
  let noteVersion = Number(form.dataset.noteVersion);
  let keptNote = note.value;
  let noteTimer = 0;
  let unkeptSince = null;
  let queue = Promise.resolve();
  let isLeaving = false;

  const say = (state, text) => {
    status.dataset.state = state;
    status.textContent = text;
  };

  const said = (told) => told.said || Object.values(told.errors || {}).flat().join(" ") || form.dataset.unsaved;

  const body = (given) => {
    const data = new FormData();
    Object.keys(given).forEach((name) => data.append(name, given[name]));
    return data;
  };

  async function saveAnswer() {
    const chosen = form.elements.answer.value;
    if (!chosen || isLeaving) return;
    say("saving", form.dataset.saving);
    const answer = await send(
      form,
      location.href,
      () => body({
        answer: chosen,
        note: keptNote,
        seen: form.elements.seen.value,
        token: form.elements.token.value,
      }),
      say,
    );
    if (isLeaving) return;
    if (answer.status === 409) {
      const page = new DOMParser().parseFromString(await answer.text(), "text/html");
      document.getElementById("main").replaceWith(page.getElementById("main"));
      document.getElementById("main").focus();
      return;
    }
    const told = await answer.json().catch(() => ({}));
    if (!answer.ok) {
      say("failed", said(told));
      return;
    }
    form.elements.seen.value = told.seen;
    form.elements.token.value = told.token;
    noteVersion = 0;
    say("saved", told.said);
    nothingIsMissing();
    if (note.value !== keptNote) noteChanged();
  }

  /* The page was sent back without an answer: now there is one, it no longer says that one is missing. */
  function nothingIsMissing() {
    const group = form.querySelector("fieldset[data-wrong]");
    if (!group) return;
    group.querySelector(".field-error").remove();
    group.removeAttribute("aria-describedby");
    delete group.dataset.wrong;
    document.querySelectorAll('.error-summary a[href^="#id_answer"]').forEach((line) => line.parentElement.remove());
    const summary = document.querySelector(".error-summary:not(:has(li))");
    if (!summary) return;
    summary.remove();
    document.title = document.title.slice(document.title.indexOf(":") + 1).trim();
  }

  async function saveNote() {
    const text = note.value;
    if (text === keptNote || isLeaving) return;
    const answer = await send(
      form,
      form.dataset.noteUrl,
      () => body({ text, version: noteVersion, seen: form.elements.seen.value }),
      say,
    );
    if (isLeaving) return;
    const told = await answer.json().catch(() => ({}));
    if (answer.status === 409) {
      /* Both texts stay on the page: what was written elsewhere goes above what is here. */
      note.value = [told.text, note.value].filter(Boolean).join("\n\n");
      noteVersion = told.version;
      form.elements.seen.value = told.seen;
      say("unsaved", told.said);
      saveNoteSoon();
      return;
    }
    if (!answer.ok) {
      say("failed", said(told));
      return;
    }
    noteVersion = told.version;
    keptNote = text;
    if (note.value === text) say("saved", told.said);
    else saveNoteSoon();
  }

  function inTurn(work) {
    return () => {
      queue = queue.then(work);
      return queue;
    };
  }

  function saveNoteNow() {
    clearTimeout(noteTimer);
    unkeptSince = null;
    return inTurn(saveNote)();
  }

  function saveNoteSoon() {
    unkeptSince ??= performance.now();
    const left = unkeptSince + NOTE_LONGEST - performance.now();
    clearTimeout(noteTimer);
    noteTimer = setTimeout(saveNoteNow, Math.max(0, Math.min(NOTE_PAUSE, left)));
  }

  function noteChanged() {
    say("unsaved", form.dataset.unsaved);
    saveNoteSoon();
  }

  form.addEventListener("change", (event) => {
    if (event.target.name === "answer") inTurn(saveAnswer)();
  });
  note.addEventListener("input", noteChanged);
  note.addEventListener("blur", saveNoteNow);
  /* A phone that turns to another app may never come back here, and says nothing more. */
  document.addEventListener("visibilitychange", () => {
    if (document.hidden) saveNoteNow();
  });

  addEventListener("pagehide", () => {
    if (isLeaving || note.value === keptNote) return;
    const body = new FormData();
    body.append("text", note.value);
    body.append("version", noteVersion);
    body.append("seen", form.elements.seen.value);
    body.append("csrfmiddlewaretoken", form.elements.csrfmiddlewaretoken.value);
    navigator.sendBeacon(form.dataset.noteUrl, body);
  });

  /* Leaving by a button waits for what is on its way, so that the form knows the latest number. */
  form.addEventListener("submit", (event) => {
    if (isLeaving) return;
    event.preventDefault();
    const button = event.submitter;
    clearTimeout(noteTimer);
    /* A form cannot be sent from inside its own submit event: hence the turn of the clock. */
    Promise.race([queue, wait(RETRY)]).then(() => wait(0)).then(() => {
      isLeaving = true;
      form.requestSubmit(button || undefined);
    });
  });
})();
