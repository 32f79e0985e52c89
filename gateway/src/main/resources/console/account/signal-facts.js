import {LitElement, html, nothing} from 'lit';
import {foundation} from '../styles/foundation.js';
import {controls} from '../styles/controls.js';
import {downloadCsv} from '../core/csv.js';
import {isKnown} from '../core/known.js';
import {count, day, fixed, moment, percent} from '../core/wording.js';
import {placeOf} from './facts-place.js';
import {signalFactsStyle} from './signal-facts-style.js';

const SHOWN = 8;
const shares = new Set(['ratio', 'share']);

/** The facts behind one signal: what was counted, against what, over which days, from which parts. */
class SignalFacts extends LitElement {
  static properties = {signal: {state: true}, knownAt: {state: true}};

  static styles = [foundation, controls, signalFactsStyle];

  /** Opens where the row that asked stays in sight. */
  open(signal, knownAt, control) {
    this.signal = signal;
    this.knownAt = knownAt;
    this.updateComplete.then(() => {
      const panel = this.renderRoot.querySelector('[popover]');
      panel.showPopover();
      const {left, top} = placeOf(
        control.closest('th').getBoundingClientRect(),
        {width: panel.offsetWidth, height: panel.offsetHeight},
        {width: innerWidth, height: innerHeight},
      );
      panel.style.left = `${left}px`;
      panel.style.top = `${top}px`;
      panel.focus();
    });
  }

  render() {
    return html`<div popover tabindex="-1" role="dialog" aria-label="Facts behind ${this.signal?.name ?? 'the signal'}">
      ${this.signal ? this.#facts(this.signal) : nothing}
    </div>`;
  }

  #facts({name, value, unit, baseline, details, nominalWeight, weight}) {
    const items = details?.items ?? [];
    return html`<h3>${name} ${figure(value, unit)}</h3>
      <dl>
        ${fact('Counted', `${figure(value, unit)}${shares.has(unit) ? '' : ` ${unit}`}`)}
        ${isKnown(baseline) ? fact('Baseline', figure(baseline, unit)) : nothing}
        ${details ? fact('Days looked at', details.from === details.to ? day(details.to) : `${day(details.from)} to ${day(details.to)}`) : nothing}
        ${fact('Weight', `${percent(weight, 1)}${Math.abs(nominalWeight - weight) > 0.0005 ? `, ${percent(nominalWeight, 1)} in the model` : ''}`)}
        ${items.slice(0, SHOWN).map((item) => fact(capital(item.on ? `${item.what}, ${day(item.on)}` : item.what), count(Number(item.value))))}
        ${items.length > SHOWN ? fact(`${items.length - SHOWN} more`, '') : nothing}
        ${this.knownAt ? fact('Known as of', moment(this.knownAt)) : nothing}
      </dl>
      ${items.length ? html`<div class="btns"><button class="btn s" type="button" @click=${() => this.#save()}>CSV</button></div>` : nothing}`;
  }

  #save() {
    const {key, details} = this.signal;
    downloadCsv(
      `facts-${key}`,
      [
        ['what', (item) => item.what],
        ['on', (item) => item.on],
        ['value', (item) => item.value],
      ],
      details.items,
    );
  }
}

const capital = (text) => text[0].toUpperCase() + text.slice(1);
const figure = (value, unit) => (shares.has(unit) ? percent(value) : Number.isInteger(Number(value)) ? count(Number(value)) : fixed(value));
const fact = (term, text) =>
  html`<div>
    <dt>${term}</dt>
    <dd>${text}</dd>
  </div>`;

customElements.define('signal-facts', SignalFacts);
