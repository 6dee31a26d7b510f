// The button, and what is folded: print.css opens it, except in browsers that let no style do so.
// The explanations of a list stay as the reader has them.
(() => {
  for (const button of document.querySelectorAll("[data-sk-print]")) {
    button.addEventListener("click", () => window.print());
  }

  let opened = [];

  window.addEventListener("beforeprint", () => {
    opened = [...document.querySelectorAll("details:not([open], .sk-how-to)")];
    for (const details of opened) details.open = true;
  });
  window.addEventListener("afterprint", () => {
    for (const details of opened) details.open = false;
    opened = [];
  });
})();
