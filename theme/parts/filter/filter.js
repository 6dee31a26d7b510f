// Shows the services that a care model and a level of obligation ask for. Stores nothing.
(() => {
  const form = document.querySelector("[data-sk-filter]");
  if (!form) return;
  const count = form.querySelector("[data-sk-count]");
  const entries = [...document.querySelectorAll("[data-sk-marks]")];
  const services = entries.filter((entry) => entry.hasAttribute("data-sk-service"));
  const letters = [...document.querySelectorAll("[data-sk-letter]")];

  const shown = (entry, model, levels) =>
    entry.dataset.skMarks.split(" ").some((mark) => {
      const [of, level] = mark.split(":");
      return (!model || of === model) && (!levels.size || levels.has(level));
    });

  const apply = () => {
    const chosen = new FormData(form);
    const levels = new Set(chosen.getAll("krav"));
    for (const entry of entries) entry.hidden = !shown(entry, chosen.get("modell"), levels);
    for (const letter of letters) {
      letter.hidden = !letter.querySelector("[data-sk-marks]:not([hidden])");
      const link = document.querySelector(`.sk-letters a[href="#${letter.dataset.skLetter}"]`);
      if (link) link.parentElement.hidden = letter.hidden;
    }
    const visible = services.filter((service) => !service.hidden).length;
    count.textContent = `Visar ${visible} av ${services.length} tjänster`;
  };

  form.addEventListener("change", apply);
  form.addEventListener("reset", () => setTimeout(apply));
  form.addEventListener("submit", (event) => event.preventDefault());
  window.addEventListener("pageshow", apply); // the browser may have put earlier choices back
})();
