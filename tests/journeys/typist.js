/* SPDX-FileCopyrightText: 2026 The Leadroom contributors */
/* SPDX-License-Identifier: EUPL-1.2 */

/*
 * A person at the question page: types a note word by word and chooses an answer, each at
 * its moment by the page's clock. `settled` is when nothing is on its way to the server.
 */
(() => {
  const underWay = new Set();
  const send = window.fetch;
  window.fetch = (...asked) => {
    const answer = send(...asked);
    underWay.add(answer);
    answer.catch(() => null).finally(() => underWay.delete(answer));
    return answer;
  };
  window.settled = () => Promise.allSettled(underWay);

  window.sitDown = ({ words, answerAt, answer }) => {
    const form = document.getElementById("answer");
    const stood = { note: form.elements.note.value, seen: Number(form.elements.seen.value) };
    form.elements.note.focus();
    form.elements.note.select();
    words.forEach(([at, word]) => setTimeout(() => document.execCommand("insertText", false, word), at));
    setTimeout(() => form.querySelector(`[value="${answer}"]`).click(), answerAt);
    return stood;
  };
  /* The number of the answer that the page was told is saved. */
  window.told = () => Number(document.getElementById("answer").elements.seen.value);
})();
