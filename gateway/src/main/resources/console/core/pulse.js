const EVERY = 10_000;
const STALE_AFTER = 30_000;

/** Asks everyone on screen to look again every ten seconds while the page is seen, and knows how fresh the screen is. */
class Pulse extends EventTarget {
  lastGood = Date.now();
  failingSince = null;
  #timer;

  start() {
    document.addEventListener('visibilitychange', () => (document.hidden ? this.#stop() : this.beat()));
    addEventListener('online', () => this.beat());
    this.#schedule();
  }

  beat() {
    this.dispatchEvent(new Event('beat'));
    this.#schedule();
  }

  heard() {
    this.lastGood = Date.now();
    this.failingSince = null;
    this.dispatchEvent(new Event('state'));
  }

  missed() {
    this.failingSince ??= Date.now();
    this.dispatchEvent(new Event('state'));
  }

  get state() {
    if (this.failingSince === null) {
      return 'live';
    }
    return Date.now() - this.lastGood > STALE_AFTER ? 'stale' : 'reconnecting';
  }

  #schedule() {
    this.#stop();
    if (!document.hidden) {
      this.#timer = setTimeout(() => this.beat(), EVERY);
    }
  }

  #stop() {
    clearTimeout(this.#timer);
  }
}

export const pulse = new Pulse();
