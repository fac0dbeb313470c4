"use strict";
(() => {
  const data = JSON.parse(document.getElementById("data").textContent);
  const LEVELS = ["none", "info", "warning", "breaking"];
  const ROW = 46;
  const rank = (word) => LEVELS.indexOf(word);
  const byId = (id) => document.getElementById(id);
  const make = (name, className, text) => {
    const node = document.createElement(name);
    if (className) node.className = className;
    if (text !== undefined) node.textContent = text;
    return node;
  };

  const changes = data.changes;
  for (const change of changes) {
    change.level = LEVELS[Math.max(rank(change.wire), rank(change.source))];
    change.text = [change.id, change.kind, change.element, change.message, change.fingerprint, change.revision || "",
      change.symbols.join(" ")].join("\n").toLowerCase();
  }

  byId("old").textContent = data.old;
  byId("new").textContent = data.new;
  const failing = data.summary.failing;
  const verdict = byId("verdict");
  verdict.textContent = failing ? `${failing} findings fail this review` : "passed";
  verdict.className = failing ? "breaking-text" : "info-text";

  const chart = byId("chart");
  const described = [];
  for (const side of ["wire", "source"]) {
    const bar = make("div", "bar");
    bar.append(make("span", "", side));
    const track = make("div", "track");
    for (const level of ["breaking", "warning", "info", "none"]) {
      const count = data.summary[side][level];
      if (!count) continue;
      const part = make("div", `part ${level}`, String(count));
      part.style.flexGrow = Math.sqrt(count);
      part.style.flexBasis = "0";
      part.title = `${side}: ${count} ${level}`;
      described.push(part.title);
      track.append(part);
    }
    bar.append(track);
    chart.append(bar);
  }
  chart.setAttribute("aria-label", described.join(", ") || "no change");

  const options = (id, key) => {
    const counts = new Map();
    for (const change of changes) counts.set(change[key], (counts.get(change[key]) || 0) + 1);
    for (const [value, count] of [...counts].sort((a, b) => (a[0] < b[0] ? -1 : 1))) {
      const option = make("option", "", `${value} (${count})`);
      option.value = value;
      byId(id).append(option);
    }
  };
  options("direction", "direction");
  options("namespace", "namespace");
  options("rule", "id");

  const list = byId("list");
  const canvas = byId("canvas");
  let shown = changes;
  let chosen = -1;
  let drawn = new Map();

  const row = (index) => {
    const change = shown[index];
    const node = make("div", `row ${change.level}${change.waived ? " waived" : ""}`);
    node.setAttribute("role", "option");
    node.setAttribute("aria-selected", String(index === chosen));
    node.setAttribute("aria-posinset", String(index + 1));
    node.setAttribute("aria-setsize", String(shown.length));
    node.id = `row-${index}`;
    node.style.top = `${index * ROW}px`;
    const top = make("div", "top");
    top.append(make("b", `${change.level}-text`, change.id));
    top.append(make("span", "quiet", change.direction));
    const levels = make("span", "levels");
    levels.append(make("span", `${change.wire}-text`, change.wire), " / ", make("span", `${change.source}-text`, change.source));
    top.append(levels);
    node.append(top, make("div", "element", change.element));
    node.title = change.message;
    node.addEventListener("click", () => choose(index));
    return node;
  };

  // Only the rows that can be seen exist: a review of the largest schemas has thousands.
  const draw = () => {
    const first = Math.max(0, Math.floor(list.scrollTop / ROW) - 5);
    const last = Math.min(shown.length, Math.ceil((list.scrollTop + list.clientHeight) / ROW) + 5);
    for (const [index, node] of drawn) {
      if (index < first || index >= last) { node.remove(); drawn.delete(index); }
    }
    for (let index = first; index < last; index++) {
      if (!drawn.has(index)) { const node = row(index); drawn.set(index, node); canvas.append(node); }
    }
  };

  const redraw = () => {
    canvas.replaceChildren();
    drawn = new Map();
    canvas.style.height = `${shown.length * ROW}px`;
    draw();
  };

  const side = (title, place) => {
    const box = make("div", "side");
    if (!place) { box.append(make("h3", "", `${title}: nowhere`)); return box; }
    const [file, line, column] = place;
    box.append(make("h3", "", `${title}: ${data.files[file]}${line ? `:${line}:${column}` : ""}`));
    const pre = make("pre");
    const near = [];
    for (let number = line - data.around; number <= line + data.around; number++) {
      const text = data.lines[file][number];
      if (text !== undefined) near.push([number, text.replaceAll("\t", "  ")]);
    }
    const indents = near.filter(([, text]) => text.trim()).map(([, text]) => text.length - text.trimStart().length);
    const indent = indents.length ? Math.min(...indents) : 0;
    for (const [number, text] of near) {
      const code = make("span", number === line ? "code here" : "code");
      code.append(make("span", "number", String(number)), text.slice(indent));
      pre.append(code);
    }
    if (near.length) box.append(pre); else box.append(make("p", "quiet", "no excerpt"));
    return box;
  };

  const shape = (value) => (typeof value === "string" ? value : JSON.stringify(value));

  const detail = (change) => {
    const panel = byId("detail");
    panel.replaceChildren();
    panel.scrollTop = 0;
    panel.append(make("h2", `${change.level}-text`, change.message));
    const [purpose, why, category] = data.rules[change.id];
    const facts = make("dl");
    const fact = (name, value) => { if (value) facts.append(make("dt", "", name), make("dd", "", value)); };
    fact("rule", `${change.id} (${category}): ${purpose}`);
    fact("why", why);
    fact("element", change.element);
    fact("severity", `wire ${change.wire}, source ${change.source}`);
    fact("direction", change.direction);
    for (const [name, value] of Object.entries(change.detail)) {
      if (value !== null && !(Array.isArray(value) && !value.length)) fact(name, shape(value));
    }
    fact("symbols", change.symbols.join(", "));
    if (change.used !== undefined) fact("used by", `${change.used} recorded requests`);
    fact("commit", change.revision);
    fact("waived", change.waived && `${change.waived.reason}${change.waived.expires ? ` (until ${change.waived.expires})` : ""}`);
    fact("fingerprint", change.fingerprint);
    const sides = make("div", "sides");
    sides.append(side("before", change.old), side("after", change.new));
    panel.append(facts, sides);
  };

  const choose = (index) => {
    chosen = index;
    for (const [number, node] of drawn) node.setAttribute("aria-selected", String(number === index));
    list.setAttribute("aria-activedescendant", `row-${index}`);
    detail(shown[index]);
  };

  list.addEventListener("scroll", draw, { passive: true });
  addEventListener("resize", draw);
  list.addEventListener("keydown", (event) => {
    const step = { ArrowDown: 1, ArrowUp: -1, PageDown: 10, PageUp: -10 }[event.key];
    if (!step || !shown.length) return;
    event.preventDefault();
    const index = Math.min(shown.length - 1, Math.max(0, chosen + step));
    if (index * ROW < list.scrollTop) list.scrollTop = index * ROW;
    else if ((index + 1) * ROW > list.scrollTop + list.clientHeight) list.scrollTop = (index + 1) * ROW - list.clientHeight;
    draw();
    choose(index);
  });

  const controls = ["search", "severity", "side", "direction", "namespace", "rule", "waived"];
  const apply = () => {
    const words = byId("search").value.toLowerCase().split(/\s+/).filter(Boolean);
    const least = byId("severity").value ? rank(byId("severity").value) : 0;
    const on = byId("side").value;
    const [direction, namespace, rule] = ["direction", "namespace", "rule"].map((id) => byId(id).value);
    const waived = byId("waived").checked;
    shown = changes.filter((change) =>
      rank(on === "both" ? change.level : change[on]) >= least
      && (!direction || change.direction === direction)
      && (!namespace || change.namespace === namespace)
      && (!rule || change.id === rule)
      && (waived || !change.waived)
      && words.every((word) => change.text.includes(word)));
    byId("count").textContent = `${shown.length} of ${changes.length} findings`;
    chosen = -1;
    list.scrollTop = 0;
    redraw();
    if (shown.length) choose(0);
    else byId("detail").replaceChildren(make("p", "quiet", "No finding matches the filters."));
  };
  for (const id of controls) byId(id).addEventListener("input", apply);
  byId("filters").addEventListener("submit", (event) => event.preventDefault());
  byId("clear").addEventListener("click", () => { byId("filters").reset(); apply(); });
  // What breaks and tells nothing (descriptions, mostly) is a choice away.
  if (changes.some((change) => change.level !== "none")) byId("severity").value = "info";
  apply();
})();
