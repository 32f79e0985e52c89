import {route} from './route.js';

/**
 * The address as its host's page last had it; renders the host anew whenever that changes. A page that is being left
 * does not hear of the next one's address.
 */
export class RouteFollower {
  current = route.current;
  #changed;

  constructor(host) {
    this.#changed = () => {
      if (route.current.page === this.current.page) {
        this.current = route.current;
        host.requestUpdate();
      }
    };
    host.addController(this);
  }

  get query() {
    return this.current.query;
  }

  get params() {
    return this.current.params;
  }

  hostConnected() {
    route.addEventListener('change', this.#changed);
    this.#changed();
  }

  hostDisconnected() {
    route.removeEventListener('change', this.#changed);
  }
}
