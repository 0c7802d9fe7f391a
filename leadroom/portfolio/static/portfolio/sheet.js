// SPDX-FileCopyrightText: 2026 The Leadroom contributors
// SPDX-License-Identifier: EUPL-1.2

// A table of fields as a spreadsheet: arrow keys and Enter move, a copied block is pasted, typing can be taken back.
(() => {
  "use strict";
  const sheet = document.querySelector("[data-sheet]");
  if (!sheet) return;
  const rows = [...sheet.querySelectorAll("tbody tr")].map((row) => [...row.querySelectorAll("input")]);
  const button = document.querySelector("[data-sheet-undo]");
  const steps = [];
  const values = new Map(rows.flat().map((cell) => [cell, cell.value]));

  const place = (cell) => {
    const row = rows.findIndex((cells) => cells.includes(cell));
    return row < 0 ? null : [row, rows[row].indexOf(cell)];
  };

  const go = (row, column) => {
    const cell = rows[row]?.[column];
    if (!cell) return false;
    cell.focus();
    cell.select();
    return true;
  };

  const remember = (changes) => {
    if (!changes.length) return;
    steps.push(changes);
    button.hidden = false;
  };

  const set = (cell, value) => {
    const before = values.get(cell);
    cell.value = value;
    values.set(cell, value);
    return [cell, before];
  };

  const undo = () => {
    const changes = steps.pop();
    if (!changes) return;
    changes.forEach(([cell, before]) => set(cell, before));
    changes[0][0].focus();
    button.hidden = !steps.length;
  };

  sheet.addEventListener("keydown", (event) => {
    const at = place(event.target);
    if (!at || event.altKey) return;
    const [row, column] = at;
    const { selectionStart, selectionEnd, value } = event.target;
    const isWhole = selectionStart === 0 && selectionEnd === value.length;
    const undoes = (event.ctrlKey || event.metaKey) && event.key.toLowerCase() === "z" && !event.shiftKey;
    if (undoes && values.get(event.target) === value && steps.length) {
      event.preventDefault();
      undo();
      return;
    }
    if (event.ctrlKey || event.metaKey || event.shiftKey) return;
    const way = {
      ArrowUp: [-1, 0],
      ArrowDown: [1, 0],
      Enter: [1, 0],
      ArrowLeft: isWhole || selectionEnd === 0 ? [0, -1] : null,
      ArrowRight: isWhole || selectionStart === value.length ? [0, 1] : null,
    }[event.key];
    if (!way) return;
    if (go(row + way[0], column + way[1]) || event.key === "Enter") event.preventDefault();
  });

  sheet.addEventListener("change", (event) => {
    const before = values.get(event.target);
    if (before === undefined || before === event.target.value) return;
    remember([set(event.target, event.target.value)].map(([cell]) => [cell, before]));
  });

  sheet.addEventListener("paste", (event) => {
    const at = place(event.target);
    const text = event.clipboardData?.getData("text/plain") ?? "";
    if (!at || !/[\t\n]/.test(text.trim())) return;
    event.preventDefault();
    const lines = text.replace(/\r/g, "").replace(/\n$/, "").split("\n");
    remember(
      lines.flatMap((line, down) =>
        line.split("\t").flatMap((value, right) => {
          const cell = rows[at[0] + down]?.[at[1] + right];
          return cell ? [set(cell, value.trim())] : [];
        }),
      ),
    );
  });

  button?.addEventListener("click", undo);
})();
