import {pulse} from './pulse.js';
import {permitted} from './session.js';

/**
 * One question to the platform, asked again when its key changes and at every pulse.
 * State: waiting (nothing for 200 ms, then `slow`), shown, failed. A failed refresh keeps the last value and says so.
 */
export class Answer {
  value;
  refusal = null;
  slow = false;
  askedAt = null;
  failedAt = null;
  #host;
  #ask;
  #key;
  #live;
  #scope;
  #lastKey;
  #abort;
  #slowTimer;
  #every;
  #beats = 0;
  #onScreen = false;
  #beat = () =>
    ++this.#beats % this.#every === 0 && this.#live() && this.#lastKey !== undefined && this.#lastKey !== 'null' && this.again();

  /**
   * `key` names what is asked (null: nothing to ask); `ask(signal)` asks it, again at every `every`-th
   * pulse while `live`; `scope` is what the person needs for it.
   */
  constructor(host, {key, ask, scope, live = () => true, every = 1}) {
    this.#scope = scope;
    this.#every = every;
    this.#host = host;
    this.#key = key;
    this.#ask = ask;
    this.#live = live;
    host.addController(this);
  }

  get waiting() {
    return this.value === undefined && this.refusal === null;
  }

  get stale() {
    return this.value !== undefined && this.refusal !== null;
  }

  hostConnected() {
    this.#onScreen = true;
    pulse.addEventListener('beat', this.#beat);
  }

  hostDisconnected() {
    this.#onScreen = false;
    pulse.removeEventListener('beat', this.#beat);
    this.#abort?.abort();
    clearTimeout(this.#slowTimer);
    this.#lastKey = undefined;
  }

  /** A host that has left the screen can still be rendered once; it asks nothing then. */
  hostUpdate() {
    if (!this.#onScreen) {
      return;
    }
    const key = JSON.stringify(this.#key() ?? null);
    if (key !== this.#lastKey) {
      this.#lastKey = key;
      this.value = undefined;
      this.refusal = null;
      this.#abort?.abort();
      this.#abort = undefined;
      if (key !== 'null') {
        this.again();
      }
    }
  }

  async again() {
    if (this.#abort && !this.#abort.signal.aborted) {
      return;
    }
    const abort = (this.#abort = new AbortController());
    if (this.value === undefined) {
      this.#waitVisibly();
    }
    try {
      if (this.#scope) {
        await permitted(this.#scope);
      }
      const value = await this.#ask(abort.signal);
      if (!abort.signal.aborted) {
        this.value = value;
        this.refusal = null;
        this.askedAt = Date.now();
        pulse.heard();
      }
    } catch (error) {
      if (!abort.signal.aborted) {
        this.refusal = error;
        this.failedAt = Date.now();
        if (error.away) {
          pulse.missed();
        }
      }
    } finally {
      if (this.#abort === abort) {
        this.#abort = undefined;
        clearTimeout(this.#slowTimer);
        this.slow = false;
        this.#host.requestUpdate();
      }
    }
  }

  #waitVisibly() {
    clearTimeout(this.#slowTimer);
    this.#slowTimer = setTimeout(() => {
      this.slow = true;
      this.#host.requestUpdate();
    }, 200);
  }
}
