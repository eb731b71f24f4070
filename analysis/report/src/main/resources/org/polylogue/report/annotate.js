// Colours a text: its spans may overlap in any way, so it is cut at every border.
function collect(data, at) {
  const found = data.documents[at];
  const items = [];
  const add = (start, end, type, kind, tip, extra) => {
    if (end > start) items.push(Object.assign({ start, end, type, kind: kind || "", tip, id: items.length }, extra));
  };
  found.quotations.forEach((quotation, number) => {
    const head = words(quotation.kind) + " " + words(quotation.mode) + " · " + quotation.speaker;
    const why = "found by " + quotation.rule + ", confidence " + format(quotation.sure, 2);
    const toneOf = found.tones.filter((tone) => tone[4] < 0 && quotation.content.length > 0
      && tone[0] >= quotation.content[0] && tone[1] <= quotation.content[quotation.content.length - 1] && tone[3] === quotation.speaker);
    const mean = toneOf.length === 0 ? "" : "tone " + signed(toneOf.reduce((sum, tone) => sum + tone[2], 0) / toneOf.length);
    for (let i = 0; i < quotation.content.length; i += 2) {
      add(quotation.content[i], quotation.content[i + 1], "quotation", quotation.kind, [head, why, mean], { number, actor: quotation.actor });
    }
    if (quotation.source) add(quotation.source[0], quotation.source[1], "source", "", ["source of a quotation · " + quotation.speaker], { number });
    if (quotation.cue) add(quotation.cue[0], quotation.cue[1], "cue", "", ["signals a quotation of " + quotation.speaker], { number });
  });
  for (const [start, end, actor, form, metonym, sure] of found.mentions) {
    const named = data.actors[actor] || ["an actor outside this article", "OTHER"];
    const meant = data.actors[metonym];
    add(start, end, "actor", "", [named[0] + " · " + words(named[1]),
      "mentioned by " + words(form) + (meant ? ", stands for " + meant[0] : "") + ", confidence " + format(sure, 2)], { actor });
  }
  for (const [start, end, kind, rule, sure] of found.expressions) {
    add(start, end, "expression", kind, [words(kind) + ", not speech", "found by " + rule + ", confidence " + format(sure, 2)]);
  }
  for (const tone of found.tones) {
    const causes = [];
    for (let i = 6; i < tone.length; i += 2) causes.push(tone[i] + " " + signed(tone[i + 1]));
    const towards = tone[4] < 0 ? "" : " towards “" + found.text.slice(tone[4], tone[5]) + "”";
    add(tone[4] < 0 ? tone[0] : tone[4], tone[4] < 0 ? tone[1] : tone[5], "tone", tone[2] > 0.05 ? "up" : tone[2] < -0.05 ? "down" : "level",
      ["tone " + signed(tone[2]) + " of " + tone[3] + towards, causes.length > 0 ? "because of " + causes.join(", ") : ""]);
  }
  for (const [start, end, source, from, to, alike] of found.echoes) {
    add(start, end, "echo", "", [(source === 0 ? "repeats the article" : "repeats comment " + source) + " · " + format(alike * 100) + " % alike", "Enter or click goes there"],
      { jump: { document: source, start: from, end: to } });
  }
  for (const [start, end, number, facts] of found.marks) {
    add(start, end, "more", "more-" + number, [data.more[number], facts]);
  }
  for (const echo of (data.echoed[at] || new Map()).values()) {
    add(echo.start, echo.end, "echoed", "", ["repeated by " + (echo.by.length === 1 ? "comment " : "comments ") + echo.by.slice(0, 12).join(", ")
      + (echo.by.length > 12 ? " and " + (echo.by.length - 12) + " more" : ""), "Enter or click goes there"], { jump: echo.jump });
  }
  return items;
}

const CLASS = { quotation: "quotation", source: "source", cue: "cue", actor: "actor", expression: "expression", echo: "echo", echoed: "echoed", more: "more" };

function annotated(text, from, to, items, place) {
  const borders = new Set([from, to]);
  for (const item of items) {
    borders.add(Math.max(from, item.start));
    borders.add(Math.min(to, item.end));
  }
  const cuts = Array.from(borders).sort((a, b) => a - b);
  const starting = items.slice().sort((a, b) => a.start - b.start || a.id - b.id);
  const parts = [];
  let active = [];
  let next = 0;
  for (let i = 0; i + 1 < cuts.length; i++) {
    const at = cuts[i];
    active = active.filter((item) => item.end > at);
    while (next < starting.length && starting[next].start <= at) active.push(starting[next++]);
    const piece = text.slice(at, cuts[i + 1]);
    if (active.length === 0) {
      parts.push(...visible(piece));
      continue;
    }
    const classes = new Set(["a"]);
    for (const item of active) {
      if (CLASS[item.type]) classes.add(CLASS[item.type]);
      if (item.kind && (item.type === "quotation" || item.type === "tone" || item.type === "more")) classes.add(item.kind);
    }
    const first = active.some((item) => Math.max(item.start, from) === at && item.type !== "tone");
    parts.push(node("span", {
      class: Array.from(classes).join(" "), "data-items": active.map((item) => item.id).join(" "), "data-place": place,
      tabindex: first ? "0" : null,
    }, piece));
  }
  return parts;
}

function blocks(data, at, items, single) {
  const found = data.documents[at];
  const list = found.blocks.length > 0 ? found.blocks : [["PARAGRAPH", 0, found.text.length]];
  const inBlock = list.map(() => []);
  for (const item of items) {
    let low = 0;
    let high = list.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if (list[middle][2] <= item.start) low = middle + 1;
      else high = middle;
    }
    for (let i = low; i < list.length && list[i][1] < item.end; i++) inBlock[i].push(item);
  }
  return list.map(([kind, from, to], i) => {
    const tag = kind === "HEADING" ? "h3" : kind === "QUOTATION" ? "blockquote" : "p";
    return node(single && tag === "h3" ? "p" : tag, { dir: "auto" }, annotated(found.text, from, to, inBlock[i], String(at)));
  });
}

const tip = $("tip");

function showTip(target, items) {
  tip.replaceChildren();
  const ids = target.dataset.items.split(" ").map(Number);
  for (const item of ids.map((id) => items[id])) {
    if (!item || (item.type === "tone" && $("reader").classList.contains("no-tone") && ids.length > 3)) continue;
    const [head, ...rest] = item.tip.filter((line) => line);
    tip.append(node("p", {}, node("b", {}, isolated(head)), rest.length > 0 ? isolated(rest.join(" · "), { class: "faint" }) : null));
  }
  tip.hidden = tip.childElementCount === 0;
  const box = target.getClientRects()[0] || target.getBoundingClientRect();
  const left = Math.max(8, Math.min(box.left, document.documentElement.clientWidth - tip.offsetWidth - 8));
  const below = box.bottom + 6 + tip.offsetHeight < innerHeight;
  tip.style.left = left + scrollX + "px";
  tip.style.top = (below ? box.bottom + 6 : Math.max(4, box.top - tip.offsetHeight - 6)) + scrollY + "px";
  target.setAttribute("aria-describedby", "tip");
}

function hideTip() {
  tip.hidden = true;
}
