const PAGE_OF_ARTICLES = 25;

function overview() {
  const order = ["articles", "comments", "quotations", "marked expressions", "mentions of actors", "tones", "stances", "echoes"];
  $("overview").append(node("ul", { class: "cards" }, order.map((name) => node("li", {}, node("b", {}, format(summary.totals[name] || 0)), node("span", {}, name)))));
  const losses = [];
  const failed = summary.totals["documents failed"];
  if (failed > 0) losses.push(plural(failed, "document") + " failed");
  if (summary.totals["stances withheld"]) losses.push(plural(summary.totals["stances withheld"], "stance") + " withheld, since no side could be told");
  if (summary.totals["articles counted but not shown"]) losses.push(plural(summary.totals["articles counted but not shown"], "article") + " counted but too many to be read here");
  for (const [kind, count] of Object.entries(summary.mended)) losses.push(format(count) + " × " + words(kind) + " in comment threads, mended");
  $("overview").append(node("h3", {}, "Losses"), losses.length === 0 ? node("p", {}, "None: every document was read and analysed.") : node("ul", {}, losses.map((loss) => node("li", {}, loss))));
  if (summary.failures.length > 0) {
    $("overview").append(node("details", {}, node("summary", {}, "Documents that failed" + (failed > summary.failures.length ? " (the first " + summary.failures.length + ")" : "")),
      table(["Document", "Stage", "Cause"], summary.failures)));
  }
}

function sideBar(one) {
  const total = one.sides.FOR + one.sides.AGAINST + one.sides.NEITHER;
  if (total === 0) return null;
  const text = one.sides.FOR + " for, " + one.sides.AGAINST + " against, " + one.sides.NEITHER + " neither";
  const bar = node("span", { class: "sides", role: "img", "aria-label": text, title: text });
  for (const side of ["FOR", "AGAINST", "NEITHER"]) {
    const part = node("i", { class: side });
    part.style.width = (100 * one.sides[side]) / total + "%";
    bar.append(part);
  }
  return bar;
}

function articleList() {
  const search = node("input", { type: "search", id: "search", placeholder: "Words of a title, an outlet, a day", "aria-label": "Search titles and outlets" });
  const outlets = summary.outlets.map((row) => row[0]).sort();
  const outlet = node("select", { id: "outlet", "aria-label": "Outlet" }, option("", "every outlet"), outlets.map((name) => option(name)));
  const sort = node("select", { id: "sort", "aria-label": "Order" }, option("index", "as read"), option("date", "newest first"), option("comments", "most comments"),
    option("quotations", "most quotations"), option("depth", "deepest threads"), option("against", "most against"), option("tone", "most negative author"));
  const status = node("p", { class: "faint", role: "status", id: "list-status" });
  const list = node("ol", { class: "list", id: "article-list" });
  const previous = node("button", { type: "button", id: "previous" }, "‹ Previous");
  const next = node("button", { type: "button", id: "next" }, "Next ›");
  let page = 0;
  const orders = {
    index: (a, b) => a.index - b.index,
    date: (a, b) => b.date.localeCompare(a.date) || a.index - b.index,
    comments: (a, b) => b.comments - a.comments || a.index - b.index,
    quotations: (a, b) => b.quotations - a.quotations || a.index - b.index,
    depth: (a, b) => b.depth - a.depth || a.index - b.index,
    against: (a, b) => b.sides.AGAINST - a.sides.AGAINST || a.index - b.index,
    tone: (a, b) => (a.tone === null ? 2 : a.tone) - (b.tone === null ? 2 : b.tone) || a.index - b.index,
  };
  let run = 0;
  // As read, a page of the list needs a part or two of it; any other order needs all.
  async function kept(mine) {
    const from = page * PAGE_OF_ARTICLES;
    if (search.value.trim() === "" && outlet.value === "" && sort.value === "index") {
      const shown = [];
      for (let index = from; index < Math.min(from + PAGE_OF_ARTICLES, count); index++) shown.push(await articleAt(index));
      return [shown, count];
    }
    const asked = search.value.toLowerCase().split(/\s+/).filter((word) => word);
    const found = [];
    for (let part = 0; part * LINES < count && mine === run; part++) {
      if (!lists[part]) status.textContent = "Reading the list, " + format(part * LINES) + " of " + plural(count, "article") + " …";
      for (const one of await listed(part)) {
        if ((outlet.value === "" || one.outlet === outlet.value)
          && asked.every((word) => (one.title + " " + one.outlet + " " + one.date).toLowerCase().includes(word))) found.push(one);
      }
    }
    found.sort(orders[sort.value]);
    page = Math.min(page, Math.max(0, Math.ceil(found.length / PAGE_OF_ARTICLES) - 1));
    return [found.slice(page * PAGE_OF_ARTICLES, (page + 1) * PAGE_OF_ARTICLES), found.length];
  }
  async function fill() {
    const mine = ++run;
    let shown = [];
    let all = 0;
    try {
      [shown, all] = await kept(mine);
    } catch (error) {
      status.textContent = "The list cannot be read: " + error.message;
      return;
    }
    if (mine !== run) return;
    const pages = Math.max(1, Math.ceil(all / PAGE_OF_ARTICLES));
    list.replaceChildren(...shown.map((one) => node("li", {},
      node("a", { href: "#article-" + one.index, dir: "auto" }, one.title),
      node("div", { class: "facts" }, one.outlet ? isolated(one.outlet) : null, one.date ? node("span", {}, one.date.replace("T", " ")) : null,
        node("span", {}, plural(one.comments, "comment")), node("span", {}, plural(one.quotations, "quotation")),
        one.depth > 1 ? node("span", {}, "replies " + one.depth + " deep") : null,
        one.tone === null ? null : node("span", {}, "tone " + signed(one.tone)), sideBar(one)))));
    status.textContent = plural(all, "article") + (pages > 1 ? ", page " + (page + 1) + " of " + pages : "");
    previous.disabled = page === 0;
    next.disabled = page >= pages - 1;
  }
  for (const control of [search, outlet, sort]) control.addEventListener("input", () => { page = 0; fill(); });
  previous.addEventListener("click", () => { page--; fill(); $("articles").scrollIntoView(); });
  next.addEventListener("click", () => { page++; fill(); $("articles").scrollIntoView(); });
  $("articles").append(node("div", { class: "tools" }, search, outlet, sort), status, list, node("div", { class: "tools pager" }, previous, next));
  fill();
}
