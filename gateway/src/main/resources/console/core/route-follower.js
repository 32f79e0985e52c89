import {route} from './route.js';

/** Renders its host anew whenever the address changes. */
export class RouteFollower {
  #changed;

  constructor(host) {
    this.#changed = () => host.requestUpdate();
    host.addController(this);
  }

  hostConnected() {
    route.addEventListener('change', this.#changed);
  }

  hostDisconnected() {
    route.removeEventListener('change', this.#changed);
  }
}
