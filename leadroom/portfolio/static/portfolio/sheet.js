// SPDX-FileCopyrightText: 2026 The Leadroom contributors
// SPDX-License-Identifier: EUPL-1.2

// A table of fields as a spreadsheet: arrow keys and Enter move, Escape gives a cell back, a copied block is
// pasted, typing can be taken back. Where all cells are numbers (data-sheet="numbers"), the sums follow.
(() => {
  "use strict";
  const sheet = document.querySelector("[data-sheet]");
  if (!sheet) return;
  const HUNDRED = 100;
  const MOST = 10000;
  // A line that only names a group has no fields: one goes over it.
  const rows = [...sheet.querySelectorAll("tbody tr")]
    .map((row) => [...row.querySelectorAll("input")])
    .filter((line) => line.length);
  const cells = rows.flat();
  const form = cells[0]?.form;
  const button = document.querySelector("[data-sheet-undo]");
  const said = document.querySelector("[data-sheet-said]");
  const unsaved = document.querySelector("[data-sheet-unsaved]");
  const hasNumbers = sheet.dataset.sheet === "numbers";
  const steps = [];
  const values = new Map(cells.map((cell) => [cell, cell.value]));
  let isSent = false;

  const place = (cell) => {
    const row = rows.findIndex((line) => line.includes(cell));
    return row < 0 ? null : [row, rows[row].indexOf(cell)];
  };

  const go = (row, column) => {
    const cell = rows[row]?.[column];
    if (!cell) return false;
    cell.focus();
    cell.select();
    return true;
  };

  // What a cell says in hundredths: nothing for an empty one, NaN for what is no number.
  const read = (text) => {
    const plain = text.replace(/\s/g, "").replace(",", ".");
    if (!plain) return null;
    return /^(\d+\.?\d*|\.\d+)$/.test(plain) && Number(plain) <= MOST ? Math.round(plain * HUNDRED) : NaN;
  };

  const effort = (cell) => read(cell.value) ?? read(cell.placeholder) ?? 0;

  const sum = (line) => line.reduce((all, cell) => all + (effort(cell) || 0), 0);

  const shown = new Intl.NumberFormat(document.documentElement.lang, {
    maximumFractionDigits: 2,
    useGrouping: false,
  });

  const add = () => {
    const byRow = rows.map(sum);
    const byColumn = rows[0].map((_cell, column) => sum(rows.map((line) => line[column])));
    const sums = [...byRow, ...byColumn, byRow.reduce((all, one) => all + one, 0)];
    sheet.querySelectorAll("[data-sheet-sum]").forEach((cell, at) => {
      cell.textContent = shown.format(sums[at] / HUNDRED);
    });
  };

  const mark = (cell) => {
    if (Number.isNaN(read(cell.value))) cell.setAttribute("aria-invalid", "true");
    else cell.removeAttribute("aria-invalid");
  };

  // A cell that came back with an error, or beside what somebody else typed, says what is saved in its place.
  const isChanged = (cell) => cell.value !== (cell.dataset.saved ?? cell.defaultValue);

  const count = () => {
    const changed = cells.filter(isChanged);
    cells.forEach((cell) => cell.toggleAttribute("data-changed", isChanged(cell)));
    if (!unsaved) return;
    unsaved.hidden = !changed.length;
    unsaved.textContent = `${unsaved.dataset.words} ${changed.length}`;
  };

  const tell = (outside) => {
    const wrong = hasNumbers ? cells.filter((cell) => cell.hasAttribute("aria-invalid")).length : 0;
    const words = [
      outside ? `${said.dataset.outside} ${outside}.` : "",
      wrong ? `${said.dataset.wrong} ${wrong}.` : "",
    ];
    const text = words.filter(Boolean).join(" ");
    if (said.textContent !== text) said.textContent = text;
  };

  const follow = (outside = 0) => {
    if (hasNumbers) add();
    count();
    tell(outside);
  };

  const set = (cell, value) => {
    const before = values.get(cell);
    cell.value = value;
    values.set(cell, value);
    if (hasNumbers) mark(cell);
    return [cell, before];
  };

  const remember = (changes, outside) => {
    if (changes.length) {
      steps.push(changes);
      button.hidden = false;
    }
    follow(outside);
  };

  const undo = () => {
    const changes = steps.pop();
    if (!changes) return;
    changes.forEach(([cell, before]) => set(cell, before));
    changes[0][0].focus();
    button.hidden = !steps.length;
    follow();
  };

  const giveBack = (cell) => {
    cell.value = values.get(cell);
    cell.select();
  };

  sheet.addEventListener("keydown", (event) => {
    const at = place(event.target);
    if (!at || event.altKey || event.isComposing) return;
    const [row, column] = at;
    const { selectionStart, selectionEnd, value } = event.target;
    const isWhole = selectionStart === 0 && selectionEnd === value.length;
    const undoes = (event.ctrlKey || event.metaKey) && event.key.toLowerCase() === "z" && !event.shiftKey;
    if (undoes && values.get(event.target) === value && steps.length) {
      event.preventDefault();
      undo();
      return;
    }
    if (event.key === "Escape" && values.get(event.target) !== value) {
      event.preventDefault();
      giveBack(event.target);
      return;
    }
    if (event.ctrlKey || event.metaKey || (event.shiftKey && event.key !== "Enter")) return;
    const way = {
      ArrowUp: [-1, 0],
      ArrowDown: [1, 0],
      Enter: event.shiftKey ? [-1, 0] : [1, 0],
      ArrowLeft: isWhole || selectionEnd === 0 ? [0, -1] : null,
      ArrowRight: isWhole || selectionStart === value.length ? [0, 1] : null,
    }[event.key];
    if (!way) return;
    if (event.key === "Enter") event.preventDefault();
    if (go(row + way[0], column + way[1])) event.preventDefault();
    else if (event.key === "Enter") keep(event.target);
  });

  // What was typed counts as soon as the reader goes on.
  const keep = (cell) => {
    const before = values.get(cell);
    if (before === undefined || before === cell.value) return;
    set(cell, cell.value);
    remember([[cell, before]]);
  };

  sheet.addEventListener("change", (event) => keep(event.target));

  sheet.addEventListener("paste", (event) => {
    const at = place(event.target);
    const text = (event.clipboardData?.getData("text/plain") ?? "").replace(/\r\n?/g, "\n").replace(/\n+$/, "");
    if (!at || !/[\t\n]/.test(text)) return;
    event.preventDefault();
    let outside = 0;
    const changes = text.split("\n").flatMap((line, down) =>
      line.split("\t").flatMap((value, right) => {
        const cell = rows[at[0] + down]?.[at[1] + right];
        if (cell) return [set(cell, value.trim())];
        if (value.trim()) outside += 1;
        return [];
      }),
    );
    remember(changes, outside);
  });

  button?.addEventListener("click", undo);

  // Nothing typed is left behind unasked; sending the table, also for another language, takes it along.
  form?.addEventListener("submit", () => {
    isSent = true;
  });
  window.addEventListener("pageshow", () => {
    isSent = false;
    if (cells.length) count();
  });
  window.addEventListener("beforeunload", (event) => {
    if (!isSent && cells.some(isChanged)) event.preventDefault();
  });
})();
