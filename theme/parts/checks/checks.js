// One button for all explanations of a list; paper shows those that are open.
(() => {
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
