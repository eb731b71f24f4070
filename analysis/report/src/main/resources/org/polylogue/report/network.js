const WIDE = 200;
const NARROW = 40;
const HEAVY = 25;
const FAR = 2.399963; // the golden angle, which spreads points evenly

// A layout by forces (Fruchterman and Reingold 1991) where hubs pull less (Jacomy et al. 2014), the same at every opening.
function placed(nodes, links, sizes, width, height) {
  const k = 0.75 * Math.sqrt(width * height / nodes.length);
  const x = nodes.map((_, i) => width / 2 + k * Math.sqrt(i) * Math.cos(i * FAR));
  const y = nodes.map((_, i) => height / 2 + k * Math.sqrt(i) * Math.sin(i * FAR));
  const at = new Map(nodes.map((node, i) => [node, i]));
  const pairs = links.map((link) => [at.get(link[0]), at.get(link[1])]);
  const degree = nodes.map(() => 1);
  for (const [i, j] of pairs) { degree[i]++; degree[j]++; }
  const steps = 240;
  for (let step = 0; step < steps; step++) {
    const dx = x.map((value) => (width / 2 - value) * k / width);
    const dy = y.map((value) => (height / 2 - value) * k / height);
    for (let i = 0; i < nodes.length; i++) {
      for (let j = 0; j < i; j++) {
        const fx = x[i] - x[j];
        const fy = y[i] - y[j];
        const force = k * k / Math.max(1, fx * fx + fy * fy);
        dx[i] += fx * force; dy[i] += fy * force;
        dx[j] -= fx * force; dy[j] -= fy * force;
      }
    }
    for (const [i, j] of pairs) {
      const fx = x[i] - x[j];
      const fy = y[i] - y[j];
      const force = Math.hypot(fx, fy) / k;
      dx[i] -= fx * force / Math.sqrt(degree[i]); dy[i] -= fy * force / Math.sqrt(degree[i]);
      dx[j] += fx * force / Math.sqrt(degree[j]); dy[j] += fy * force / Math.sqrt(degree[j]);
    }
    const most = Math.max(width, height) / 8 * (1 - step / steps);
    for (let i = 0; i < nodes.length; i++) {
      const far = Math.hypot(dx[i], dy[i]) || 1;
      x[i] += dx[i] / far * Math.min(far, most);
      y[i] += dy[i] / far * Math.min(far, most);
    }
  }
  const room = Math.min(1, .3 + nodes.length / 40);
  const spread = [spaced(x, width, room), spaced(y, height, room)];
  apart(spread, sizes, width, height);
  return spread;
}

// Hubs draw a layout together: of each coordinate most is its rank, so that the whole room is used.
function spaced(values, length, room) {
  const order = values.map((_, i) => i).sort((a, b) => values[a] - values[b] || a - b);
  const low = values[order[0]];
  const spread = values[order[order.length - 1]] - low || 1;
  const places = [];
  order.forEach((i, rank) => {
    const place = order.length === 1 ? .5 : .25 * (values[i] - low) / spread + .75 * rank / (order.length - 1);
    places[i] = length / 2 + (place - .5) * (length - 44) * room;
  });
  return places;
}

// No node lies on another.
function apart([x, y], sizes, width, height) {
  for (let step = 0; step < 30; step++) {
    for (let i = 0; i < x.length; i++) {
      for (let j = 0; j < i; j++) {
        const fx = x[i] - x[j] || .01;
        const fy = y[i] - y[j];
        const far = Math.hypot(fx, fy);
        const push = (sizes[i] / 2 + sizes[j] / 2 + 4 - far) / 2;
        if (push > 0) {
          x[i] += fx / far * push; y[i] += fy / far * push;
          x[j] -= fx / far * push; y[j] -= fy / far * push;
        }
      }
    }
    for (let i = 0; i < x.length; i++) {
      x[i] = Math.min(width - 16, Math.max(16, x[i]));
      y[i] = Math.min(height - 18, Math.max(18, y[i]));
    }
  }
}

// Where names stand: heavy nodes choose first, beside, over or under themselves; a light one that finds no free place has
// no name. Names of the heaviest may stand farther off and over light nodes, and if need be over others.
function labelled(names, x, y, sizes, fonts, width, height) {
  const pen = document.createElement("canvas").getContext("2d");
  const nodes = names.map((_, i) => [x[i] - sizes[i] / 2, y[i] - sizes[i] / 2, x[i] + sizes[i] / 2, y[i] + sizes[i] / 2]);
  const taken = [];
  const free = (box, other) => other[2] <= box[0] || box[2] <= other[0] || other[3] <= box[1] || box[3] <= other[1];
  const inside = (box) => box[0] >= 0 && box[1] >= 0 && box[2] <= width && box[3] <= height;
  return names.map((name, i) => {
    pen.font = (i < HEAVY ? "bold " : "") + fonts[i] + "px system-ui, sans-serif";
    const w = pen.measureText(name).width + 4;
    const h = fonts[i] + 4;
    const at = (cx, cy) => [cx - w / 2, cy - h / 2, cx + w / 2, cy + h / 2];
    const boxes = [];
    for (let off = sizes[i] / 2 + 3; off < sizes[i] / 2 + (i < HEAVY ? 45 : 4); off += 10) {
      for (const [right, down] of i < HEAVY ? [[1, 0], [-1, 0], [0, -1], [0, 1], [1, -1], [-1, -1], [1, 1], [-1, 1]] : [[1, 0], [-1, 0], [0, -1], [0, 1]]) {
        boxes.push(at(x[i] + right * (off + w / 2), y[i] + down * (off + h / 2)));
      }
    }
    const apart = boxes.filter((box) => inside(box) && taken.every((other) => free(box, other)));
    const avoided = i < HEAVY ? nodes.slice(0, HEAVY) : nodes;
    const box = apart.find((one) => avoided.every((other, j) => j === i || free(one, other))) || (i < HEAVY ? apart[0] : undefined);
    if (!box) return null;
    taken.push(box);
    return [box[0] - nodes[i][0] + 2, box[1] - nodes[i][1] + 2];
  });
}

function networkFigure() {
  const section = $("network");
  const rows = summary.links.map((link) => [summary.nodes[link[0]], summary.nodes[link[1]], link[2], link[3]]);
  const weight = summary.nodes.map(() => 0);
  for (const link of summary.links) { weight[link[0]] += link[2]; weight[link[1]] += link[2]; }
  const heaviest = summary.nodes.map((_, i) => i).sort((a, b) => weight[b] - weight[a] || a - b);
  let most = Math.min(heaviest.length, innerWidth < 640 ? NARROW : WIDE);
  let found = null;
  let shown = [];
  let links = [];
  const tools = node("div", { class: "tools" });
  const status = node("p", { class: "faint", role: "status" });
  section.append(tools, status);
  const colour = (tone) => tone === null ? css("--neither") : tone < 0 ? css("--against") : css("--for");
  const told = (link) => summary.nodes[link[0]] + " about " + summary.nodes[link[1]] + ": " + plural(link[2], "mention") + (link[3] === null ? "" : ", tone " + signed(link[3]));

  function choose() {
    const near = new Set(found === null ? heaviest.slice(0, most) : [found]);
    if (found !== null) for (const link of summary.links) if (link[0] === found || link[1] === found) { near.add(link[0]); near.add(link[1]); }
    links = summary.links.filter((link) => found === null ? near.has(link[0]) && near.has(link[1]) : link[0] === found || link[1] === found);
    const tied = new Set(links.flatMap((link) => [link[0], link[1]]));
    shown = heaviest.filter((i) => tied.has(i));
    if (found !== null) shown = [found].concat(shown.filter((i) => i !== found));
    status.textContent = found === null
      ? "The " + plural(shown.length, "actor") + " who are in most links, of " + format(heaviest.length) + "; names that would lie over others are left out"
      : summary.nodes[found] + " and " + plural(shown.length - 1, "actor") + " in a link with this one";
  }
  choose();

  const ties = figure(section, "Speakers and the actors they name in quotations",
    plural(summary.links.length, "strongest link") + " of " + format(summary.allLinks) + "; blue where the tone towards the actor is positive, orange and dashed where negative, grey where none was found; a click on a node shows its links, on a link its sentences",
    ["Speaker", "About", "Times", "Tone towards"], rows, () => {
      const width = ties.chart.clientWidth || 640;
      const height = ties.chart.clientHeight || 640;
      const top = weight[shown[0]] || 1;
      const narrow = width < 640;
      const sizes = shown.map((i) => 5 + (narrow ? 17 : 25) * Math.sqrt(weight[i] / top));
      const [x, y] = placed(shown, links, sizes, width, height);
      const fonts = shown.map((i, at) => at < HEAVY ? (narrow ? 12 : 14) : 11);
      const names = shown.map((i) => plain(summary.nodes[i], narrow ? 20 : 30));
      const places = labelled(names, x, y, sizes, fonts, width, height);
      return {
        series: [{ type: "graph", layout: "none", roam: false, left: 0, right: 0, top: 0, bottom: 0, edgeSymbol: ["none", "arrow"], edgeSymbolSize: narrow ? 4 : 6,
          // the corners hold the scale, so that a point is a pixel
          data: shown.map((i, at) => ({ id: String(i), name: names[at], x: x[at], y: y[at], symbolSize: sizes[at], itemStyle: { color: css("--purple"), borderColor: css("--page"), borderWidth: 1 },
            label: { show: places[at] !== null, position: places[at] || "right", fontSize: fonts[at], fontWeight: at < HEAVY ? "bold" : "normal", color: css("--ink"), textBorderColor: css("--panel"), textBorderWidth: 3 } }))
            .concat([[0, 0], [width, height]].map(([cx, cy], at) => ({ id: "corner-" + at, name: "", x: cx, y: cy, symbolSize: 0, silent: true, label: { show: false } }))),
          links: links.map((link) => ({ source: String(link[0]), target: String(link[1]), value: link[2], link,
            lineStyle: { color: colour(link[3]), type: link[3] !== null && link[3] < 0 ? "dashed" : "solid", width: Math.min(narrow ? 3 : 6, .6 + Math.sqrt(link[2]) / 2), curveness: .15, opacity: found === null ? .45 : .8 } })),
          emphasis: { focus: "adjacency", label: { show: true }, lineStyle: { opacity: 1 } } }],
        tooltip: { renderMode: "richText", confine: true, backgroundColor: css("--page"), borderColor: css("--faint"), textStyle: { color: css("--ink") },
          formatter: (item) => item.dataType === "edge" ? plain(told(item.data.link), 120) : plain(summary.nodes[+item.data.id], 60) + ", " + plural(weight[+item.data.id], "mention") + " in links" },
      };
    }, innerWidth < 640 ? 520 : 760);
  if (!ties) return;
  const more = node("div", { id: "ties" });
  section.append(more);

  async function sentences(link, box) {
    box.replaceChildren(node("p", { class: "faint" }, "Reading …"));
    const [from, to] = [summary.nodeIds[link[0]], summary.nodeIds[link[1]]];
    const list = [];
    try {
      for (const index of link[4]) {
        const row = await articleAt(index);
        const data = row.readable ? await unpack(index) : null;
        if (!data) continue;
        const id = (actor) => data.actors[actor]?.[2];
        for (const document of data.documents) {
          for (const quotation of document.quotations) {
            const parts = segments(quotation.content);
            if (id(quotation.actor) === from && document.mentions.some((m) => id(m[4] >= 0 ? m[4] : m[2]) === to && parts.some(([start, end]) => start <= m[0] && m[0] < end))) {
              list.push([index, parts.map(([start, end]) => document.text.slice(start, end)).join(" … ")]);
            }
          }
        }
      }
      const articles = await articlesAt(list.map((one) => one[0]));
      box.replaceChildren(list.length === 0 ? node("p", { class: "faint" }, "Their articles are not in this report.") : excerpts(null, list, articles));
    } catch (error) {
      box.replaceChildren(node("p", { class: "notice" }, "These sentences cannot be read: " + error.message));
    }
  }

  function tie(link, opened) {
    const box = node("div", {});
    const item = node("details", { on: { toggle: () => { if (item.open && !box.firstChild) sentences(link, box); } } }, node("summary", { dir: "auto" }, told(link)), box);
    item.open = opened;
    return item;
  }

  function listed(only) {
    const title = only ? told(only).split(":")[0] : found === null ? null : "Links of " + summary.nodes[found];
    more.replaceChildren(...(title === null ? [] : [node("h3", { dir: "auto" }, title),
      !only && summary.people.some((person) => person.name === summary.nodes[found]) ? node("p", {}, node("a", { href: "#actor-" + summary.people.findIndex((person) => person.name === summary.nodes[found]) }, "The page of this actor")) : null,
      ...(only ? [only] : links).map((link) => tie(link, only === link))].filter((part) => part)));
  }

  function show(index) {
    found = index;
    choose();
    back.hidden = found === null;
    find.value = found === null ? "" : summary.nodes[found];
    slider.disabled = found !== null;
    if (ties.instance) draw(ties);
    listed(null);
  }

  const slider = node("input", { type: "range", id: "most", min: Math.min(5, heaviest.length), max: heaviest.length, value: most, "aria-label": "How many actors", on: { input: () => { most = Number(slider.value); choose(); if (ties.instance) draw(ties); } } });
  const find = node("input", { type: "search", id: "find-node", list: "network-names", placeholder: "Find an actor", "aria-label": "Find an actor in the network" });
  find.addEventListener("change", () => {
    const asked = find.value.trim().toLowerCase();
    const lower = summary.nodes.map((name) => name.toLowerCase());
    const hit = asked === "" ? -1 : [lower.indexOf(asked), ...heaviest.filter((i) => lower[i].includes(asked))].find((i) => i >= 0) ?? -1;
    if (asked !== "" && hit < 0) status.textContent = "Nobody in this network is called " + find.value;
    else show(asked === "" ? null : hit);
  });
  const back = node("button", { type: "button", hidden: true, on: { click: () => show(null) } }, "All actors");
  tools.append(node("label", {}, "Actors", slider), find, back, node("datalist", { id: "network-names" }, heaviest.map((i) => option(summary.nodes[i]))));
  ties.click = (event) => {
    if (event.dataType === "edge") listed(event.data.link);
    else if (/^\d+$/.test(event.data.id)) show(Number(event.data.id));
  };
}
