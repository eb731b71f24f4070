const drawn = [];
const css = (name) => getComputedStyle(document.documentElement).getPropertyValue(name).trim();

function figure(section, title, note, columns, rows, option, height) {
  if (rows.length === 0) {
    section.append(node("p", { class: "faint" }, title + ": nothing was found to show."));
    return null;
  }
  const chart = node("div", { class: "chart", role: "img", "aria-label": title + "; the table below has the same figures" });
  if (height) chart.style.height = height + "px";
  section.append(node("figure", {}, node("figcaption", {}, title, note ? node("small", {}, note) : null), chart,
    node("details", {}, node("summary", {}, "As a table"), table(columns, rows))));
  const entry = { chart, option, instance: null };
  drawn.push(entry);
  return entry;
}

// Charts are drawn when they come into sight; each resizes with its box.
const seen = new IntersectionObserver((entries) => {
  for (const entry of entries) {
    if (entry.isIntersecting) {
      const figure = drawn.find((one) => one.chart === entry.target);
      seen.unobserve(entry.target);
      draw(figure);
    }
  }
}, { rootMargin: "300px" });
const resized = new ResizeObserver((entries) => {
  for (const entry of entries) {
    const figure = drawn.find((one) => one.chart === entry.target);
    if (figure && figure.instance && entry.contentRect.width > 0 && !matchMedia("print").matches) {
      figure.instance.resize();
      scalable(figure);
    }
  }
});

// On paper a chart is scaled to its card, which it can be only by a view box.
function scalable(figure) {
  const svg = figure.chart.querySelector("svg");
  if (svg) svg.setAttribute("viewBox", "0 0 " + figure.instance.getWidth() + " " + figure.instance.getHeight());
}

// Wide figures, and those of a phone, are drawn anew for paper, so that their letters keep their size.
const PAPER = 700;
function toPaper() {
  for (const figure of drawn) {
    if (figure.chart.clientWidth > PAPER || figure.chart.clientWidth < PAPER / 2) figure.chart.style.width = PAPER + "px";
    if (!figure.instance || figure.chart.style.width) draw(figure);
  }
}

function fromPaper() {
  for (const figure of drawn) {
    if (figure.chart.style.width) {
      figure.chart.style.width = "";
      draw(figure);
    }
  }
}

function draw(figure) {
  if (figure.instance) figure.instance.dispose();
  figure.instance = echarts.init(figure.chart, null, { renderer: "svg" });
  figure.instance.setOption(Object.assign({
    animation: false,
    textStyle: { color: css("--ink"), fontFamily: "system-ui, sans-serif" },
    tooltip: { renderMode: "richText", confine: true, backgroundColor: css("--page"), borderColor: css("--faint"), textStyle: { color: css("--ink") } },
    grid: { left: 28, right: 28, top: 12, bottom: 12, containLabel: true },
  }, figure.option()));
  if (figure.click) figure.instance.on("click", figure.click);
  scalable(figure);
  resized.observe(figure.chart);
}

function redraw() {
  for (const figure of drawn) if (figure.instance) draw(figure);
}

const axis = (extra) => Object.assign({
  axisLabel: { color: css("--ink") }, axisLine: { lineStyle: { color: css("--faint") } }, nameTextStyle: { color: css("--faint") },
  splitLine: { lineStyle: { color: css("--line") } },
}, extra);
const names = (values) => axis({
  type: "category", data: values.map((value) => plain(value, innerWidth < 640 ? 16 : 28)), inverse: true, axisTick: { show: false }, splitLine: { show: false },
});
const legend = () => ({ top: 0, textStyle: { color: css("--ink") }, inactiveColor: css("--neither") });
const pattern = (shape, rotation) => ({ symbol: "rect", dashArrayX: shape, dashArrayY: [2, 4], rotation: rotation, color: "rgba(255,255,255,.35)" });

// Blue is positive, orange negative, as for every figure here; grey says that no tone was found.
function toneColour(tone) {
  if (tone === null) return css("--neither");
  const strength = Math.min(1, Math.abs(tone) * 1.6 + 0.15);
  return echarts.color.modifyAlpha(tone < 0 ? css("--against") : css("--for"), strength);
}

function bars(labels, series) {
  return {
    legend: legend(), grid: { left: 28, right: 28, top: 36, bottom: 12, containLabel: true }, yAxis: names(labels), xAxis: axis({ type: "value", minInterval: 1 }),
    series: series.map((one) => ({
      name: one.name, type: "bar", stack: "all", data: one.data, barMaxWidth: 18,
      itemStyle: { color: one.colour, decal: one.decal },
    })),
  };
}

// Tones lie in -1..1; the axis shows as much of it, on both sides of 0, as the figure needs.
function toneAxis(values) {
  const most = Math.max(0.1, ...values.filter((value) => value !== null).map(Math.abs));
  const end = Math.min(1, Math.ceil(most * 10) / 10);
  return axis({ type: "value", min: -end, max: end });
}

const heightFor = (rows) => Math.max(150, 76 + rows * 24);

function sideSeries(rows, at) {
  return [
    { name: SIDE.FOR, data: rows.map((row) => at(row)[0]), colour: css("--for") },
    { name: SIDE.AGAINST, data: rows.map((row) => at(row)[1]), colour: css("--against"), decal: pattern([1, 0], Math.PI / 4) },
    { name: SIDE.NEITHER, data: rows.map((row) => at(row)[2]), colour: css("--neither") },
  ];
}

function voicesFigures() {
  const section = node("div", { class: "figures" });
  $("voices").append(section);
  const voices = summary.voices;
  const top = voices.slice(0, 15);
  const columns = ["Speaker", "Direct", "Indirect", "Mixed", "Block", "Articles", "Mean tone", "Tones"];
  const spoken = figure(section, "Quotations by speaker", format(summary.speakers) + " named speakers in articles; the table shows the first " + voices.length,
    columns, voices,
    () => bars(top.map((row) => row[0]), [
      { name: "direct", data: top.map((row) => row[1]), colour: css("--for") },
      { name: "block", data: top.map((row) => row[4]), colour: css("--blue"), decal: pattern([1, 0], 0) },
      { name: "mixed", data: top.map((row) => row[3]), colour: "#009e73", decal: pattern([1, 0], Math.PI / 4) },
      { name: "indirect", data: top.map((row) => row[2]), colour: css("--neither") },
    ]), heightFor(top.length));
  if (spoken) spoken.click = (event) => openActor(top[event.dataIndex][0]);
  const toned = top.filter((row) => row[6] !== null);
  figure(section, "Tone of what they say", "mean of the sentences in their voice, on a scale from −1 to +1; their number stands in the table",
    columns, toned, () => ({
      yAxis: names(toned.map((row) => row[0])), xAxis: toneAxis(toned.map((row) => row[6])),
      series: [{ name: "mean tone", type: "bar", barMaxWidth: 18, data: toned.map((row) => ({ value: row[6], itemStyle: { color: row[6] < 0 ? css("--against") : css("--for") } })) }],
    }), heightFor(toned.length));
  const unnamed = Object.entries(summary.unnamed);
  if (unnamed.length > 0) {
    $("voices").append(node("p", {}, "Quotations without a named speaker: " + unnamed.map(([why, count]) => why + " " + format(count)).join("; ") + "."));
  }
}

function toneFigure() {
  const section = node("div", { class: "figures" });
  $("tone").append(section);
  const rows = summary.tones;
  const wide = rows.some((row) => row[2] !== null);
  figure(section, "Mean tone and 95 % interval", wide ? "on a scale from −1 to +1; bootstrap over articles" : "no intervals: fewer than five articles",
    ["Voice", "Mean", "From", "To", "Sentences", "Articles"], rows, () => ({
      yAxis: names(rows.map((row) => row[0])), xAxis: toneAxis(rows.flatMap((row) => [row[1], row[2], row[3]])),
      series: [
        { type: "custom", name: "95 % interval", data: rows.map((row, i) => [row[2], row[3], i]).filter((row) => row[0] !== null), encode: { x: [0, 1], y: 2 },
          renderItem: (params, api) => {
            const from = api.coord([api.value(0), api.value(2)]);
            const to = api.coord([api.value(1), api.value(2)]);
            const line = (x1, y1, x2, y2) => ({ type: "line", shape: { x1, y1, x2, y2 }, style: { stroke: css("--ink"), lineWidth: 2 } });
            return { type: "group", children: [line(from[0], from[1], to[0], to[1]), line(from[0], from[1] - 7, from[0], from[1] + 7), line(to[0], to[1] - 7, to[0], to[1] + 7)] };
          } },
        { type: "scatter", name: "mean", symbolSize: 13, data: rows.map((row, i) => ({ value: [row[1], i], itemStyle: { color: row[1] < 0 ? css("--against") : css("--for") } })) },
      ],
    }), 220);
}

function stanceFigures(open) {
  const section = node("div", { class: "figures" });
  $("stance").append(section);
  const debated = summary.debated.map(([index, row]) => articleRow(row, index));
  const sidesOf = (one) => [one.sides.FOR, one.sides.AGAINST, one.sides.NEITHER];
  const byArticle = figure(section, "Comments towards their article", "the 15 articles with the most sides taken; a click opens one",
    ["Article", "For", "Against", "Neither"], debated.map((one) => [one.title].concat(sidesOf(one))),
    () => bars(debated.map((one) => one.title), sideSeries(debated, sidesOf)), heightFor(debated.length));
  if (byArticle) byArticle.click = (event) => open(debated[event.dataIndex].index);
  const actors = summary.actors.slice(0, 15);
  const sided = figure(section, "Comments towards actors", "", ["Actor", "For", "Against", "Neither"], summary.actors,
    () => bars(actors.map((row) => row[0]), sideSeries(actors, (row) => row.slice(1))), heightFor(actors.length));
  if (sided) sided.click = (event) => openActor(actors[event.dataIndex][0]);
  const replies = summary.replies;
  if (replies[0] + replies[1] + replies[2] > 0) {
    figure(section, "Replies towards the comment they answer", "", ["Side", "Replies"], [["agree", replies[0]], ["disagree", replies[1]], ["neither", replies[2]]],
      () => bars(["replies"], sideSeries([replies], (row) => row)), 170);
  }
  const labels = [SIDE.FOR, SIDE.AGAINST, SIDE.NEITHER];
  const scored = summary.scores.map((row, i) => [labels[i]].concat(row)).filter((row) => row[1] > 0);
  figure(section, "Votes by side towards the article", "5th, 25th, 50th, 75th and 95th percentile of the comments' scores",
    ["Side", "Comments", "5 %", "25 %", "Median", "75 %", "95 %"], scored, () => ({
      yAxis: names(scored.map((row) => row[0])), xAxis: axis({ type: "value" }),
      series: [{ type: "boxplot", name: "score", data: scored.map((row) => row.slice(2)), itemStyle: { color: css("--quote"), borderColor: css("--ink") } }],
    }), 240);
}

function threadFigures(open) {
  const section = node("div", { class: "figures" });
  $("threads").append(section);
  const threads = summary.threads.map(([index, row]) => articleRow(row, index));
  const columns = ["Article", "Comments", "Depth", "Widest level", "Answering the article"];
  const rows = threads.slice(0, 100)
    .map((one) => [one.title, one.comments, one.depth, one.width, one.roots]);
  const shapes = figure(section, "Length and depth of discussions", "one dot for each article" + (summary.threadCount > threads.length ? ", the " + format(threads.length) + " longest of " + format(summary.threadCount) : "") + ", larger where more replies are exchanged; a click opens it", columns, rows, () => ({
    xAxis: axis({ type: "log", name: "comments", nameLocation: "middle", nameGap: 26, min: 1 }), yAxis: axis({ type: "value", name: "longest chain of replies", nameLocation: "middle", nameGap: 30, minInterval: 1 }),
    grid: { left: 40, right: 28, top: 16, bottom: 36, containLabel: true },
    series: [{ type: "scatter", large: false, data: threads.map((one) => ({
      value: [one.comments, one.depth], name: plain(one.title, 60), symbolSize: 7 + 16 * (1 - one.roots / one.comments),
      itemStyle: { color: css("--for"), opacity: .55 } })), tooltip: { formatter: (item) => item.name + "\n" + item.value[0] + " comments, depth " + item.value[1] } }],
  }));
  if (shapes) shapes.click = (event) => open(threads[event.dataIndex].index);
}

function wordFigures() {
  const section = node("div", { class: "figures" });
  $("words").append(section);
  const side = (rows, title, colour, where) => {
    const top = rows.slice(0, 20);
    const marking = figure(section, title, "log-likelihood G²; the table adds the binary log ratio; a click searches the texts", ["Word", "G²", "Log ratio", "In articles", "In comments"], rows, () => ({
      yAxis: names(top.map((row) => row[0])), xAxis: axis({ type: "value" }),
      series: [{ type: "bar", name: "G²", data: top.map((row) => row[1]), barMaxWidth: 16, itemStyle: { color: css(colour) } }],
    }), heightFor(top.length));
    if (marking) marking.click = (event) => searchTexts(top[event.dataIndex][0], where);
  };
  side(summary.words[1], "Words that mark readers' comments", "--for", "comments");
  side(summary.words[0], "Words that mark articles", "--against", "articles");
}
