const PAGE_OF_COMMENTS = 100;
let open = null;

async function packed(index) {
  if (!summary.parts) return $("article-data-" + index).textContent;
  const firsts = summary.parts.articles;
  let at = firsts.length - 1;
  while (firsts[at] > index) at--;
  return (await load("articles-" + at))[index - firsts[at]];
}

async function unpack(index) {
  const binary = atob(await packed(index));
  const bytes = new Uint8Array(binary.length);
  for (let i = 0; i < binary.length; i++) bytes[i] = binary.charCodeAt(i);
  const stream = new Blob([bytes]).stream().pipeThrough(new DecompressionStream("gzip"));
  return JSON.parse(await new Response(stream).text());
}

function prepare(data) {
  data.echoed = {};
  data.documents.forEach((found, at) => {
    for (const [start, end, source, from, to] of found.echoes) {
      if (source < 0) continue;
      const places = (data.echoed[source] = data.echoed[source] || new Map());
      const place = places.get(from + "-" + to);
      if (place) place.by.push(at);
      else places.set(from + "-" + to, { start: from, end: to, by: [at], jump: { document: at, start: start, end: end } });
    }
  });
  data.taken = data.documents.map(() => []);
  data.withheld = 0;
  for (const stance of data.stances) {
    if (stance.side === undefined) data.withheld++;
    else if (stance.document >= 0) data.taken[stance.document].push(stance);
  }
  data.order = threadOrder(data);
  data.items = {};
  return data;
}

// Comments as they are read: each before its replies, without recursion.
function threadOrder(data) {
  const children = data.documents.map(() => []);
  for (let i = 1; i < data.documents.length; i++) children[data.documents[i].parent].push(i);
  const order = [];
  const stack = children[0].slice().reverse();
  while (stack.length > 0) {
    const at = stack.pop();
    order.push(at);
    for (let i = children[at].length - 1; i >= 0; i--) stack.push(children[at][i]);
  }
  return order;
}

const itemsOf = (data, at) => data.items[at] || (data.items[at] = collect(data, at));

function layer(name, text, sample, off) {
  const box = node("input", { type: "checkbox", id: "layer-" + name, checked: !off, on: { change: () => $("reader").classList.toggle("no-" + name, !box.checked) } });
  $("reader").classList.toggle("no-" + name, Boolean(off));
  return node("label", {}, box, node("span", { class: sample }, text));
}

function speakersOf(data) {
  const counts = new Map();
  for (const quotation of data.documents[0].quotations) counts.set(quotation.speaker, (counts.get(quotation.speaker) || 0) + 1);
  return Array.from(counts).sort((a, b) => b[1] - a[1] || a[0].localeCompare(b[0]));
}

function pick(data, speaker, button) {
  const on = button.getAttribute("aria-pressed") !== "true";
  for (const other of button.closest("ul").querySelectorAll("button")) other.setAttribute("aria-pressed", "false");
  for (const element of $("reader").querySelectorAll(".picked")) element.classList.remove("picked");
  button.setAttribute("aria-pressed", String(on));
  if (!on) return;
  const items = itemsOf(data, 0);
  let first = null;
  for (const element of $("reader").querySelectorAll(".body [data-items]")) {
    if (element.dataset.items.split(" ").some((id) => items[id].type === "quotation" && data.documents[0].quotations[items[id].number].speaker === speaker)) {
      element.classList.add("picked");
      first = first || element;
    }
  }
  if (first) first.scrollIntoView({ block: "center" });
}

function aside(data) {
  const speakers = speakersOf(data);
  return node("aside", { "aria-label": "Layers and speakers" },
    node("h3", {}, "Show"),
    node("div", { class: "layers" },
      layer("quotation", "quotations", "quotation DIRECT"), layer("speaker", "sources and cues", "source"), layer("actor", "actors", "actor"),
      layer("expression", "marked words, no speech", "expression"), layer("echo", "echoes", "echo"), layer("tone", "tone", "up", true),
      data.more.map((name, number) => layer("more-" + number, name, "more"))),
    node("p", { class: "faint" }, "Point at coloured words, or reach them with Tab, to see the evidence."),
    node("h3", {}, "Quoted here"),
    speakers.length === 0 ? node("p", { class: "faint" }, "nobody") :
      node("ul", { class: "quoted" }, speakers.map(([speaker, count]) => {
        const button = node("button", { type: "button", "aria-pressed": "false", on: { click: () => pick(data, speaker, button) } }, isolated(speaker), " " + count);
        return node("li", {}, button);
      })));
}

function stanceLine(data, at) {
  const taken = data.taken[at];
  if (taken.length === 0) return null;
  return node("div", { class: "stances" }, taken.map((stance, i) => {
    const target = stance.towards === "article" || stance.towards === "parent" ? stance.target : stance.towards + " " + stance.target;
    const evidence = stance.evidence.length >= 3 && data.documents[stance.evidence[0]]
      ? data.documents[stance.evidence[0]].text.slice(stance.evidence[1], stance.evidence[2]) : "";
    return node("span", { title: plain(evidence, 300) }, i > 0 ? " · " : "", node("span", { class: "side " + stance.side }, SIDE[stance.side]), " ", isolated(target),
      node("span", { class: "faint" }, " (" + (stance.holder === "the commenter" ? "" : stance.holder + ", ") + words(stance.label) + ", " + format(stance.sure, 2) + ")"));
  }));
}

function comment(data, at) {
  const found = data.documents[at];
  const main = data.taken[at].find((stance) => stance.towards === "article") || data.taken[at][0];
  const item = node("li", { id: "comment-" + at, class: main ? main.side : "", tabindex: "-1" },
    node("div", { class: "who" }, node("b", {}, isolated(found.author === undefined ? "no name shown" : found.author)),
      found.time ? node("span", {}, found.time.replace("T", " ")) : null,
      found.score === undefined ? null : node("span", {}, plural(found.score, "vote")),
      found.depth > 1 ? node("a", { href: "#comment-" + found.parent, on: { click: (event) => { event.preventDefault(); goTo(data, found.parent); } } }, "answers " + found.parent) : null,
      node("span", { class: "faint" }, "no. " + at)),
    stanceLine(data, at),
    node("div", { class: "said" }, blocks(data, at, itemsOf(data, at), true)));
  item.style.marginLeft = Math.min(found.depth - 1, 8) * (innerWidth < 640 ? 0.5 : 1.4) + "rem";
  return item;
}

function commentList(data) {
  const list = node("ol", { class: "comments" });
  const more = node("button", { type: "button" }, "");
  const shown = node("p", { class: "faint", role: "status" });
  const choice = node("select", { id: "comment-filter", on: { change: () => fill() } },
    option("all", "all"), option("FOR", "for the article"), option("AGAINST", "against the article"), option("echo", "repeating something"), option("actor", "siding about an actor"));
  let order = [];
  let count = 0;
  const keep = {
    all: () => true,
    FOR: (at) => data.taken[at].some((stance) => stance.towards === "article" && stance.side === "FOR"),
    AGAINST: (at) => data.taken[at].some((stance) => stance.towards === "article" && stance.side === "AGAINST"),
    echo: (at) => data.documents[at].echoes.length > 0,
    actor: (at) => data.taken[at].some((stance) => stance.towards === "actor"),
  };
  function upTo(wanted) {
    while (count < Math.min(wanted, order.length)) list.append(comment(data, order[count++]));
    more.hidden = count >= order.length;
    more.replaceChildren("Show " + Math.min(PAGE_OF_COMMENTS, order.length - count) + " more");
    shown.textContent = count + " of " + plural(order.length, "comment");
  }
  function fill() {
    order = data.order.filter(keep[choice.value]);
    count = 0;
    list.replaceChildren();
    upTo(PAGE_OF_COMMENTS);
  }
  more.addEventListener("click", () => upTo(count + PAGE_OF_COMMENTS));
  fill();
  data.reveal = (at) => {
    if (!order.includes(at)) { choice.value = "all"; fill(); }
    upTo(order.indexOf(at) + 1);
  };
  return node("div", {}, node("div", { class: "tools" }, node("label", { for: "comment-filter" }, "Comments"), choice, shown), list, node("div", { class: "tools pager" }, more));
}

function goTo(data, at, span) {
  hideTip();
  if (at > 0) data.reveal(at);
  const box = at === 0 ? document.querySelector("#reader .body") : $("comment-" + at);
  const items = itemsOf(data, at);
  const target = !span ? box : Array.from(box.querySelectorAll("[data-items]")).find((element) =>
    element.dataset.items.split(" ").some((id) => items[id].start === span.start && items[id].end === span.end)) || box;
  for (const element of $("reader").querySelectorAll(".picked")) element.classList.remove("picked");
  if (target !== document.querySelector("#reader .body")) target.classList.add("picked");
  target.scrollIntoView({ block: "center" });
  target.focus({ preventScroll: true });
}

async function read(index) {
  const reader = $("reader");
  const asked = location.hash;
  $("report").hidden = true;
  reader.hidden = false;
  reader.replaceChildren(node("p", {}, "Opening…"));
  let row = null;
  let data = null;
  try {
    row = await articleAt(index);
    data = row && row.readable ? prepare(await unpack(index)) : null;
  } catch (error) {
    reader.replaceChildren(node("p", { class: "notice" }, "This article could not be unpacked (" + error.message + "). A browser from 2023 or later is needed."), back());
    return;
  }
  if (location.hash !== asked) return;
  if (data === null) {
    reader.replaceChildren(node("p", { class: "notice" }, row ? "This article is counted, but its text was left out to keep the report small." : "There is no such article."), back());
    return;
  }
  open = data;
  const facts = [data.outlet, data.author, data.date && data.date.replace("T", " "), data.section].filter((fact) => fact);
  reader.replaceChildren(...[
    node("div", { class: "tools" }, back(), step(index - 1, "‹ Previous"), step(index + 1, "Next ›")),
    node("h2", { tabindex: "-1", id: "reader-title", dir: "auto" }, data.title || data.id),
    node("p", { class: "facts" }, facts.map((fact) => isolated(fact)), data.url ? isolated(data.url) : null),
    data.mended.length > 0 ? node("details", { class: "notice" }, node("summary", {}, plural(data.mended.length, "irregularity", "irregularities") + " in the comments, mended"),
      node("ul", {}, data.mended.slice(0, 50).map((detail) => node("li", {}, isolated(detail))))) : null,
    node("div", { class: "columns" },
      node("div", {}, node("div", { class: "body", tabindex: "-1" }, blocks(data, 0, itemsOf(data, 0), false)), stanceLine(data, 0)), aside(data)),
    node("h3", {}, plural(data.documents.length - 1, "comment") + (data.withheld > 0 ? "; for " + plural(data.withheld, "possible stance") + " no side could be told" : "")),
    data.documents.length > 1 ? commentList(data) : null].filter((part) => part));
  scrollTo(0, 0);
  $("reader-title").focus({ preventScroll: true });
}

function back() {
  return node("button", { type: "button", on: { click: () => { location.hash = "#articles"; } } }, "← All articles");
}

function step(index, text) {
  return node("button", { type: "button", disabled: index < 0 || index >= count, on: { click: () => { location.hash = "#article-" + index; } } }, text);
}
