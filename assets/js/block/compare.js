// Holds two units of one kind beside each other, target by target, as the address
// says: ?a=<unit>&b=<unit>&ky=<period>. It reads their pages of results by period
// and takes rows and cells from there: it works nothing out, and ranks nobody.
async function mount(root) {
  const words = root.dataset;
  const named = new URLSearchParams(location.search);
  const [one, other] = ["a", "b"].map((key) => named.get(key) ?? "");
  const say = (text, ...more) => root.replaceChildren(make("p", { className: "doc__note", textContent: text }), ...more);
  if (!one && !other) return;
  if (![one, other].every((id) => /^[a-z0-9]+(-[a-z0-9]+)*$/.test(id))) return say(words.unknown);
  if (one === other) return say(words.same);
  if (location.protocol === "file:") return say(words.offline);
  try {
    const [a, b] = await Promise.all([one, other].map((id) => read(new URL(`../ket-qua/${id}/`, location))));
    const fill = (text) => text.replace("{a}", () => a.name).replace("{b}", () => b.name);
    const ways = make("ul", { className: "plain" });
    for (const unit of [a, b]) {
      const item = make("li", {});
      item.append(make("a", { href: unit.url, textContent: words.more.replace("{a}", () => unit.name) }));
      ways.append(item);
    }
    if (a.sample !== b.sample) return say(words.samples, ways);
    if (a.kind !== b.kind) return say(fill(words.kinds), ways);
    const pairs = a.rows.flatMap((row) => {
      const at = b.rows.findIndex((its) => its.keys.some((key) => row.keys.includes(key)));
      return at < 0 ? [] : [[row, b.rows.splice(at, 1)[0]]];
    });
    if (!pairs.length) return say(fill(words.none), ways);
    show(root, words, a, b, pairs, fill, ways);
  } catch {
    say(words.failed);
  }
}

// read takes the rows of a unit from all pages of its results by period.
async function read(first) {
  let unit;
  for (let url = first, left = 10; url && left; left--) {
    const answer = await fetch(url);
    if (!answer.ok) throw new Error(answer.status);
    const page = new DOMParser().parseFromString(await answer.text(), "text/html");
    const { name, kind, sample } = page.querySelector("[data-block=periods]").dataset;
    unit ??= { name, kind, sample: sample != null, url: first.href, rows: [], periods: new Map() };
    for (const link of page.querySelectorAll("a[href]")) link.href = new URL(link.getAttribute("href"), url);
    for (const head of page.querySelectorAll("th[data-p]")) unit.periods.set(head.dataset.p, head.textContent);
    for (const row of page.querySelectorAll("tr[data-k]")) {
      const keys = row.dataset.k.split(" ").filter(Boolean);
      const plan = row.closest("section").querySelector("a");
      if (keys.length) unit.rows.push({ keys, plan, form: row.dataset.form, cells: [...row.cells] });
    }
    const next = page.querySelector("a[rel=next]");
    url = next && new URL(next.href);
  }
  return unit;
}

const make = (name, properties) => Object.assign(document.createElement(name), properties);

function show(root, words, a, b, pairs, fill, ways) {
  const periods = [...a.periods].filter(([period]) => b.periods.has(period));
  const select = make("select", { className: "facet__select" });
  for (const [period, label] of periods) select.add(new Option(label, period));
  const body = make("tbody", {});
  const head = make("tr", {});
  for (const text of [words.target, a.name, b.name]) head.append(make("th", { scope: "col", textContent: text }));
  const draw = () => {
    const asked = new URLSearchParams(location.search).get("ky");
    select.value = (periods.find(([period]) => period === asked) ?? periods.at(-1) ?? [""])[0];
    let under = "";
    body.replaceChildren(
      ...pairs.flatMap((pair) => {
        const row = make("tr", {});
        const title = make("th", { scope: "row", textContent: pair[0].cells[0].firstElementChild.textContent });
        if (pair[0].form !== pair[1].form) title.append(make("span", { className: "table__note", textContent: words.form }));
        row.append(title, ...pair.map((its, i) => cell(its.cells, [a, b][i].name, select.value, words)));
        const plans = pair.map((its) => its.plan.textContent);
        if (under === plans.join()) return row;
        under = plans.join();
        return [group(new Set(plans)), row];
      }),
    );
  };
  select.addEventListener("change", () => {
    const address = new URL(location);
    address.searchParams.set("ky", select.value);
    history.pushState(null, "", address);
    draw();
  });
  addEventListener("popstate", draw);
  const table = make("table", { className: "table table--pair" });
  const top = make("thead", {});
  top.append(head);
  table.append(make("caption", { className: "vh", textContent: fill(words.both) }), top, body);
  draw();
  const title = make("h2", { textContent: fill(words.both) });
  const label = make("label", { className: "facet", textContent: words.period });
  label.append(select);
  const said = make("p", { className: "quiet", textContent: `${words.found.replace("{n}", pairs.length)}. ${words.rank} ${words.asof}` });
  root.replaceChildren(title, said, ...(periods.length ? [label] : []), table, ways);
  if (a.sample) {
    const badge = make("span", { className: "status", textContent: words.sample });
    badge.dataset.s = "demo";
    title.after(badge);
  }
  document.title = `${fill(words.both)} | ${document.title}`;
}

// group is a row with the plans that the rows below it are of.
function group(plans) {
  const row = make("tr", { className: "table__group" });
  row.append(make("th", { scope: "rowgroup", colSpan: 3, textContent: [...plans].join(" · ") }));
  return row;
}

// cell is what a unit promised, and where it stands in a period.
function cell(cells, name, period, words) {
  const made = make("td", {});
  made.dataset.label = name;
  const copy = (from) => [...from.childNodes].map((node) => document.importNode(node, true));
  const now = cells.find((one) => one.dataset.p === period) ?? cells.at(-1);
  const ask = make("span", { className: "table__note" });
  ask.append(`${words.ask} `, ...copy(cells[1]));
  made.append(...copy(now), ask);
  return made;
}

document.querySelectorAll("[data-block=compare]").forEach(mount);
