import {LitElement, html, nothing} from 'lit';
import {foundation} from '../styles/foundation.js';
import {controls} from '../styles/controls.js';
import {sections} from '../styles/sections.js';
import {tables} from '../styles/tables.js';
import {bands} from '../styles/bands.js';
import {bandShape} from '../pieces/band-shape.js';
import {isKnown} from '../core/known.js';
import {bandWords} from '../core/wording.js';
import {bandScale} from './band-scale.js';
import {bandScaleStyle} from './band-scale-style.js';
import {durationWords} from './duration-words.js';
import {hoursOf} from './durations.js';
import {faultsBelow, modelField} from './model-field.js';
import {modelFieldStyle} from './model-field-style.js';
import {modelBandsStyle} from './model-bands-style.js';
import {numberText, percentText} from './shares.js';

const row = (band, cells) =>
  html`<tr>
    <th scope="row"><span class="bl">${bandShape(band)}${bandWords[band]}</span></th>
    ${cells}
  </tr>`;

/** Where bands begin and end, how steady they are, when there is no score, and how probable churn is in each. */
class ModelBands extends LitElement {
  static properties = {model: {attribute: false}, base: {attribute: false}, editing: {attribute: false}, version: {attribute: false}};

  static styles = [foundation, controls, sections, tables, bands, bandScaleStyle, modelFieldStyle, modelBandsStyle];

  render() {
    return html`<div class="two">
      <div class="left">${this.#bands()} ${this.#steadiness()}</div>
      ${this.#prior()}
    </div>`;
  }

  #bands() {
    const {model} = this;
    const last = model.bands.at(-1).enter;
    return html`<section class="sec" aria-labelledby="bands">
      <header>
        <h2 id="bands">Bands</h2>
        <p>Hatched is where a band that was entered is kept</p>
      </header>
      <div class="scale">${bandScale(model)}</div>
      <table class="tbl">
        <thead>
          <tr>
            <th scope="col">Band</th>
            <th scope="col" class="num">Entered at</th>
            <th scope="col" class="num">Left below</th>
          </tr>
        </thead>
        <tbody>
          ${model.bands.map((band, index) => this.#threshold(band, this.base?.bands[index]))}
          ${row('critical', html`<td class="num i2" colspan="2">${isKnown(last) ? `below ${numberText(last)}` : 'below at risk'}</td>`)}
          ${row('unknown', html`<td class="num i2 why" colspan="2">no score: ${isKnown(model.floor) ? `data for less than ${percentText(model.floor)}% of the weight` : 'too little data'}</td>`)}
        </tbody>
      </table>
      ${faultsBelow(this.editing, '/bands')}
    </section>`;
  }

  #threshold({band, enter, leave, pointer}, before) {
    const {editing} = this;
    const word = bandWords[band];
    const fields = [
      {pointer: `${pointer}/enter`, kind: 'number', value: enter, label: `${word}, entered at`, was: before?.enter, within: pointer},
      {pointer: `${pointer}/leave`, kind: 'number', value: leave, label: `${word}, left below`, was: before?.leave, within: pointer},
    ];
    const places = [pointer, ...fields.map((field) => field.pointer)];
    return html`${row(
      band,
      fields.map((field) => html`<td class="num">${modelField(editing, field)}</td>`),
    )}
    ${
      editing && places.some((place) => editing.faultsAt(place).length)
        ? html`<tr class="faults">
            <td colspan="3">${places.map((place) => faultsBelow(editing, place))}</td>
          </tr>`
        : nothing
    }`;
  }

  #steadiness() {
    const {model, base, editing} = this;
    const time = (duration) => (hoursOf(duration) === 0 ? 'at once' : durationWords(duration));
    const shown = (pointer, value, label, was) => (editing ? modelField(editing, {pointer, kind: 'hours', value, label, was}) : time(value));
    return html`<section class="sec" aria-labelledby="steady">
      <header>
        <h2 id="steady">Steadiness and coverage</h2>
      </header>
      <dl class="rules">
        <div>
          <dt>A worse band is taken${editing ? ' after' : ''}<small>When the score has called for it that long; 0 is at once</small></dt>
          <dd>${shown('/bands/worseFor', model.worseFor, 'A worse band is taken after hours', base?.worseFor)}</dd>
          ${faultsBelow(editing, '/bands/worseFor')}
        </div>
        <div>
          <dt>A worse band is kept for<small>Before a better one takes its place</small></dt>
          <dd>${shown('/bands/keep', model.keep, 'A worse band is kept for hours', base?.keep)}</dd>
          ${faultsBelow(editing, '/bands/keep')}
        </div>
        <div>
          <dt>Coverage needed for a score<small>Share of the weight that has data; below it the band is unknown</small></dt>
          <dd>${modelField(editing, {pointer: '/coverageFloor', kind: 'percent', value: model.floor, label: 'Coverage needed for a score', was: base?.floor})}</dd>
          ${faultsBelow(editing, '/coverageFloor')}
        </div>
      </dl>
    </section>`;
  }

  #prior() {
    const {prior} = this.model;
    return html`<section class="sec" aria-labelledby="prior">
      <header>
        <h2 id="prior">Churn probability</h2>
        <p>${prior.label ? html`<span class="tag gap">${prior.label}</span>` : nothing}</p>
      </header>
      <table class="tbl">
        <thead>
          <tr>
            <th scope="col">Band</th>
            <th scope="col" class="num">${isKnown(prior.months) ? `Within ${numberText(prior.months)} months` : 'Probability'}</th>
          </tr>
        </thead>
        <tbody>
          ${prior.bands.map((one, index) => this.#probability(one, this.base?.prior.bands[index]))}
        </tbody>
      </table>
      ${faultsBelow(this.editing, '/prior')}
      <p class="foot">Revenue at risk = the probability of the band × ARR. It is assumed for each band, not learnt from what happened to your accounts.</p>
    </section>`;
  }

  #probability({band, probability, pointer}, before) {
    const field = {pointer, kind: 'percent', value: probability, label: `${bandWords[band]}, churn probability`, was: before?.probability};
    return html`${row(band, html`<td class="num">${modelField(this.editing, field)}</td>`)}
    ${
      this.editing?.faultsAt(pointer).length
        ? html`<tr class="faults">
            <td colspan="2">${faultsBelow(this.editing, pointer)}</td>
          </tr>`
        : nothing
    }`;
  }
}

customElements.define('model-bands', ModelBands);
