// What the browser does not do by itself: a panel closes when one of its links is followed, a place
// inside something folded is unfolded, and the contents show where on the page the reader is.
(() => {
  for (const panel of document.querySelectorAll(".sk-panel")) {
    panel.addEventListener("click", (event) => {
      if (event.target.closest("a") && panel.matches(":popover-open")) panel.hidePopover();
    });
  }

  const unfold = () => {
    const target = document.querySelector(":target"); // whatever an address may hold
    const folded = target?.closest("details:not([open])");
    if (!folded) return;
    for (let at = folded; at; at = at.parentElement?.closest("details")) at.open = true;
    target.scrollIntoView();
  };

  const follow = () => {
    const links = new Map();
    for (const link of document.querySelectorAll(".sk-contents a[href^='#']")) {
      const heading = document.getElementById(decodeURIComponent(link.hash.slice(1)));
      if (heading) links.set(heading, link);
    }
    let current = null;
    const mark = () => {
      const passed = [...links.keys()].filter((heading) => heading.getBoundingClientRect().top < 120);
      const link = links.get(passed.at(-1)) ?? null;
      if (link === current) return;
      current?.removeAttribute("aria-current");
      link?.setAttribute("aria-current", "location");
      current = link;
    };
    const watch = new IntersectionObserver(mark, { rootMargin: "-120px 0px -60% 0px" });
    for (const heading of links.keys()) watch.observe(heading);
  };

  follow();
  unfold();
  window.addEventListener("hashchange", unfold);
})();
