const dark = matchMedia("(prefers-color-scheme: dark)");
let chosen = null;

function theme() {
  document.documentElement.dataset.theme = chosen || (dark.matches ? "dark" : "light");
  redraw();
}

function route() {
  hideTip();
  const match = /^#article-(\d+)$/.exec(location.hash);
  if (match) {
    read(Number(match[1]));
    return;
  }
  const actor = /^#actor-(\d+)$/.exec(location.hash);
  if (actor) {
    actorPage(Number(actor[1]));
    return;
  }
  if (/^#comment-/.test(location.hash)) return;
  const back = !$("reader").hidden;
  $("reader").hidden = true;
  $("reader").replaceChildren();
  $("report").hidden = false;
  open = null;
  const section = document.getElementById(location.hash.slice(1));
  if (back && section) section.scrollIntoView({ behavior: "instant" });
  for (const link of document.querySelectorAll("nav a")) link.classList.toggle("here", link.getAttribute("href") === location.hash);
}

const annotatedAt = (event) => event.target instanceof Element ? event.target.closest("[data-items]") : null;

function jump(element) {
  const items = itemsOf(open, Number(element.dataset.place));
  const item = element.dataset.items.split(" ").map((id) => items[id]).find((one) => one.jump && one.jump.document >= 0);
  if (item) goTo(open, item.jump.document, item.jump);
}

const reader = $("reader");
for (const type of ["mouseover", "focusin"]) {
  reader.addEventListener(type, (event) => {
    const element = annotatedAt(event);
    if (element && open) showTip(element, itemsOf(open, Number(element.dataset.place)));
  });
}
for (const type of ["mouseout", "focusout"]) reader.addEventListener(type, hideTip);
reader.addEventListener("click", (event) => {
  const element = annotatedAt(event);
  if (element && open) jump(element);
});
document.addEventListener("keydown", (event) => {
  const typing = /^(INPUT|SELECT|TEXTAREA)$/.test(document.activeElement.tagName);
  if (event.key === "Escape") {
    if (!tip.hidden) hideTip();
    else if (!reader.hidden) location.hash = "#articles";
  } else if (event.key === "Enter" && open && annotatedAt(event)) {
    jump(annotatedAt(event));
  } else if (event.key === "/" && !typing && reader.hidden) {
    event.preventDefault();
    $("search").focus();
  }
});
$("theme").addEventListener("click", () => {
  chosen = document.documentElement.dataset.theme === "dark" ? "light" : "dark";
  theme();
});
dark.addEventListener("change", theme);
addEventListener("hashchange", route);

const openArticle = (index) => { location.hash = "#article-" + index; };
theme();
overview();
voicesFigures();
sourceFigures();
timeFigures();
outletFigures();
actorList();
toneFigure();
stanceFigures(openArticle);
threadFigures(openArticle);
networkFigure();
wordFigures();
textSearch();
articleList();
for (const figure of drawn) seen.observe(figure.chart);
// Paper shows all figures, also those that were never scrolled to.
addEventListener("beforeprint", toPaper);
addEventListener("afterprint", fromPaper);
route();
