"use strict";
(() => {
  const all = (selector, within = document) => [...within.querySelectorAll(selector)];
  const one = (id) => document.getElementById(id);
  const root = document.documentElement;
  const cards = all(".card");
  const byKey = new Map(cards.map((card) => [card.dataset.f, card]));
  const marks = all("a[data-f]");
  const related = new Map(cards.map((card) => [card.dataset.f, [card]]));
  for (const mark of marks) {
    for (const key of keysOf(mark)) related.get(key)?.push(mark);
  }
  const hidden = { severity: new Set(), family: new Set() };
  let current = null;
  let lit = [];

  function keysOf(element) {
    return element.dataset.f.split(" ");
  }

  /* What belongs together lights up together. */
  function light(element) {
    for (const other of lit) other.classList.remove("lit");
    lit = element ? keysOf(element).flatMap((key) => related.get(key) || []) : [];
    for (const other of lit) other.classList.add("lit");
  }

  function held(target) {
    return target instanceof Element ? target.closest("[data-f]") : null;
  }

  document.addEventListener("mouseover", (event) => light(held(event.target) || held(document.activeElement)));
  document.addEventListener("focusin", (event) => {
    const element = held(event.target);
    light(element);
    if (element) current = byKey.get(keysOf(element)[0]) || current;
  });

  /* Going to a finding: its card takes the focus. */
  function shown() {
    return cards.filter((card) => !card.hidden);
  }

  function go(card) {
    if (!card) return;
    current = card;
    card.focus({ preventScroll: true });
    const row = card.closest(".row");
    const still = matchMedia("(prefers-reduced-motion: reduce)").matches;
    const far = Math.abs(row.getBoundingClientRect().top) > 2 * window.innerHeight;
    const tall = row.offsetHeight > window.innerHeight * 0.7;
    const to = () => (tall ? card : row).scrollIntoView({ block: tall ? "nearest" : "center", behavior: still || far ? "instant" : "smooth" });
    to();
    if (far) requestAnimationFrame(to);
  }

  function step(by) {
    const open = shown();
    if (!open.length) return;
    if (!current) return go(open[by > 0 ? 0 : open.length - 1]);
    const here = cards.indexOf(current);
    const ahead = by > 0 ? open.find((card) => cards.indexOf(card) > here) : open.findLast((card) => cards.indexOf(card) < here);
    go(ahead || open[by > 0 ? 0 : open.length - 1]);
  }

  function turn(by) {
    const sheets = all(".sheet");
    const at = sheets.findLastIndex((sheet) => sheet.getBoundingClientRect().top < 120);
    const sheet = sheets[Math.min(sheets.length - 1, Math.max(0, at + by))];
    sheet.focus({ preventScroll: true });
    sheet.scrollIntoView({ block: "start" });
    current = cards.findLast((card) => card.compareDocumentPosition(sheet) & Node.DOCUMENT_POSITION_FOLLOWING) || null;
  }

  document.addEventListener("click", (event) => {
    const link = event.target instanceof Element ? event.target.closest("a.mark, a.evidence, a.number, a.quote") : null;
    const goal = link && one(link.hash.slice(1));
    if (!goal) return;
    event.preventDefault();
    if (goal.matches(".card")) go(goal);
    else {
      (goal.closest("a") || goal).focus({ preventScroll: true });
      goal.scrollIntoView({ block: "center" });
    }
  });

  /* Filters. */
  function filter() {
    let findings = 0;
    let total = 0;
    for (const card of cards) {
      card.hidden = hidden.severity.has(card.dataset.severity) || hidden.family.has(card.dataset.family);
      total += Number(card.dataset.count);
      if (!card.hidden) findings += Number(card.dataset.count);
    }
    for (const mark of marks) {
      const off = keysOf(mark).every((key) => byKey.get(key)?.hidden);
      mark.classList.toggle("off", off);
      if (off || !mark.id) mark.tabIndex = -1;
      else mark.removeAttribute("tabindex");
    }
    for (const row of all(".row")) row.classList.toggle("quiet", !row.querySelector(".card:not([hidden])"));
    for (const button of all("[data-severity].toggle")) {
      button.setAttribute("aria-pressed", String(!hidden.severity.has(button.dataset.severity)));
    }
    for (const box of all("input[data-family]")) box.checked = !hidden.family.has(box.dataset.family);
    one("status").textContent = `${findings === total ? "" : `${findings} of `}${total} finding${total === 1 ? "" : "s"}`;
  }

  function flip(kind, name) {
    if (!hidden[kind].delete(name)) hidden[kind].add(name);
    filter();
  }

  function everything() {
    hidden.severity.clear();
    hidden.family.clear();
    filter();
  }

  function mode(id) {
    root.classList.toggle(id, one(id).checked);
  }

  /* Copying. */
  async function copy(button) {
    if (!button) return tell("Nothing to copy here");
    const text = button.dataset.copy;
    try {
      await navigator.clipboard.writeText(text);
    } catch {
      const field = document.createElement("textarea");
      field.value = text;
      field.className = "vh";
      document.body.append(field);
      field.select();
      document.execCommand("copy");
      field.remove();
      button.focus();
    }
    button.classList.add("copied");
    setTimeout(() => button.classList.remove("copied"), 1500);
    tell(`Copied: ${text}`);
  }

  let fading;
  function tell(text) {
    const toast = one("toast");
    toast.textContent = text;
    toast.classList.add("seen");
    clearTimeout(fading);
    fading = setTimeout(() => toast.classList.remove("seen"), 2500);
  }

  document.addEventListener("click", (event) => {
    const button = event.target instanceof Element ? event.target.closest("[data-copy]") : null;
    if (button) copy(button);
  });

  /* Light and dark, remembered where the browser allows it. */
  function remembered(value) {
    try {
      if (value) localStorage.setItem("copydesk-theme", value);
      return localStorage.getItem("copydesk-theme");
    } catch {
      return null;
    }
  }

  function theme() {
    const dark = root.dataset.theme ? root.dataset.theme === "dark" : matchMedia("(prefers-color-scheme: dark)").matches;
    root.dataset.theme = dark ? "light" : "dark";
    remembered(root.dataset.theme);
  }

  function ask() {
    if (one("help").open) one("help").close();
    else one("help").showModal();
  }

  function details() {
    const inside = current?.querySelector("details");
    if (inside) inside.open = !inside.open;
  }

  function press(id) {
    one(id).checked = !one(id).checked;
    mode(id);
  }

  const keys = {
    n: () => step(1), j: () => step(1), p: () => step(-1), k: () => step(-1),
    "]": () => turn(1), "[": () => turn(-1),
    1: () => flip("severity", "error"), 2: () => flip("severity", "warning"), 3: () => flip("severity", "note"),
    0: everything, h: () => press("only"), t: () => press("tags"), d: theme, "?": ask,
    c: () => copy(current?.querySelector(".cure [data-copy]")), a: () => copy(current?.querySelector(".accept-it")),
  };

  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.key === "Escape") all(".menu[open]").forEach((menu) => { menu.open = false; menu.firstElementChild.focus(); });
    const typing = event.target instanceof Element && event.target.closest("textarea, select, input:not([type=checkbox])");
    if (typing || !one("keys").checked) return;
    if (one("help").open && event.key !== "?") return;
    if (event.key === "Enter" && event.target === current) return details();
    const act = Object.hasOwn(keys, event.key) ? keys[event.key] : null;
    if (act) {
      event.preventDefault();
      act();
    }
  });

  for (const button of all(".toggle")) button.addEventListener("click", () => flip("severity", button.dataset.severity));
  for (const box of all("input[data-family]")) box.addEventListener("change", () => flip("family", box.dataset.family));
  for (const id of ["only", "tags"]) one(id).addEventListener("change", () => mode(id));
  one("every").addEventListener("click", everything);
  one("previous").addEventListener("click", () => step(-1));
  one("next").addEventListener("click", () => step(1));
  one("theme").addEventListener("click", theme);
  one("ask").addEventListener("click", ask);
  document.addEventListener("click", (event) => {
    for (const menu of all(".menu[open]")) if (!menu.contains(event.target)) menu.open = false;
  });

  /* Paper shows what the screen folds away. */
  let folded = [];
  window.addEventListener("beforeprint", () => {
    folded = all(".card details:not([open])");
    for (const element of folded) element.open = true;
  });
  window.addEventListener("afterprint", () => {
    for (const element of folded) element.open = false;
  });

  const before = remembered();
  if (before === "light" || before === "dark") root.dataset.theme = before;
  root.classList.add("live");
  all(".tools")[0].hidden = false;
  filter();
})();
