import {LitElement, html, nothing} from 'lit';
import {foundation} from '../styles/foundation.js';
import {controls} from '../styles/controls.js';
import {sections} from '../styles/sections.js';
import {tables} from '../styles/tables.js';
import {icon} from '../pieces/icon.js';
import {pick} from '../pieces/pick.js';
import {curveChart} from './curve-chart.js';
import {curveChartStyle} from './curve-chart-style.js';
import {withPoint, withoutPoint} from './curve-points.js';
import {sameCurve} from './curve-shape.js';
import {baselineWords, isShare, measureWords, policyWords, scaleWords} from './measure-reading.js';
import {faultsBelow, modelField} from './model-field.js';
import {modelFieldStyle} from './model-field-style.js';
import {drawable} from './model-reading.js';
import {signalCurveStyle} from './signal-curve-style.js';
import {percentText} from './shares.js';

/** One signal: its curve, the points of it, what it measures. The points of a draft are edited here. */
class SignalCurve extends LitElement {
  static properties = {
    signal: {attribute: false},
    base: {attribute: false},
    baseName: {},
    editing: {attribute: false},
    version: {attribute: false},
    width: {state: true},
  };

  static styles = [foundation, controls, sections, tables, modelFieldStyle, curveChartStyle, signalCurveStyle];

  #size = new ResizeObserver(() => (this.width = this.clientWidth));

  connectedCallback() {
    super.connectedCallback();
    this.#size.observe(this);
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    this.#size.disconnect();
  }

  /** Where a person who chose the signal goes on. */
  focus() {
    this.renderRoot.querySelector('h2').focus();
  }

  render() {
    const {signal, base, editing} = this;
    const isOther = Boolean(base) && !sameCurve(base, signal);
    return html`<section class="sec" aria-labelledby="title">
      <header>
        <h2 id="title" tabindex="-1">${signal.name}</h2>
        <p>${scaleWords(signal)} to points</p>
        <span class="sp"></span>
        ${editing && isOther ? html`<button class="btn q s" type="button" @click=${() => editing.put(`${signal.pointer}/curve`, base.written)}>Reset to ${this.baseName}</button>` : nothing}
      </header>
      <div class="plot">
        ${this.width ? curveChart(signal, {width: this.width, before: base, beforeName: this.baseName, edited: editing && isOther}) : nothing}
      </div>
      ${this.#faults()} ${this.#points()}
      <dl class="what">
        ${fact('Measures', measureWords(signal.measure))} ${fact('Baseline', baselineWords(signal.measure))} ${fact('Unit', signal.unit)}
        ${fact('Weighs', `${percentText(signal.ofScore)}% of the score`)} ${this.#policy()}
      </dl>
    </section>`;
  }

  #points() {
    const {signal, editing} = this;
    return html`<table class="tbl d points">
      <caption class="vh">
        Points of the curve of ${signal.name}
      </caption>
      <thead>
        <tr>
          <th scope="col">Point</th>
          <th scope="col" class="num">${isShare(signal.measure) ? scaleWords(signal) : `Value${signal.unit ? `, ${signal.unit}` : ''}`}</th>
          <th scope="col" class="num">Gives points</th>
          ${editing ? html`<th scope="col"><span class="vh">Remove</span></th>` : nothing}
        </tr>
      </thead>
      <tbody>
        ${signal.curve.map((point, index) => this.#point(point, index))}
      </tbody>
    </table>
    ${editing ? html`<div class="around">${this.#add()}<span class="sp"></span>${this.#shape()}</div>` : nothing}`;
  }

  #point([x, y], index) {
    const {signal, base, editing} = this;
    const pointer = `${signal.pointsPointer}/${index}`;
    const same = base && base.curve.length === signal.curve.length ? base.curve[index] : [];
    const kind = isShare(signal.measure) ? 'percent' : 'number';
    const value = {pointer: `${pointer}/0`, kind, value: x, label: `Point ${index + 1}, value`, was: same[0], within: pointer};
    const given = {pointer: `${pointer}/1`, kind: 'number', value: y, label: `Point ${index + 1}, gives points`, was: same[1], within: pointer};
    return html`<tr>
        <th scope="row">${index + 1}</th>
        <td class="num">${modelField(editing, value)}</td>
        <td class="num">${modelField(editing, given)}</td>
        ${editing ? html`<td class="drop">${signal.curve.length > 1 ? this.#remove(index) : nothing}</td>` : nothing}
      </tr>
      ${this.#faultRow(pointer, value.pointer, given.pointer)}`;
  }

  #remove(index) {
    return html`<button class="iconbtn" type="button" aria-label="Remove point ${index + 1}" title="Remove" @click=${() => this.#put(withoutPoint(this.signal.curve, index))}>
      ${icon('close', true)}
    </button>`;
  }

  #add() {
    const {curve} = this.signal;
    return drawable(curve).length === curve.length
      ? html`<button class="btn q s add" type="button" @click=${() => this.#put(withPoint(curve))}>${icon('add', true)}Point</button>`
      : nothing;
  }

  /** What lies between two points: a list says straight lines, an object says it itself. */
  #shape() {
    const {curve, shape, pointer} = this.signal;
    const take = (chosen) => this.editing.put(`${pointer}/curve`, chosen === 'step' ? {shape: chosen, points: curve} : curve);
    return pick('Between points', shapes, shape, take);
  }

  /** What counts without data. */
  #policy() {
    const {signal, base, editing} = this;
    if (!editing) {
      return fact('Without data', policyWords(signal.missing));
    }
    const pointer = `${signal.pointer}/missing`;
    const {policy} = signal.missing;
    const [name, label, suffix] = policy === 'penalise' ? ['score', 'Counts as, of 100 points', 'of 100'] : ['days', 'Carried for, days', 'days'];
    const was = base?.missing.policy === policy ? base.missing[name] : undefined;
    return html`<div>
        <dt>Without data</dt>
        <dd class="policy">
          ${pick('Without data', policies, policy, (chosen) => editing.put(pointer, begun[chosen]))}
          ${
            policy === 'redistribute'
              ? nothing
              : html`<span>${modelField(editing, {pointer: `${pointer}/${name}`, kind: 'number', value: signal.missing[name], label, was, within: pointer})} ${suffix}</span>`
          }
        </dd>
      </div>
      ${faultsBelow(editing, `${pointer}/${name}`)}`;
  }

  #put(curve) {
    this.editing.put(this.signal.pointsPointer, curve);
  }

  #faultRow(...pointers) {
    const {editing} = this;
    return editing && pointers.some((pointer) => editing.faultsAt(pointer).length)
      ? html`<tr class="faults">
          <td colspan="4">${pointers.map((pointer) => faultsBelow(editing, pointer))}</td>
        </tr>`
      : nothing;
  }

  /** Faults of the signal that no field here is for. */
  #faults() {
    const {pointer} = this.signal;
    const own = this.editing?.faultsIn(pointer).filter((fault) => fault.pointer !== `${pointer}/weight` && !fault.pointer.startsWith(`${pointer}/curve/`) && !/\/missing\/(score|days)$/.test(fault.pointer));
    return own?.map(({pointer: place, detail}) => html`<p class="fault">${place.slice(pointer.length + 1) || 'Signal'}: ${detail}</p>`) ?? nothing;
  }
}

const shapes = [
  ['linear', 'straight lines'],
  ['step', 'steps'],
];
const policies = [
  ['redistribute', 'weight goes to the others'],
  ['penalise', 'counts as a score'],
  ['carry', 'last reading is carried'],
];
/** With what a policy begins when it is chosen. */
const begun = {redistribute: {policy: 'redistribute'}, penalise: {policy: 'penalise', score: 0}, carry: {policy: 'carry', days: 14}};

const fact = (term, words) =>
  words
    ? html`<div>
        <dt>${term}</dt>
        <dd>${words}</dd>
      </div>`
    : nothing;

customElements.define('signal-curve', SignalCurve);
