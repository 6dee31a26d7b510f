// Work that takes long, a little at a time, so that whatever a reader does is answered in between.

const TURN = 8; // milliseconds

/** Does the work, which is a generator that yields wherever it may rest. */
export class Turns {
  /** `wanted()` says whether it is still to be done. */
  constructor(wanted) {
    this.wanted = wanted;
    this.since = performance.now();
  }

  /** What the work gives; null if it was given up. */
  async all(work) {
    while (this.wanted()) {
      const step = work.next();
      if (step.done) return step.value;
      if (performance.now() - this.since < TURN) continue;
      await rest();
      this.since = performance.now();
    }
    return null;
  }
}

/** A browser that knows how takes the page's own work up before anybody else's, a reader's apart. */
function rest() {
  return globalThis.scheduler?.yield ? scheduler.yield() : new Promise((rested) => setTimeout(rested));
}
