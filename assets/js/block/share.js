// Shares the page by the device's own menu, or else copies its title and address;
// and copies the address of a clause, or the words that cite it. Without script
// the name of a clause is a link to it and stands beside its words.
function mount(root) {
  const words = root.dataset;
  const button = make("button", { type: "button", className: "button button--quiet", textContent: words.share });
  const status = said();
  root.append(button, status);
  button.addEventListener("click", async () => {
    const title = document.querySelector("h1")?.textContent.trim() ?? document.title;
    const url = location.href.replace(/#.*/, "");
    try {
      await navigator.share({ title, url });
    } catch (error) {
      if (error.name !== "AbortError") copy(`${title}\n${url}`, status, words);
    }
  });
}

function mountCite(doc) {
  const words = doc.dataset;
  const tools = make("span", { className: "clause__tools" });
  const status = said();
  let link;
  const tool = (textContent, text) => {
    const button = make("button", { type: "button", textContent });
    button.addEventListener("click", () => copy(text(), status, words));
    return button;
  };
  tools.append(
    tool(words.link, () => link.href),
    tool(words.words, () => `${link.textContent} ${words.document}`),
    status,
  );
  doc.addEventListener("click", ({ target }) => {
    const clicked = target.closest("a.clause__self");
    if (!clicked) return;
    link = clicked;
    status.textContent = "";
    link.after(tools);
  });
}

// copy says that it has copied, or else shows the text, selected, to be copied by hand.
async function copy(text, status, { done, failed }) {
  try {
    await navigator.clipboard.writeText(text);
    status.textContent = done;
  } catch {
    const field = make("textarea", { value: text, readOnly: true, rows: 3 });
    field.setAttribute("aria-label", failed);
    status.replaceChildren(failed, field);
    field.select();
  }
}

function said() {
  const status = make("span", { className: "said" });
  status.setAttribute("role", "status");
  return status;
}

const make = (name, properties) => Object.assign(document.createElement(name), properties);

// What an address names inside a folded part is unfolded; older browsers do not.
function reveal() {
  const at = location.hash && document.getElementById(decodeURIComponent(location.hash.slice(1)));
  const fold = at && at.closest("details:not([open])");
  if (fold) {
    fold.open = true;
    at.scrollIntoView();
  }
}

document.querySelectorAll("[data-block=share]").forEach(mount);
document.querySelectorAll("[data-block=cite]").forEach(mountCite);
addEventListener("hashchange", reveal);
reveal();
