// Light or dark, when a reader wants the other than the system's. Runs before anything is shown, so it
// is a file of its own; stores nothing until the button is pressed, and forgets it when pressed back.
(() => {
  const KEY = "startklar-scheme";
  const root = document.documentElement;
  const system = matchMedia("(prefers-color-scheme: dark)");
  root.className = "js";

  const dark = () => (root.dataset.scheme ?? (system.matches ? "dark" : "light")) === "dark";

  const show = () => {
    for (const button of document.querySelectorAll("[data-sk-scheme]")) {
      button.setAttribute("aria-pressed", String(dark()));
    }
  };

  const choose = () => {
    const wanted = dark() ? "light" : "dark";
    const own = (wanted === "dark") !== system.matches;
    if (own) root.dataset.scheme = wanted;
    else delete root.dataset.scheme;
    try {
      if (own) localStorage.setItem(KEY, wanted);
      else localStorage.removeItem(KEY);
    } catch {
      // A browser that lets nothing be stored shows the choice until the page is left.
    }
    show();
  };

  try {
    const kept = localStorage.getItem(KEY);
    if (kept === "light" || kept === "dark") root.dataset.scheme = kept;
  } catch {
    // As above: the system decides.
  }

  document.addEventListener("DOMContentLoaded", show);
  document.addEventListener("click", (event) => {
    if (event.target.closest?.("[data-sk-scheme]")) choose();
  });
  system.addEventListener?.("change", show);
})();
