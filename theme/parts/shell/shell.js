// Material opens the menu and the search with labels, which a keyboard does not reach: with buttons
// inside them it does. Without this script the labels still work as they are.
(() => {
  const names = { __drawer: "Meny", __search: "Sök" };

  for (const label of document.querySelectorAll(".md-header__button[for]")) {
    if (!(label.htmlFor in names)) continue;
    const button = document.createElement("button");
    button.type = "button";
    button.className = "sk-press";
    button.setAttribute("aria-label", names[label.htmlFor]);
    button.append(...label.childNodes);
    button.addEventListener("click", () => document.getElementById(label.htmlFor).click());
    label.append(button);
  }
})();
