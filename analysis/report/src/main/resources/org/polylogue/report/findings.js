const MEASURES = {
  QUOTATIONS: "quotations by article", WORDS: "quoted words by article", MENTIONS: "mentions of actors by article",
  TONE: "mean tone of sentences", STANCE: "comments for less against their article",
};
const LISTED = 24;
const SOURCE_FACTS = { actor: "speaker", type: "type", gender: "gender" };

// As if a person had typed it.
function typed(id, text, section) {
  $(id).value = text;
  $(id).dispatchEvent(new Event("input"));
  $(section).scrollIntoView();
}

function chooser(label, choices, change) {
  return node("label", {}, label, node("select", { on: { change: (event) => change(event.target.value) } },
    Object.entries(choices).map(([value, text]) => option(value, text))));
}

// A figure whose content depends on a choice: it is made anew.
function choosable(section, label, choices, make) {
  const box = node("div", {});
  const change = (value) => {
    for (let i = drawn.length - 1; i >= 0; i--) if (box.contains(drawn[i].chart)) {
      if (drawn[i].instance) drawn[i].instance.dispose();
      seen.unobserve(drawn[i].chart);
      drawn.splice(i, 1);
    }
    box.replaceChildren();
    const entry = make(box, value);
    if (entry) seen.observe(entry.chart);
  };
  section.append(node("div", { class: "tools" }, chooser(label, choices, change)), box);
  change(Object.keys(choices)[0]);
}

function whiskers(rows, low, high) {
  return { type: "custom", name: "95 % interval", data: rows.map((row, i) => [row[low], row[high], i]).filter((row) => row[0] !== null), encode: { x: [0, 1], y: 2 }, z: 5,
    renderItem: (params, api) => {
      const from = api.coord([api.value(0), api.value(2)]);
      const to = api.coord([api.value(1), api.value(2)]);
      return { type: "line", shape: { x1: from[0], y1: from[1], x2: to[0], y2: to[1] }, style: { stroke: css("--ink"), lineWidth: 2 } };
    } };
}

function sourceFigures() {
  const section = node("div", {});
  $("sources").append(section);
  const given = Object.keys(summary.sources.attributes).filter((name) => !(name in SOURCE_FACTS));
  const facts = Object.assign({}, SOURCE_FACTS, Object.fromEntries(given.map((name) => [name, name])));
  choosable(section, "Sources by", facts, (box, by) => {
    const rows = given.includes(by) ? summary.sources.attributes[by] : summary.sources[by];
    const top = rows.slice(0, 15);
    const entry = figure(box, "Share of all words quoted in articles, by " + facts[by],
      "with 95 % intervals over articles, from five articles on; those who are no actor, or of whom it is not known, stand in brackets",
      ["Source", "Quotations", "Direct", "Mixed", "Indirect", "Block", "Words", "Articles", "Share of words", "From", "To"], rows.map((row) => row.slice(1)), () => ({
        yAxis: names(top.map((row) => row[1])), xAxis: axis({ type: "value", min: 0 }),
        series: [{ type: "bar", name: "share of words", barMaxWidth: 18, data: top.map((row) => row[9]), itemStyle: { color: css("--for") } }, whiskers(top, 10, 11)],
      }), heightFor(top.length));
    if (entry) entry.click = (event) => by === "actor" ? openActor(top[event.dataIndex][1]) : typed("find-actor", words(top[event.dataIndex][1]), "people");
    return entry;
  });
}

function timeFigures() {
  const time = summary.time;
  if (time.periods.length === 0) {
    $("time").append(node("p", { class: "faint" }, "No article has a day of publication."));
    return;
  }
  const section = node("div", {});
  $("time").append(section);
  const labels = time.periods.map((row) => row[0]);
  choosable(section, "Measure", MEASURES, (box, measure) => {
    const rows = time.measures[measure];
    const marks = time.events.filter((event) => labels.includes(event[0]));
    const line = figure(box, "By " + words(time.period) + ": " + MEASURES[measure],
      "the band is the 95 % interval over articles, from five articles on" + (time.undated > 0 ? "; " + plural(time.undated, "article") + " without a day left out" : ""),
      ["Period", "Articles", "Value", "From", "To", "Events"], rows.map((row, i) => [labels[i], time.periods[i][1], row[0], row[1], row[2],
        marks.filter((event) => event[0] === labels[i]).map((event) => event[1] + " " + event[2]).join("; ")]), () => ({
        grid: { left: 28, right: 28, top: 44, bottom: 12, containLabel: true },
        tooltip: { trigger: "axis", renderMode: "richText", confine: true, backgroundColor: css("--page"), borderColor: css("--faint"), textStyle: { color: css("--ink") },
          formatter: (items) => { const i = items[0].dataIndex; const row = rows[i]; return labels[i] + "\n" + plural(time.periods[i][1], "article") + (row[0] === null ? "" : "\n" + format(row[0], 3) + (row[1] === null ? "" : " (" + format(row[1], 3) + " to " + format(row[2], 3) + ")")); } },
        xAxis: axis({ type: "category", data: labels }), yAxis: axis({ type: "value", scale: measure === "TONE" || measure === "STANCE" }),
        series: [
          { type: "custom", name: "interval", silent: true, data: rows.map((row, i) => [i, row[1], row[2]]).filter((row) => row[1] !== null), encode: { x: 0, y: [1, 2] },
            renderItem: (params, api) => {
              const low = api.coord([api.value(0), api.value(1)]);
              const high = api.coord([api.value(0), api.value(2)]);
              return { type: "rect", shape: { x: low[0] - 6, y: high[1], width: 12, height: low[1] - high[1] }, style: { fill: css("--for"), opacity: .25 } };
            } },
          { type: "line", name: MEASURES[measure], data: rows.map((row) => row[0]), connectNulls: false, symbolSize: 7, itemStyle: { color: css("--for") }, lineStyle: { color: css("--for"), width: 2 },
            markLine: { symbol: "none", silent: true, lineStyle: { color: css("--against"), type: "dashed" },
              label: { formatter: (item) => plain(item.name, 18), color: css("--ink"), rotate: 0 }, data: marks.map((event) => ({ name: event[2], xAxis: event[0] })) } },
        ],
      }), 340);
    if (line && time.period !== "WEEK") line.click = (event) => typed("search", labels[event.dataIndex], "articles");
    return line;
  });
}

function outletFigures() {
  if (summary.outlets.length === 0) {
    $("outlets").append(node("p", { class: "faint" }, "No article names its outlet."));
    return;
  }
  const sourcesOf = (outlet) => summary.sources.outlet.filter((row) => row[0] === outlet && !row[1].startsWith("(")).slice(0, 3)
    .map((row) => row[1] + " " + format(100 * row[9]) + " %").join("; ");
  const female = (outlet) => { const row = summary.sources.outletGender.find((one) => one[0] === outlet && one[1] === "female"); return row ? row[9] : null; };
  const rows = summary.outlets.slice(0, 50).map(([outlet, articles, quotations, comments, tone, agreeing, against]) =>
    [outlet, articles, quotations / articles, female(outlet), tone, comments / articles, agreeing, against, sourcesOf(outlet)]);
  $("outlets").append(table(["Outlet", "Articles", "Quotations by article", "Words of women, share", "Tone of authors", "Comments by article", "Comments for", "Against", "Words of the most quoted"], rows));
}

function openActor(name) {
  const at = summary.people.findIndex((person) => person.name === name);
  if (at >= 0) location.hash = "#actor-" + at;
}

function actorList() {
  const search = node("input", { type: "search", id: "find-actor", placeholder: "Names, or a fact such as female", "aria-label": "Search actors" });
  const list = node("ul", { class: "list columns-list", id: "actor-list" });
  const status = node("p", { class: "faint", role: "status" });
  function fill() {
    const asked = search.value.toLowerCase();
    const kept = summary.people.map((person, i) => [person, i]).filter(([person]) => [person.name].concat(person.aliases).some((name) => name.toLowerCase().includes(asked))
      || [person.type].concat(Object.values(person.attributes)).some((fact) => words(fact) === asked));
    status.textContent = plural(kept.length, "actor") + " with a page, of " + format(summary.allPeople) + " in all" + (kept.length > LISTED ? "; the first " + LISTED + " are listed" : "");
    list.replaceChildren(...kept.slice(0, LISTED).map(([person, i]) => node("li", {}, node("a", { href: "#actor-" + i, dir: "auto" }, person.name),
      node("div", { class: "facts" }, node("span", {}, words(person.type)), node("span", {}, plural(person.mentions, "mention")), node("span", {}, plural(person.articleCount, "article"))))));
  }
  search.addEventListener("input", fill);
  $("people").append(node("div", { class: "tools" }, search), status, list);
  fill();
}

function excerpts(title, rows, articles) {
  if (rows.length === 0) return null;
  return node("div", {}, title === null ? null : node("h3", {}, title), node("ul", { class: "list" }, rows.map(([at, text]) => node("li", {},
    node("span", { dir: "auto" }, text), node("div", { class: "facts" }, node("a", { href: "#article-" + at, dir: "auto" }, articles.get(at).title))))));
}

async function actorPage(index) {
  const reader = $("reader");
  const person = summary.people[index];
  $("report").hidden = true;
  reader.hidden = false;
  open = null;
  if (!person) {
    reader.replaceChildren(node("p", { class: "notice" }, "There is no such actor."), back());
    return;
  }
  const asked = location.hash;
  let articles = null;
  try {
    articles = await articlesAt([...person.articles, ...person.said.map((row) => row[0]), ...person.about.map((row) => row[0])]);
  } catch (error) {
    reader.replaceChildren(node("p", { class: "notice" }, "This actor's articles could not be listed (" + error.message + ")."), back());
    return;
  }
  if (location.hash !== asked) return;
  const facts = [words(person.type)].concat(Object.entries(person.attributes).map(([name, value]) => name + ": " + value));
  const kinds = ["direct", "indirect", "mixed", "block"];
  const quoted = person.kinds.reduce((a, b) => a + b, 0);
  const voices = { author: "authors of articles and comments", source: "sources", commenter: "commenters" };
  reader.replaceChildren(...[
    node("div", { class: "tools" }, node("button", { type: "button", on: { click: () => { location.hash = "#people"; } } }, "← All actors")),
    node("h2", { tabindex: "-1", id: "reader-title", dir: "auto" }, person.name),
    node("p", { class: "facts" }, facts.map((fact) => isolated(fact))),
    person.aliases.length > 1 ? node("p", {}, "Also: ", isolated(person.aliases.filter((name) => name !== person.name).join("; "))) : null,
    node("ul", { class: "cards" }, [["mentions", format(person.mentions)], ["articles", format(person.articleCount)], ["quotations", format(quoted)],
      person.first ? ["first seen", person.first] : null, person.last ? ["last seen", person.last] : null].filter((card) => card)
      .map(([name, value]) => node("li", {}, node("b", {}, value), node("span", {}, name)))),
    quoted > 0 ? node("p", {}, "Quotations: " + person.kinds.map((count, i) => [count, kinds[i]]).filter((row) => row[0] > 0).map((row) => format(row[0]) + " " + row[1]).join(", ") + ".") : null,
    Object.keys(person.tones).length > 0 ? node("div", {}, node("h3", {}, "Tone towards this actor, by voice"),
      table(["Voice", "Mean tone", "Tones"], Object.entries(person.tones).map(([voice, tone]) => [voices[voice] || voice, tone[0], tone[1]]))) : null,
    person.sides[0] + person.sides[1] + person.sides[2] > 0 ? node("div", {}, node("h3", {}, "Sides of readers"),
      table(["For", "Against", "Neither"], [person.sides])) : null,
    excerpts("Said by", person.said, articles), excerpts("Said about", person.about, articles),
    node("h3", {}, "Articles" + (person.articleCount > person.articles.length ? " (the first " + person.articles.length + ")" : "")),
    node("ul", { class: "list" }, person.articles.map((at) => node("li", {}, node("a", { href: "#article-" + at, dir: "auto" }, articles.get(at).title)))),
  ].filter((part) => part));
  scrollTo(0, 0);
  $("reader-title").focus({ preventScroll: true });
}

const segments = (content) => content.filter((_, i) => i % 2 === 0).map((start, i) => [start, content[2 * i + 1]]);

// Texts lie packed; a search unpacks one article after the other and can be stopped.
let searchTexts = null;

function textSearch() {
  const input = node("input", { type: "search", placeholder: "Words in quotations, articles and comments", "aria-label": "Search quotations, articles and comments" });
  const where = node("select", { "aria-label": "Where" }, option("quotations", "quotations in articles"), option("articles", "articles"), option("comments", "comments"));
  const go = node("button", { type: "submit" }, "Search");
  const status = node("p", { class: "faint", role: "status" });
  const list = node("ul", { class: "list" });
  let run = 0;
  async function search() {
    const mine = ++run;
    const asked = input.value.toLowerCase().split(/\s+/).filter((word) => word);
    list.replaceChildren();
    if (asked.length === 0) return;
    let found = 0;
    for (let index = 0; index < count && found < 200; index++) {
      if (index % 20 === 0) status.textContent = "Searching, " + format(index) + " of " + plural(count, "article") + " …";
      let row = null;
      let data = null;
      try {
        row = await articleAt(index);
        data = row.readable ? await unpack(index) : null;
      } catch (error) {
        status.textContent = "The search ended at article " + format(index) + ": " + error.message;
        return;
      }
      if (mine !== run) return;
      if (data === null) continue;
      const texts = where.value === "articles"
        ? data.documents[0].blocks.map(([, start, end]) => ["", data.documents[0].text.slice(start, end)])
        : where.value === "comments" ? data.documents.slice(1).map((document) => [document.author || "a commenter", document.text])
        : data.documents[0].quotations.map((quotation) => [quotation.speaker, segments(quotation.content).map(([start, end]) => data.documents[0].text.slice(start, end)).join(" … ")]);
      for (const [who, text] of texts) {
        const lower = text.toLowerCase();
        if (found < 200 && asked.every((word) => lower.includes(word))) {
          found++;
          list.append(node("li", {}, node("b", { dir: "auto" }, who), " ", node("span", { dir: "auto" }, text.length > 400 ? text.slice(0, 400) + "…" : text),
            node("div", { class: "facts" }, node("a", { href: "#article-" + index, dir: "auto" }, row.title))));
        }
      }
    }
    status.textContent = found === 200 ? "The first 200 are shown" : plural(found, "place");
  }
  searchTexts = (word, place) => {
    input.value = word;
    where.value = place;
    $("find").scrollIntoView();
    search();
  };
  $("find").append(node("form", { class: "tools", on: { submit: (event) => { event.preventDefault(); search(); } } }, input, where, go), status, list);
}
