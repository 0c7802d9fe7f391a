/* SPDX-FileCopyrightText: 2026 The Leadroom contributors */
/* SPDX-License-Identifier: EUPL-1.2 */

/*
 * Sends what is typed until it is answered: a lost connection or a signed-out session loses
 * nothing. What is typed stays in the page alone, never in the browser's storage.
 */
const RETRY = 4000;
/* What trying again would not change: gone, changed elsewhere, or wrong. */
const FINAL = [404, 405, 409, 410, 422];

const wait = (time) => new Promise((done) => setTimeout(done, time));

/* After a new sign-in the page's token is worn: take a fresh one, but only from the same person's page. */
async function freshToken(form) {
  const answer = await fetch(location.href, { credentials: "same-origin" });
  const page = new DOMParser().parseFromString(await answer.text(), "text/html").getElementById(form.id);
  if (!page || page.dataset.person !== form.dataset.person) return false;
  form.elements.csrfmiddlewaretoken.value = page.elements.csrfmiddlewaretoken.value;
  return true;
}

/* `fields` returns the form data to send, made anew at each try; `say` tells how it stands. */
async function send(form, url, fields, say) {
  for (let isRenewed = false; ; ) {
    try {
      const body = fields();
      body.set("csrfmiddlewaretoken", form.elements.csrfmiddlewaretoken.value);
      const answer = await fetch(url, {
        method: "POST",
        body,
        credentials: "same-origin",
        headers: { Accept: "application/json" },
        redirect: "manual",
      });
      if (answer.ok || FINAL.includes(answer.status)) return answer;
      if (answer.type === "opaqueredirect" || answer.status === 403) {
        const isSignedIn = await freshToken(form);
        if (isSignedIn && !isRenewed) {
          isRenewed = true;
          continue;
        }
        isRenewed = false;
        if (!isSignedIn) say("failed", form.dataset.signedOut);
      } else {
        say("failed", form.dataset.unsaved);
      }
    } catch {
      say("failed", form.dataset.offline);
    }
    await wait(RETRY);
  }
}
