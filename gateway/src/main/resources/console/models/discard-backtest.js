import {LitElement, html, nothing} from 'lit';
import {foundation} from '../styles/foundation.js';
import {controls} from '../styles/controls.js';
import {overlay, openOver} from '../shell/overlay.js';
import {icon} from '../pieces/icon.js';
import {api, backtestPath} from '../core/api.js';
import {notices} from '../core/notices.js';
import {moment} from '../core/wording.js';
import {isOpen} from './backtest-reading.js';
import {dialogStyle} from './dialog-style.js';

/** Cancels a backtest that waits or runs, or discards what came out, after a question. Emits `discarded`. */
class DiscardBacktest extends LitElement {
  static properties = {one: {attribute: false}, small: {type: Boolean}, fault: {state: true}, busy: {state: true}};

  static styles = [foundation, controls, overlay, dialogStyle];

  render() {
    const open = isOpen(this.one);
    const asked = `asked ${moment(this.one.askedAt)}`;
    return html`<button class="btn q ${this.small ? 's' : ''}" type="button" aria-haspopup="dialog" @click=${this.#open}>
        ${open ? 'Cancel…' : 'Discard…'}<span class="vh"> the backtest ${asked}</span>
      </button>
      <dialog aria-labelledby="title">
        <div class="head">
          <h2 id="title">${open ? 'Cancel this backtest?' : 'Discard this backtest?'}</h2>
          <button class="iconbtn" type="button" aria-label="Close" @click=${this.#close}>${icon('close')}</button>
        </div>
        <form @submit=${this.#discard}>
          <p>
            ${open ? 'It stops within seconds, and what it found so far is not kept.' : `The report, ${asked}, is gone for good. Nothing is scored by it.`}
          </p>
          ${this.fault ? html`<p class="fault" role="alert">${this.fault}</p>` : nothing}
          <div class="btns">
            <button class="btn" type="submit" aria-disabled=${String(Boolean(this.busy))}>${open ? 'Cancel the backtest' : 'Discard the report'}</button>
            <button class="btn q" type="button" @click=${this.#close}>${open ? 'Let it run' : 'Keep it'}</button>
          </div>
        </form>
      </dialog>`;
  }

  #open() {
    this.fault = undefined;
    openOver(this.renderRoot.querySelector('dialog'));
  }

  #close() {
    this.renderRoot.querySelector('dialog').close();
  }

  async #discard(event) {
    event.preventDefault();
    if (this.busy) {
      return;
    }
    const words = isOpen(this.one) ? 'The backtest is cancelled' : 'The report is discarded';
    this.busy = true;
    try {
      await api.remove(backtestPath(this.one.modelId, this.one.backtestId), {ifMatch: '*'});
      this.#close();
      notices.toast(words);
      this.dispatchEvent(new CustomEvent('discarded'));
    } catch (error) {
      this.fault = error.message;
    } finally {
      this.busy = false;
    }
  }
}

customElements.define('discard-backtest', DiscardBacktest);
