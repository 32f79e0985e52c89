import {route} from './route.js';

/**
 * How far a list was read. The history entry keeps it as its page is left; whoever comes back to the entry finds as
 * many rows and the same place.
 */
export class KeptPlace {
  #rows;
  #isThere;
  #wanted = null;
  #keep = () => history.replaceState({place: {rows: this.#rows(), scroll: scrollY}}, '');

  /** `rows()` says how many are shown, `isThere(rows)` whether so many are, or all there are. */
  constructor(host, {rows, isThere}) {
    this.#rows = rows;
    this.#isThere = isThere;
    host.addController(this);
  }

  /** How many rows the place needs that is still to be found; 0 when there is none. */
  get rows() {
    return this.#wanted?.rows ?? 0;
  }

  hostConnected() {
    this.#wanted = history.state?.place ?? null;
    route.addEventListener('leaving', this.#keep);
    addEventListener('pagehide', this.#keep);
  }

  hostDisconnected() {
    route.removeEventListener('leaving', this.#keep);
    removeEventListener('pagehide', this.#keep);
  }

  hostUpdated() {
    if (this.#wanted && this.#isThere(this.#wanted.rows)) {
      const {scroll} = this.#wanted;
      this.#wanted = null;
      scrollTo(0, scroll);
    }
  }
}
