import {api} from '../core/api.js';
import {notices} from '../core/notices.js';

const UNDO = 10_000;
const verdictWords = {true: 'true', false: 'false', too_late: 'too late'};
const path = (alert, action) => `/api/v1/alerts/${encodeURIComponent(alert.alertId)}/${action}`;

/**
 * What a person has just done with alerts: shown at once, taken back when the platform refuses.
 * A closing is sent after ten seconds without an undo, or when the page is left.
 */
export class AlertJudging {
  #host;
  #done;
  #changed = new Map();
  #closing = new Map();
  #leave = () => [...this.#closing.values()].forEach((send) => send(true));

  constructor(host, done) {
    this.#host = host;
    this.#done = done;
    host.addController(this);
  }

  hostConnected() {
    addEventListener('pagehide', this.#leave);
  }

  hostDisconnected() {
    removeEventListener('pagehide', this.#leave);
    this.#leave();
  }

  /** What to show of this alert before the platform has confirmed it. */
  of({alertId}) {
    return this.#changed.get(alertId);
  }

  async acknowledge(alert) {
    this.#mark(alert, {state: 'acknowledged'});
    try {
      await api.post(path(alert, 'acknowledge'), {});
      notices.toast(`${alert.accountName} acknowledged`);
      this.#done();
    } catch (error) {
      this.#takeBack(alert, `Not acknowledged. ${error.message}`);
    }
  }

  close(alert, verdict) {
    this.#mark(alert, {state: 'closed', verdict});
    const timer = setTimeout(() => send(false), UNDO);
    const send = (leaving) => {
      clearTimeout(timer);
      this.#closing.delete(alert.alertId);
      return this.#send(alert, verdict, leaving);
    };
    this.#closing.set(alert.alertId, send);
    const undo = () => {
      clearTimeout(timer);
      if (this.#closing.delete(alert.alertId)) {
        this.#takeBack(alert);
      }
    };
    notices.toast(`${alert.accountName} closed as ${verdictWords[verdict]}`, {undo});
  }

  async #send(alert, verdict, keepalive) {
    try {
      await api.post(path(alert, 'close'), {verdict}, {keepalive});
      this.#done();
    } catch (error) {
      this.#takeBack(alert, `Not closed. ${error.message}`);
    }
  }

  #mark({alertId}, change) {
    this.#changed.set(alertId, change);
    this.#host.requestUpdate();
  }

  #takeBack({alertId}, why) {
    this.#changed.delete(alertId);
    this.#host.requestUpdate();
    if (why) {
      notices.toast(why);
    }
  }
}
