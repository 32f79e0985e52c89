import {score} from '../core/wording.js';

/**
 * Rows do not move under the pointer: a refresh changes their figures in place and counts how many would stand
 * elsewhere, until a person asks for the new order.
 */
export class SteadyRows {
  #key;
  #ids = null;
  #scores = new Map();
  #changed = new Map();
  #last;

  of(key, arrived) {
    if (key !== this.#key) {
      this.#key = key;
      this.#ids = null;
      this.#scores.clear();
      this.#changed.clear();
    }
    if (this.#last === undefined || JSON.stringify(arrived) !== this.#last) {
      this.#last = JSON.stringify(arrived);
      this.#notice(arrived);
    }
    const newOrder = arrived.map(({accountId}) => accountId);
    const known = new Map(arrived.map((row) => [row.accountId, row]));
    const kept = (this.#ids ?? []).filter((id) => known.has(id));
    const keptSet = new Set(kept);
    this.#ids = [...kept, ...newOrder.filter((id) => !keptSet.has(id))];
    const moved = this.#ids.filter((id, index) => id !== newOrder[index]).length;
    return {rows: this.#ids.map((id) => known.get(id)), moved, changed: this.#changed};
  }

  release() {
    this.#ids = null;
  }

  #notice(arrived) {
    this.#changed = new Map();
    for (const row of arrived) {
      const before = this.#scores.get(row.accountId);
      if (before !== undefined && score(before) !== score(row.score)) {
        this.#changed.set(row.accountId, `Score was ${score(before)}`);
      }
      this.#scores.set(row.accountId, row.score ?? null);
    }
  }
}
