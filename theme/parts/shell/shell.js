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

  // A function of where the page stands and of its address alone, so that no order of events decides.
  const place = (headings) => {
    const root = document.documentElement;
    const landing = parseFloat(getComputedStyle(root).scrollPaddingTop) + 2; // what rounding may take
    const top = (element) => element.getBoundingClientRect().top;
    const target = document.querySelector(":target");
    const isAtEnd = scrollY + innerHeight >= root.scrollHeight - 2;
    if (target && isAtEnd && top(target) > landing && top(target) < innerHeight) {
      const later = Node.DOCUMENT_POSITION_FOLLOWING; // it cannot come higher, being last on the page
      return headings.findLast((heading) => !(target.compareDocumentPosition(heading) & later));
    }
    return headings.findLast((heading) => top(heading) <= landing);
  };

  const follow = () => {
    const links = new Map();
    for (const link of document.querySelectorAll(".sk-contents a[href^='#']")) {
      const heading = document.getElementById(decodeURIComponent(link.hash.slice(1)));
      if (heading) links.set(heading, link);
    }
    const headings = [...links.keys()];
    let current = null;
    const mark = () => {
      const link = links.get(place(headings)) ?? null;
      if (link === current) return;
      current?.removeAttribute("aria-current");
      link?.setAttribute("aria-current", "location");
      current = link;
    };
    mark();
    for (const event of ["scroll", "resize", "load", "hashchange"]) {
      window.addEventListener(event, mark, { passive: true });
    }
  };

  follow();
  unfold();
  window.addEventListener("hashchange", unfold);
})();
