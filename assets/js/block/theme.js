// Lets a reader keep the page light or dark; "auto" follows the device. It runs
// after the page is shown: a script that ran before would stand in the way of
// the first paint of every reader, and those who chose see the other for a moment.
const themes = ["auto", "light", "dark"];

function mount(root) {
  const button = Object.assign(document.createElement("button"), { type: "button", className: "button button--quiet" });
  let theme = themes.find((name) => name === stored()) ?? "auto";
  const show = () => {
    button.textContent = root.dataset[theme];
    if (theme === "auto") delete document.documentElement.dataset.theme;
    else document.documentElement.dataset.theme = theme;
  };
  button.addEventListener("click", () => {
    theme = themes[(themes.indexOf(theme) + 1) % themes.length];
    try {
      localStorage.setItem("theme", theme);
    } catch {} // it holds for this page
    show();
  });
  show();
  root.append(button);
}

function stored() {
  try {
    return localStorage.getItem("theme");
  } catch {
    return null;
  }
}

document.querySelectorAll("[data-block=theme]").forEach(mount);
