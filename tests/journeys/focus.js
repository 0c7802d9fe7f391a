/* SPDX-FileCopyrightText: 2026 The Leadroom contributors */
/* SPDX-License-Identifier: EUPL-1.2 */

/*
 * What somebody without a pointer sees of where she is. `look()` tells of the element that
 * has the focus: whether it looks different for having it, and whether anything lies over it.
 */
(() => {
  const POINTS = [[0.5, 0.5], [0.3, 0.3], [0.7, 0.3], [0.3, 0.7], [0.7, 0.7]];
  const MARKS = ["outlineStyle", "outlineWidth", "outlineColor", "boxShadow", "strokeWidth", "stroke"];

  /* A card shows the focus of the radio in it, a petal draws it on its edge. */
  const shownBy = (at) => [at, at.closest(".choice-card"), at.querySelector(".fill-clear")].filter(Boolean);

  const marks = (at) =>
    shownBy(at).map((part) => {
      const style = getComputedStyle(part);
      return MARKS.map((mark) => (mark.startsWith("outline") && style.outlineStyle === "none" ? "" : style[mark])).join();
    }).join();

  /* Day, month and year of a date are stops within one field: taken off it again, the focus would never get past them. */
  const dates = new WeakMap();

  function looksDifferent(at) {
    if (dates.has(at)) return dates.get(at);
    const withFocus = marks(at);
    at.blur();
    const isDifferent = withFocus !== marks(at);
    at.focus({ preventScroll: true });
    if (at.type === "date") dates.set(at, isDifferent);
    return isDifferent;
  }

  const belongs = (at, [x, y]) => {
    const top = document.elementFromPoint(x, y);
    return Boolean(top) && (at.contains(top) || Boolean(at.labels && [...at.labels].some((label) => label.contains(top))));
  };

  const onScreen = (box) => {
    const [left, top] = [Math.max(box.left, 0), Math.max(box.top, 0)];
    return { left, top, width: Math.min(box.right, innerWidth) - left, height: Math.min(box.bottom, innerHeight) - top };
  };

  function isUncovered(at) {
    const boxes = [...at.getClientRects()].map(onScreen).filter((box) => box.width > 0 && box.height > 0);
    const points = boxes.flatMap((box) => POINTS.map(([x, y]) => [box.left + box.width * x, box.top + box.height * y]));
    const hits = points.map((point) => belongs(at, point));
    /* A drawing's box is larger than its shape, and a long region never fits: there one point must do. */
    const isLarge = at instanceof SVGElement || at.offsetHeight > innerHeight / 2;
    return isLarge ? hits.some(Boolean) : hits.length > 0 && hits.every(Boolean);
  }

  /* A wheel's petals go round, and what is fixed stands where it likes: neither has a place in the reading. */
  function hasOwnPlace(at) {
    for (let part = at; part; part = part.parentElement) {
      if (getComputedStyle(part).position === "fixed") return false;
    }
    return !(at instanceof SVGElement);
  }

  /* The radios of a group are one stop, wherever in it the focus comes to rest. */
  const isOneOf = (at) => (other) => other.type === "radio" && other.name === at.name;
  const stopOf = (at) => (at.type === "radio" && at.form ? [...at.form.elements].find(isOneOf(at)) : at);

  const STOPS = "a[href], button, input, select, textarea, summary, [tabindex='0']";
  const isStop = (at) => at.tabIndex >= 0 && !at.disabled && at.checkVisibility({ visibilityProperty: true });

  window.toLastStop = () => [...document.querySelectorAll(STOPS)].filter(isStop).at(-1).focus();

  window.look = () => {
    const at = document.activeElement;
    if (!at || at === document.body) return null;
    const box = at.getBoundingClientRect();
    return {
      html: at.outerHTML.slice(0, 120),
      box: [box.left, box.top + scrollY, box.right, box.bottom + scrollY],
      hasOwnPlace: hasOwnPlace(at),
      isDifferent: looksDifferent(at),
      isUncovered: isUncovered(at),
      isSkipLink: at.matches(".ds-skip-link"),
      isInMain: Boolean(at.closest("main")),
      /* Its place among all elements, to know it again. */
      place: [...document.querySelectorAll("*")].indexOf(stopOf(at)),
    };
  };
})();
