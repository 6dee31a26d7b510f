// Shows what a word means beside it: on hover, on focus and on a first tap. The word stays a link to
// the glossary. The explanation can be pointed at, stays until it is left, and goes away with Escape.
(() => {
  const words = [...document.querySelectorAll("[data-sk-explains]")];
  const LEAVING = 200; // milliseconds to get from the word to its explanation
  const MARGIN = 8; // pixels to the window's edge
  let shown = null;
  let leaving = 0;

  const place = ({ word, told }) => {
    const [first] = word.getClientRects();
    const edge = document.documentElement.clientWidth - told.offsetWidth - MARGIN;
    told.style.left = `${Math.max(0, Math.min(first.left, edge))}px`;
    const below = first.bottom + told.offsetHeight <= window.innerHeight;
    told.style.top = `${below ? first.bottom : Math.max(0, first.top - told.offsetHeight)}px`;
  };

  const hide = () => {
    clearTimeout(leaving);
    if (shown) shown.told.hidden = true;
    shown = null;
  };

  const show = (entry) => {
    clearTimeout(leaving);
    if (shown === entry) return;
    hide();
    entry.told.hidden = false;
    shown = entry;
    place(entry);
  };

  const leave = () => {
    clearTimeout(leaving);
    leaving = setTimeout(() => {
      if (shown && document.activeElement !== shown.word) hide();
    }, LEAVING);
  };

  const hovers = (event) => event.pointerType !== "touch";

  words.forEach((word, number) => {
    const told = document.createElement("span");
    told.className = "sk-explanation";
    told.id = `sk-explanation-${number}`;
    told.role = "tooltip";
    told.textContent = word.dataset.skExplains;
    told.hidden = true;
    word.after(told);
    word.setAttribute("aria-describedby", told.id);
    const entry = { word, told };
    let tapped = false; // whether this tap is the one that shows it
    word.addEventListener("pointerdown", (event) => {
      tapped = !hovers(event) && shown !== entry;
    });
    word.addEventListener("click", (event) => {
      if (tapped) event.preventDefault();
      if (tapped) show(entry);
      tapped = false;
    });
    word.addEventListener("focus", () => show(entry));
    word.addEventListener("blur", hide);
    for (const part of [word, told]) {
      part.addEventListener("pointerenter", (event) => hovers(event) && show(entry));
      part.addEventListener("pointerleave", (event) => hovers(event) && leave());
    }
  });

  if (!words.length) return;
  const follow = () => shown && place(shown);
  document.addEventListener("keydown", (event) => event.key === "Escape" && hide());
  document.addEventListener("pointerdown", (event) => {
    if (shown && ![shown.word, shown.told].some((part) => part.contains(event.target))) hide();
  });
  window.addEventListener("scroll", follow, { passive: true });
  window.addEventListener("resize", follow);
})();
