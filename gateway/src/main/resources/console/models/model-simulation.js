import {LitElement, html, nothing} from 'lit';
import {foundation} from '../styles/foundation.js';
import {controls} from '../styles/controls.js';
import {sections} from '../styles/sections.js';
import {icon} from '../pieces/icon.js';
import {api, modelPath} from '../core/api.js';
import {downloadCsv} from '../core/csv.js';
import {moment} from '../core/wording.js';
import {modelSimulationStyle} from './model-simulation-style.js';
import {csvColumns} from './simulation-reading.js';
import './simulated-bands.js';
import './simulated-moves.js';
import './simulated-overrides.js';

/** The last answers, for who comes back from an account. A draft that was saved since is another question. */
const kept = new Map();

/** Today's portfolio by this model beside the one in force: asked for, never by itself. */
class ModelSimulation extends LitElement {
  static properties = {
    item: {attribute: false},
    dirty: {type: Boolean},
    allowed: {type: Boolean},
    busy: {state: true},
    fault: {state: true},
  };

  static styles = [foundation, controls, sections, modelSimulationStyle];

  render() {
    const found = kept.get(this.#key());
    return html`<section class="sec" aria-labelledby="title" aria-busy=${String(Boolean(this.busy))}>
      <header>
        <h2 id="title">Simulation</h2>
        <p>${found ? `Today’s portfolio, looked at ${moment(found.at)}, beside ${found.inForce} in force` : 'Today’s portfolio, if this model were published now'}</p>
        <span class="sp"></span>
        ${found ? html`<button class="btn s q" type="button" @click=${() => this.#save(found)}>${icon('save')}CSV</button>` : nothing}
        ${
          this.allowed
            ? html`<button class="btn s ${found ? '' : 'pri'}" type="button" aria-disabled=${String(Boolean(this.busy))} @click=${this.#run}>
                ${this.busy ? 'Simulating…' : found ? 'Simulate again' : 'Simulate'}
              </button>`
            : nothing
        }
      </header>
      ${this.dirty ? html`<p class="note"><b>Edits that are not saved are not simulated.</b> The draft is taken as it is saved.</p>` : nothing}
      <div role="status">${this.busy ? html`<p class="note">Every live account is judged by this model.</p>` : nothing}</div>
      ${this.fault ? html`<p class="note" role="alert"><b>The simulation was refused.</b> ${this.fault}</p>` : nothing}
      ${found ? this.#found(found) : this.#nothingYet()}
    </section>`;
  }

  #nothingYet() {
    if (this.busy || this.fault) {
      return nothing;
    }
    return this.allowed === false
      ? html`<p class="note"><b>A simulation needs the scope <span class="mono">models:write</span>.</b> An administrator of your identity provider can grant it.</p>`
      : html`<p class="note">
          <b>Who would move band today, and the annual revenue behind them.</b> Accounts with an override are told apart; they stay where a person put
          them. Nothing is changed and nothing is kept.
        </p>`;
  }

  #found(found) {
    return html`<div class="parts">
      <simulated-bands .found=${found}></simulated-bands>
      <simulated-moves .found=${found}></simulated-moves>
      ${found.overridden ? html`<simulated-overrides .found=${found}></simulated-overrides>` : nothing}
    </div>`;
  }

  async #run() {
    if (this.busy) {
      return;
    }
    const key = this.#key();
    this.busy = true;
    this.fault = undefined;
    try {
      kept.set(key, await api.post(modelPath(this.item.id, '/simulations')));
    } catch (error) {
      this.fault = error.away ? 'The service is away for the moment; try again.' : error.message;
    } finally {
      this.busy = false;
    }
  }

  #save(found) {
    downloadCsv(`simulation-${this.item.id}`, csvColumns, [...found.movingAccounts, ...found.overriddenAccounts]);
  }

  #key() {
    return `${this.item.id} ${this.item.changedAt ?? ''}`;
  }
}

customElements.define('model-simulation', ModelSimulation);
