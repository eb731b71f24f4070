"use strict";
(() => {
  const data = JSON.parse(document.getElementById("data").textContent);
  const byId = id => document.getElementById(id);
  const letters = "abcdefghijklmopqrtvwxyz";
  const keys = data.codes.map((code, i) => (i < 9 ? String(i + 1) : letters[i - 9]));
  const place = "polylogue-coding-" + data.id;
  let state = { coder: "", at: 0, codes: {}, notes: {} };

  function warn(text) {
    byId("warning").textContent = text;
    byId("warning").hidden = false;
  }

  try {
    const kept = localStorage.getItem(place);
    if (kept !== null) {
      state = Object.assign(state, JSON.parse(kept));
    }
  } catch (e) {
    warn("This browser keeps nothing for this page: save before you close it.");
  }
  state.at = Math.min(Math.max(0, Number(state.at) || 0), data.rows.length - 1);

  function keep() {
    try {
      localStorage.setItem(place, JSON.stringify(state));
    } catch (e) {
      warn("This browser keeps nothing for this page: save before you close it.");
    }
  }

  function add(parent, name, text, type) {
    const element = document.createElement(name);
    element.textContent = text;
    if (type) {
      element.className = type;
    }
    parent.append(element);
    return element;
  }

  const buttons = data.codes.map((code, i) => {
    const button = add(byId("codes"), "button", code + " ");
    button.type = "button";
    add(button, "kbd", keys[i]);
    button.addEventListener("click", () => choose(code));
    return button;
  });

  function coded() {
    return data.rows.filter(row => state.codes[row.row]).length;
  }

  function show() {
    const row = data.rows[state.at];
    const about = [row.title, row.about].filter(text => text);
    byId("about").textContent = about.join(" · ");
    byId("answered").textContent = row.answered;
    byId("answered").hidden = !row.answered;
    const passage = byId("passage");
    passage.textContent = "";
    add(passage, "span", row.before, "context");
    add(passage, "mark", row.text);
    add(passage, "span", row.after, "context");
    byId("machine").hidden = row.machine === undefined;
    byId("machine").textContent = row.machine === undefined ? "" : "The machine says: " + row.machine;
    data.codes.forEach((code, i) =>
      buttons[i].setAttribute("aria-pressed", String(state.codes[row.row] === code)));
    byId("note").value = state.notes[row.row] || "";
    byId("progress").textContent =
      "Row " + (state.at + 1) + " of " + data.rows.length + "; " + coded() + " coded";
    keep();
  }

  function move(to) {
    state.at = Math.min(Math.max(0, to), data.rows.length - 1);
    show();
  }

  function choose(code) {
    state.codes[data.rows[state.at].row] = code;
    move(state.at + 1);
  }

  function nextOpen() {
    for (let i = 1; i <= data.rows.length; i++) {
      const at = (state.at + i) % data.rows.length;
      if (!state.codes[data.rows[at].row]) {
        move(at);
        return;
      }
    }
  }

  function cell(value) {
    let text = String(value);
    if (typeof value === "string" && /^'*[=+\-@\t\r\n＝＋－＠]/.test(text)) {
      text = "'" + text;
    }
    return /[",\r\n']/.test(text) ? '"' + text.replaceAll('"', '""') + '"' : text;
  }

  function save() {
    if (!state.coder.trim()) {
      warn("Write your name first: it goes into the file.");
      byId("coder").focus();
      return;
    }
    const lines = [data.columns.map(cell).join(",")];
    for (const row of data.rows) {
      const filled = Object.assign({}, row, {
        code: state.codes[row.row] || "",
        note: state.notes[row.row] || "",
        coder: state.coder.trim(),
        task: data.task
      });
      lines.push(data.columns.map(column => cell(filled[column])).join(","));
    }
    const file = new Blob([lines.join("\n") + "\n"], { type: "text/csv;charset=utf-8" });
    const link = document.createElement("a");
    link.href = URL.createObjectURL(file);
    link.download = "coded-" + state.coder.trim().replace(/[^\p{L}\p{N}]+/gu, "-") + ".csv";
    link.click();
    setTimeout(() => URL.revokeObjectURL(link.href), 10000);
    byId("warning").hidden = true;
  }

  byId("coder").value = state.coder;
  byId("coder").addEventListener("input", event => {
    state.coder = event.target.value;
    keep();
  });
  byId("note").addEventListener("input", event => {
    state.notes[data.rows[state.at].row] = event.target.value;
    keep();
  });
  const moves = {
    ArrowLeft: () => move(state.at - 1),
    ArrowRight: () => move(state.at + 1),
    u: nextOpen,
    s: save,
    n: () => byId("note").focus(),
    0: () => {
      delete state.codes[data.rows[state.at].row];
      show();
    }
  };
  byId("back").addEventListener("click", moves.ArrowLeft);
  byId("on").addEventListener("click", moves.ArrowRight);
  byId("open").addEventListener("click", nextOpen);
  byId("clear").addEventListener("click", moves[0]);
  byId("save").addEventListener("click", save);
  document.addEventListener("keydown", event => {
    if (event.ctrlKey || event.metaKey || event.altKey) {
      return;
    }
    if (event.target instanceof HTMLInputElement) {
      if (event.key === "Escape" || event.key === "Enter") {
        event.target.blur();
      }
      return;
    }
    const code = keys.indexOf(event.key);
    if (code >= 0) {
      event.preventDefault();
      choose(data.codes[code]);
    } else if (Object.hasOwn(moves, event.key)) {
      event.preventDefault();
      moves[event.key]();
    }
  });
  show();
})();
