// The planner is a module, which an old browser or a broken line may never bring. Then the page says
// where else the answers are.
(() => {
  const without = document.querySelector("[data-sk-without]");
  const planner = document.querySelector("[data-sk-planner]");
  if (!without) return;
  setTimeout(() => {
    if (planner.hidden) without.dataset.skFailed = "";
  }, 5000);
})();
