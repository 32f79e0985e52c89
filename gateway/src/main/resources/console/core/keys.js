import {preferences} from './preferences.js';

const fields = new Set(['INPUT', 'SELECT', 'TEXTAREA']);

function inField(event) {
  const target = event.composedPath()[0];
  return target instanceof HTMLElement && (fields.has(target.tagName) || target.isContentEditable);
}

/**
 * Single keys and `g` sequences, off in fields, under dialogs and when a person has turned them off.
 * The latest listener that knows a key gets it.
 */
class Keys {
  #layers = [];
  #afterG = false;
  #timer;

  constructor() {
    addEventListener('keydown', (event) => this.#press(event));
  }

  /** `map`: key → action, "g p" for a sequence. Returns the function that removes it. */
  listen(map) {
    this.#layers.push(map);
    return () => {
      this.#layers = this.#layers.filter((layer) => layer !== map);
    };
  }

  get on() {
    return preferences.get('keys', 'on') === 'on';
  }

  #press(event) {
    if (event.defaultPrevented) {
      return;
    }
    if ((event.metaKey || event.ctrlKey) && event.key.toLowerCase() === 'k') {
      this.#act('mod k', event);
      return;
    }
    if (!this.on || event.metaKey || event.ctrlKey || event.altKey || inField(event) || document.documentElement.dataset.layer) {
      return;
    }
    const key = this.#afterG ? `g ${event.key}` : event.key;
    this.#afterG = false;
    if (key === 'g') {
      this.#afterG = true;
      clearTimeout(this.#timer);
      this.#timer = setTimeout(() => (this.#afterG = false), 1200);
      return;
    }
    this.#act(key, event);
  }

  #act(key, event) {
    const layer = this.#layers.findLast((map) => map[key]);
    if (layer) {
      event.preventDefault();
      layer[key](event);
    }
  }
}

export const keys = new Keys();

/** Keys that live as long as their component is on screen. */
export class KeyLayer {
  #map;
  #remove;

  constructor(host, map) {
    this.#map = map;
    host.addController(this);
  }

  hostConnected() {
    this.#remove = keys.listen(this.#map);
  }

  hostDisconnected() {
    this.#remove();
  }
}
