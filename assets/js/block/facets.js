// Combines facets: a reader chooses values of several, and the entries that have
// all of them are taken from the pages of the shortest of their lists. What is
// chosen stands in the address (?phong-trao=ba-nhat&nam=2026), by the names that
// the addresses of the values have. Without script each value has its own page.
const most = 20;

function mount(nav) {
  const words = nav.dataset;
  const whole = new URL("../", nav.querySelector(".facet__name a").href);
  const button = make("button", { type: "button", className: "button button--quiet", textContent: words.combine });
  nav.append(button); // what is above it does not move
  const open = async () => {
    try {
      const data = await (await get(new URL("list.json", whole))).json();
      const made = form(nav, whole, data);
      const focused = document.activeElement === button;
      button.replaceWith(made);
      if (focused) made.querySelector("select").focus();
    } catch {
      button.replaceWith(make("p", { textContent: words.failed }));
    }
  };
  button.addEventListener("click", open);
  const asked = new URLSearchParams(location.search);
  if ([...nav.querySelectorAll(".facet__name a")].some((a) => asked.has(a.pathname.split("/").at(-2)))) open();
}

async function get(url) {
  const answer = await fetch(url);
  if (!answer.ok) throw new Error(answer.status);
  return answer;
}

const make = (name, properties) => Object.assign(document.createElement(name), properties);

function form(nav, whole, data) {
  const words = nav.dataset;
  const entries = nav.parentElement.querySelector(".list__entries");
  const before = [...entries.childNodes];
  const look = entries.querySelector(".rows, .cards")?.className ?? "rows";
  const named = new Map([...nav.querySelectorAll("a")].map((a) => [a.href, a.textContent]));
  const selects = data.facets.map((facet) => {
    const select = make("select", { className: "facet__select" });
    select.add(new Option(words.any, ""));
    facet.values.forEach((value, i) => {
      value.url = new URL(value.path, whole);
      select.add(new Option(value.title ?? named.get(value.url.href) ?? value.path, i));
    });
    return select;
  });
  const said = make("p", { className: "list__count" });
  said.setAttribute("role", "status");
  let asked = 0;
  // A value that the list does not have is none; without any, that of the page is shown.
  const read = () => {
    const named = new URLSearchParams(location.search);
    const all = data.facets.map((facet) => facet.values.findIndex((value) => value.path === `${facet.path}${named.get(facet.path.slice(0, -1))}/`));
    const none = all.every((at) => at < 0);
    selects.forEach((select, i) => {
      const at = none ? data.facets[i].values.findIndex((value) => location.pathname.startsWith(value.url.pathname)) : all[i];
      select.value = at < 0 ? "" : at;
    });
    return none ? restore() : change();
  };
  const write = () => {
    const address = new URL(location);
    data.facets.forEach((facet, i) => {
      const value = facet.values[selects[i].value];
      if (value) address.searchParams.set(facet.path.slice(0, -1), value.path.slice(facet.path.length, -1));
      else address.searchParams.delete(facet.path.slice(0, -1));
    });
    history.pushState(null, "", address);
  };
  const restore = () => {
    asked++;
    said.textContent = "";
    entries.replaceChildren(...before);
  };
  const failed = () => (said.textContent = words.failed);
  const change = async () => {
    const turn = ++asked;
    const chosen = selects.flatMap((select, i) => (select.value === "" ? [] : [data.facets[i].values[select.value]]));
    if (!chosen.length) return restore();
    const lists = chosen.map((value) => [value, indexes(value.entries)]).sort((a, b) => a[1].length - b[1].length);
    const [[shortest, list], ...others] = lists;
    const rest = others.map(([, other]) => new Set(other));
    const found = [...list.keys()].filter((at) => rest.every((set) => set.has(list[at])));
    const real = found.filter((at) => list[at] < data.real).length;
    said.textContent = count(words, real, found.length - real) + (found.length > most ? `. ${words.more}` : "");
    const rows = await Promise.all(found.slice(0, most).map((at) => row(shortest.url, at, data.page_size)));
    if (turn === asked) {
      const shown = make("ul", { className: look });
      shown.append(...rows);
      entries.replaceChildren(make("p", { className: "list__count", textContent: said.textContent }), shown);
    }
  };
  const made = make("form", {});
  data.facets.forEach((facet, i) => {
    const label = make("label", { className: "facet", textContent: named.get(new URL(`${facet.path}`, whole).href) ?? facet.key });
    label.append(selects[i]);
    made.append(label);
    selects[i].addEventListener("change", () => {
      write();
      change()?.catch(failed);
    });
  });
  made.append(said);
  const show = () => read()?.catch(failed);
  addEventListener("popstate", show);
  show();
  return made;
}

// indexes are the places in the whole list of entries told by their gaps.
function indexes(gaps) {
  let at = 0;
  return gaps.map((gap) => (at += gap));
}

function count({ real, sample, both }, n, samples) {
  const one = real.replace("{n}", n);
  const other = sample.replace("{n}", samples);
  if (!samples) return one;
  return n ? both.replace("{real}", one).replace("{sample}", other) : other;
}

const pages = new Map();

// row is the entry of a list at a place, from the page that it stands on.
async function row(list, at, size) {
  const number = Math.floor(at / size) + 1;
  const url = number === 1 ? list : new URL(`trang/${number}/`, list);
  if (!pages.has(url.href)) pages.set(url.href, get(url).then((answer) => answer.text()));
  const page = new DOMParser().parseFromString(await pages.get(url.href), "text/html");
  const rows = page.querySelectorAll(".list__entries :is(.rows, .cards) > li");
  const copy = document.importNode(rows[at % size], true);
  for (const link of copy.querySelectorAll("a")) link.href = new URL(link.getAttribute("href"), url);
  return copy;
}

if (location.protocol !== "file:") document.querySelectorAll("[data-block=facets]").forEach(mount);
