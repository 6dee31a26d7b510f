// What the browser knows and the file does not: the page's address. Its title stands on every sheet
// in browsers that print page margins.
(() => {
  window.addEventListener("beforeprint", () => {
    document.documentElement.style.setProperty("--sk-running", JSON.stringify(document.title));
    if (!location.protocol.startsWith("http")) return;
    for (const place of document.querySelectorAll("[data-sk-here]")) {
      place.querySelector(".sk-address").textContent = location.origin + location.pathname;
      place.hidden = false;
    }
  });
})();
