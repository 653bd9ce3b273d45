// Narrows the results of a unit to two periods, as the address says: ?a=<period>&b=<period>.
// Without script all of the last periods stand side by side.
function mount(root) {
  const words = root.dataset;
  if (!root.className) return; // there are no more than two
  const labels = new Map([...document.querySelectorAll("th[data-p]")].map((head) => [head.dataset.p, head.textContent]));
  const cells = document.querySelectorAll("[data-p]");
  const said = make("p", { className: "list__count" });
  said.setAttribute("role", "status");
  const selects = { a: words.one, b: words.other };
  for (const [key, text] of Object.entries(selects)) {
    const select = make("select", { className: "facet__select" });
    select.add(new Option(words.all, ""));
    for (const [period, label] of labels) select.add(new Option(label, period));
    const named = make("label", { className: "facet", textContent: text });
    named.append(select);
    root.append(named);
    selects[key] = select;
    select.addEventListener("change", () => {
      const address = new URL(location);
      for (const [name, { value }] of Object.entries(selects)) {
        if (value) address.searchParams.set(name, value);
        else address.searchParams.delete(name);
      }
      history.pushState(null, "", address);
      show();
    });
  }
  root.append(said);
  const show = () => {
    const asked = new URLSearchParams(location.search);
    const chosen = Object.entries(selects).map(([key, select]) => {
      select.value = labels.has(asked.get(key)) ? asked.get(key) : "";
      return select.value;
    });
    const narrow = chosen.every(Boolean) && chosen[0] !== chosen[1];
    for (const cell of cells) cell.hidden = narrow && !chosen.includes(cell.dataset.p);
    said.textContent = narrow ? words.said.replace("{a}", labels.get(chosen[0])).replace("{b}", labels.get(chosen[1])) : "";
  };
  addEventListener("popstate", show);
  show();
}

const make = (name, properties) => Object.assign(document.createElement(name), properties);

document.querySelectorAll("[data-block=periods]").forEach(mount);
