import {LitElement, html, nothing} from 'lit';
import {foundation} from '../styles/foundation.js';
import {controls} from '../styles/controls.js';
import {sections} from '../styles/sections.js';
import {tables} from '../styles/tables.js';
import {bands} from '../styles/bands.js';
import {csvButton} from '../pieces/section-buttons.js';
import {within} from '../pieces/tab-line.js';
import {downloadCsv} from '../core/csv.js';
import {plural} from '../core/wording.js';
import {curveSpark} from './curve-spark.js';
import {curveWords} from './curve-shape.js';
import {astray} from './fault-words.js';
import {measureWords} from './measure-reading.js';
import {faultsBelow, modelField} from './model-field.js';
import {modelFieldStyle} from './model-field-style.js';
import {modelWeightsStyle} from './model-weights-style.js';
import {percentText} from './shares.js';
import './share-bar.js';

const percents = (share) => (share === null ? 'none' : `${percentText(share)}%`);

/** Axes and signals of a model with their weights, curves at a glance; one signal is chosen. Weights of a draft are edited here. */
class ModelWeights extends LitElement {
  static properties = {
    model: {attribute: false},
    base: {attribute: false},
    editing: {attribute: false},
    chosen: {},
    version: {attribute: false},
  };

  static styles = [foundation, controls, sections, tables, bands, modelFieldStyle, modelWeightsStyle];

  render() {
    const {model} = this;
    return html`<section class="sec" aria-labelledby="title">
      <header>
        <h2 id="title">Weights</h2>
        <p>${plural(model.signals.length, 'signal')} in ${plural(model.axes.length, 'axis', 'axes')}</p>
        <span class="sp"></span>
        ${csvButton(() => this.#save())}
      </header>
      <share-bar .model=${model}></share-bar>
      <table class="tbl wt">
        <thead>
          <tr>
            <th scope="col">Axis, signal and what it measures</th>
            <th scope="col" class="curve">Curve</th>
            <th scope="col" class="unit">Unit</th>
            <th scope="col" class="num">In axis</th>
            <th scope="col" class="num">Of score</th>
          </tr>
        </thead>
        <tbody>
          ${model.axes.map((axis) => this.#axis(axis))}
        </tbody>
        <tfoot>
          <tr>
            <th scope="row">Sum of the axes${this.#astray(model.sum)}</th>
            <td class="curve"></td>
            <td class="unit"></td>
            <td></td>
            <td class="num">${percents(model.sum)}</td>
          </tr>
        </tfoot>
      </table>
      ${this.#beyondSum('/axes') ? faultsBelow(this.editing, '/axes') : nothing}
    </section>`;
  }

  #axis(axis) {
    const before = this.base?.axes.find(({key}) => key === axis.key);
    const weight = {pointer: `${axis.pointer}/weight`, kind: 'percent', value: axis.weight, label: `Weight of ${axis.name}, of the score`, was: before?.weight};
    return html`<tr class="axis">
        <th scope="rowgroup">${axis.name}${this.#astray(axis.sum)}</th>
        <td class="curve"></td>
        <td class="unit"></td>
        <td class="num sum">${axis.sum === 1 && !this.editing ? nothing : html`<span class="vh">Its signals sum to </span>${percents(axis.sum)}`}</td>
        <td class="num">${modelField(this.editing, weight)}</td>
      </tr>
      ${this.#faults(`${axis.pointer}/weight`)} ${this.#beyondSum(`${axis.pointer}/signals`) ? this.#faults(`${axis.pointer}/signals`) : nothing} ${axis.signals.map((signal) => this.#signal(signal))}`;
  }

  #signal(signal) {
    const before = this.base?.signals.find(({key}) => key === signal.key);
    const weight = {pointer: `${signal.pointer}/weight`, kind: 'percent', value: signal.weight, label: `Weight of ${signal.name}, in its axis`, was: before?.weight};
    const isChosen = signal.key === this.chosen;
    const others = this.editing?.faultsIn(signal.pointer).filter(({pointer}) => pointer !== weight.pointer).length;
    return html`<tr class=${isChosen ? 'on' : ''}>
        <th scope="row">
          <a href="?signal=${encodeURIComponent(signal.key)}" aria-current=${isChosen ? 'true' : nothing} @click=${this.#choose(signal)}>${signal.name}</a
          >${others ? html` <span class="tag gap">${plural(others, 'fault')}</span>` : nothing}<small>${measureWords(signal.measure)}</small>
        </th>
        <td class="curve">${curveSpark(signal)}</td>
        <td class="unit">${signal.unit}</td>
        <td class="num">${modelField(this.editing, weight)}</td>
        <td class="num i2">${percents(signal.ofScore)}</td>
      </tr>
      ${this.#faults(weight.pointer)}`;
  }

  #choose(signal) {
    const stay = within({signal: signal.key});
    return (event) => {
      stay(event);
      if (event.defaultPrevented) {
        this.dispatchEvent(new CustomEvent('signal-chosen'));
      }
    };
  }

  #astray(sum) {
    const words = astray(sum);
    return words ? html`<span class="astray" role="status">Sum is ${percents(sum)}, ${words}</span>` : nothing;
  }

  /** Below the row that has them. */
  #faults(pointer) {
    return this.editing?.faultsAt(pointer).length
      ? html`<tr class="faults">
          <td colspan="5">${faultsBelow(this.editing, pointer)}</td>
        </tr>`
      : nothing;
  }

  /** That weights do not sum up is told beside their sum. */
  #beyondSum(pointer) {
    return this.editing?.faultsAt(pointer).some(({code}) => code !== 'weights_sum');
  }

  #save() {
    const rows = this.model.axes.flatMap((axis) => axis.signals.map((signal) => ({axis, ...signal})));
    downloadCsv(
      `model-${this.model.key || 'draft'}`,
      [
        ['axis', ({axis}) => axis.key],
        ['axis_weight', ({axis}) => axis.weight],
        ['signal', ({key}) => key],
        ['measure', ({measure}) => measureWords(measure)],
        ['unit', ({unit}) => unit],
        ['weight_in_axis', ({weight}) => weight],
        ['weight_of_score', ({ofScore}) => ofScore],
        ['curve', curveWords],
      ],
      rows,
    );
  }
}

customElements.define('model-weights', ModelWeights);
