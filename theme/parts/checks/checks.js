// One button for all explanations of a list; paper shows those that are open. And how far one has come.
(() => {
  const boxes = [...document.querySelectorAll(".sk-check > input")];
  const ticked = document.querySelector("[data-sk-ticked]");
  const count = () => {
    ticked.textContent = `${boxes.filter((box) => box.checked).length} av ${boxes.length} avbockade`; // not done: of alternatives one is enough
  };
  if (ticked) {
    for (const box of boxes) box.addEventListener("change", count);
    window.addEventListener("pageshow", count); // the browser may have put earlier ticks back
  }

  const folded = [...document.querySelectorAll(".sk-how-to")];

  for (const button of document.querySelectorAll("[data-sk-how-to]")) {
    const words = [button.textContent, button.dataset.skHowTo];
    const isOpen = () => folded.every((details) => details.open);

    button.hidden = folded.length === 0;
    button.addEventListener("click", () => {
      const open = !isOpen();
      for (const details of folded) details.open = open;
    });
    for (const details of folded) {
      details.addEventListener("toggle", () => (button.textContent = words[Number(isOpen())]));
    }
  }
})();
