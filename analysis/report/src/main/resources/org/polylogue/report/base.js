// Everything that comes from a corpus enters the page through text nodes, never as markup.
const $ = (id) => document.getElementById(id);
const summary = JSON.parse($("summary").textContent);
const format = (number, digits) =>
  number.toLocaleString("en", { maximumFractionDigits: digits === undefined ? 0 : digits, signDisplay: "negative" }).replace("-", "−");
const signed = (number) => number.toLocaleString("en", { minimumFractionDigits: 2, maximumFractionDigits: 2, signDisplay: "exceptZero" }).replace("-", "−");
const words = (name) => name.toLowerCase().replace(/_/g, " ");
const plural = (number, one, many) => format(number) + " " + (number === 1 ? one : many || one + "s");
const SIDE = { FOR: "▲ for", AGAINST: "▼ against", NEITHER: "● neither" };
// Characters that turn the direction of text or hide: shown, not obeyed.
const HIDDEN = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u061c\u200b\u200e\u200f\u202a-\u202e\u2060-\u2069\ufeff]/;

function node(tag, attributes, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes || {})) {
    if (name === "class") element.className = value;
    else if (name === "on") for (const [event, listener] of Object.entries(value)) element.addEventListener(event, listener);
    else if (value !== undefined && value !== null && value !== false) element.setAttribute(name, value === true ? "" : value);
  }
  for (const child of children.flat()) {
    if (child === null || child === undefined) continue;
    if (child instanceof Node) element.append(child);
    else element.append(...visible(String(child)));
  }
  return element;
}

function visible(text) {
  if (!HIDDEN.test(text)) return [document.createTextNode(text)];
  return text.split(new RegExp("(" + HIDDEN.source + ")")).filter((part) => part).map((part) => {
    if (!HIDDEN.test(part)) return document.createTextNode(part);
    const mark = document.createElement("span");
    mark.className = "control";
    mark.title = "a control character, made visible";
    mark.textContent = "U+" + part.charCodeAt(0).toString(16).toUpperCase().padStart(4, "0");
    return mark;
  });
}

// For places that take plain strings only, such as labels of charts.
const plain = (text, length) => {
  const clean = text.replace(new RegExp(HIDDEN.source, "g"), "\ufffd").replace(/[{}|]/g, " ");
  return clean.length > length ? clean.slice(0, length - 1) + "…" : clean;
};

function isolated(text, attributes) {
  return node("bdi", attributes, text);
}

function table(columns, rows) {
  const numeric = (i) => rows.length > 0 && rows.every((row) => row[i] === null || typeof row[i] === "number");
  const cell = (tag, value, i) => node(tag, { class: numeric(i) ? "number" : "", scope: tag === "th" ? "col" : null },
    value === null ? "–" : typeof value === "number" ? format(value, 2) : isolated(value));
  return node("div", { class: "scroll", tabindex: "0", role: "region", "aria-label": "table" },
    node("table", {},
      node("thead", {}, node("tr", {}, columns.map((column, i) => cell("th", column, i)))),
      node("tbody", {}, rows.map((row) => node("tr", {}, row.map((value, i) => cell("td", value, i)))))));
}

function option(value, text) {
  return node("option", { value: value }, text === undefined ? value : text);
}

const articleRow = (row, index) => ({
  index, title: row[0], outlet: row[1], date: row[2], comments: row[3], quotations: row[4], depth: row[5],
  width: row[6], roots: row[7], sides: { FOR: row[8], AGAINST: row[9], NEITHER: row[10] }, readable: row[11] === 1, tone: row[12],
});
// What lies beside the page: a part is a script that hands over its data, since a page from a disk may read nothing else.
const READING = new Map();
const KEPT = new Map();
const MOST_KEPT = 4;

function part(name, data) {
  READING.get(name).done(data);
}

function load(name) {
  if (KEPT.has(name)) return KEPT.get(name);
  // Once a part has handed over its data, a failure changes nothing.
  const loading = new Promise((done, fail) => {
    READING.set(name, { done });
    const file = summary.parts.stem + "-" + name + ".js";
    const failed = (why) => { script.remove(); fail(new Error("the file " + file + " " + why)); };
    const script = node("script", { src: encodeURIComponent(file), on: {
      load: () => failed("is damaged"), error: () => { KEPT.delete(name); failed("does not lie beside this page"); } } });
    document.head.append(script);
  });
  KEPT.set(name, loading);
  if (KEPT.size > MOST_KEPT) KEPT.delete(KEPT.keys().next().value);
  return loading;
}

const count = summary.articleCount;
const LINES = summary.parts ? summary.parts.lines : Math.max(1, count);
const lists = summary.parts ? [] : [summary.articles.map(articleRow)];

async function listed(number) {
  if (!lists[number]) lists[number] = (await load("list-" + number)).map((row, i) => articleRow(row, number * LINES + i));
  return lists[number];
}

const articleAt = async (index) => (index >= 0 && index < count ? (await listed(Math.floor(index / LINES)))[index % LINES] : undefined);

async function articlesAt(indices) {
  const found = new Map();
  for (const index of indices) if (!found.has(index)) found.set(index, await articleAt(index));
  return found;
}
