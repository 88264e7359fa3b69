"use strict";
(async () => {
  const $ = (name, text, kind) => { const e = document.createElement(name); if (text !== undefined) e.textContent = text; if (kind) e.className = kind; return e; };
  document.querySelectorAll("button.expand").forEach(b => b.onclick = () => { b.previousElementSibling.firstElementChild.classList.remove("cut"); b.remove(); });
  if (typeof DecompressionStream === "undefined") { document.getElementById("left").textContent = W.old; return; }
  const bytes = text => Uint8Array.from(atob(text), c => c.charCodeAt(0));
  const packed = new Blob([bytes(document.getElementById("data").textContent)]).stream().pipeThrough(new DecompressionStream("deflate"));
  const D = JSON.parse(await new Response(packed).text());
  const gaps = bytes(D.lists), starts = [0];
  for (const size of D.sizes) starts.push(starts[starts.length - 1] + size);
  const numbers = list => {
    const found = [];
    let at = starts[list], last = 0;
    while (at < starts[list + 1]) {
      let value = 0, shift = 0, byte;
      do { byte = gaps[at++]; value |= (byte & 127) << shift; shift += 7; } while (byte & 128);
      last += value;
      found.push(last);
    }
    return found;
  };
  const shown = number => {
    const [path, body, year, kind, error] = D.documents[number], item = $("li");
    item.append([D.bodies[body], year, kind].filter(Boolean).join(" · "), $("br"), link(path));
    if (error) item.append($("div", W.unread + "：" + error, "warning"));
    return item;
  };
  const link = path => {
    const root = Object.keys(D.roots).find(name => path.startsWith(name + "/")), a = $(root === undefined ? "span" : "a", path, "path");
    const file = path.replace(/(\.zip)\/.*/i, "$1");  // a folder in an archive: the archive is opened
    if (root !== undefined) a.href = D.roots[root] + file.slice(root.length).split("/").map(encodeURIComponent).join("/");
    return a;
  };
  const dialog = document.getElementById("list"), more = dialog.querySelector(".more"), items = dialog.querySelector("ol");
  const open = (title, all) => {
    let at = 0;
    items.replaceChildren();
    dialog.querySelector("h3").textContent = title + "：" + all.length.toLocaleString() + " " + W.documents;
    more.onclick = () => { items.append(...all.slice(at, at += 200).map(shown)); more.hidden = at >= all.length; };
    more.onclick();
    dialog.showModal();
  };
  document.querySelectorAll("a[data-l]").forEach(a => { a.tabIndex = 0; a.role = "button"; });
  const act = event => {
    const a = event.target.closest("a[data-l]");
    if (!a || (event.type === "keydown" && event.key !== "Enter")) return;
    const row = a.closest("tr");
    const title = row ? row.cells[0].textContent + " · " + a.closest("table").tHead.rows[0].cells[a.closest("td").cellIndex].textContent
      : a.closest("li").querySelector("span").textContent;
    open(title, numbers(Number(a.dataset.l)));
  };
  document.addEventListener("click", act);
  document.addEventListener("keydown", act);
  const severities = ["error", "warning", "info"], called = [W.errors, W.warnings, W.hints], bodies = new Map();
  for (const finding of D.findings) {
    const body = D.documents[finding[0]][1];
    if (!bodies.has(body)) bodies.set(body, { body, counts: [0, 0, 0], found: [] });
    bodies.get(body).counts[finding[2]]++;
    bodies.get(body).found.push(finding);
  }
  const ranked = [...bodies.values()].sort((a, b) => b.counts[0] - a.counts[0] || b.counts[1] - a.counts[1] || b.counts[2] - a.counts[2] || a.body - b.body);
  const problems = one => {
    const list = $("ul");
    let last = -1;
    for (const [number, rule, severity, section, quote, message] of one.found) {
      if (number !== last) { const item = $("li"); item.append(link(D.documents[number][0])); list.append(item); last = number; }
      const item = $("li");
      item.append($("span", called[severity] + " ", severities[severity]), D.rules[rule].join(" ") + "：" + message, $("blockquote", "“" + quote + "” " + section));
      list.append(item);
    }
    return list;
  };
  const box = document.getElementById("bodies"), search = document.getElementById("search");
  const fill = () => {
    const found = ranked.filter(one => D.bodies[one.body].includes(search.value.trim()));
    let at = 0;
    const button = $("button", W.more.replace("200", "100").replace("份", "家"));
    const next = () => {
      for (const one of found.slice(at, at + 100)) {
        const line = $("div", undefined, "one"), name = $("span", D.bodies[one.body], "body");
        name.tabIndex = 0;
        name.onclick = () => { const old = line.querySelector("ul"); old ? old.remove() : line.append(problems(one)); };
        name.onkeydown = event => { if (event.key === "Enter") name.onclick(); };
        line.append(name);
        one.counts.forEach((count, i) => { if (count) line.append($("span", called[i] + " " + count, "count " + severities[i])); });
        button.before(line);
      }
      at += 100;
      button.hidden = at >= found.length;
    };
    box.replaceChildren($("p", found.length.toLocaleString() + " " + W.bodies, "note"), button);
    button.onclick = next;
    next();
  };
  search.oninput = fill;
  fill();
  document.getElementById("left").textContent = W.left_out;
  document.body.dataset.ready = "1";
})();
