import {LitElement, html, nothing} from 'lit';
import {foundation} from '../styles/foundation.js';
import {isKnown} from '../core/known.js';
import {bands} from '../styles/bands.js';
import {placed} from '../core/placed.js';
import {bandWords, day, daysBetween, plural, score, signed} from '../core/wording.js';
import {bandFloors} from './health-reading.js';
import {scoreScaleStyle} from './score-scale-style.js';

/** The score on the scale of bands, with where it stood thirty days before. */
class ScoreScale extends LitElement {
  static properties = {health: {attribute: false}, before: {attribute: false}};

  static styles = [foundation, bands, scoreScaleStyle];

  render() {
    const {health} = this;
    const floors = bandFloors(health);
    if (!isKnown(health.score)) {
      return html`<p><span class="w5">Too little is known</span></p>
        <div class="none" role="img" aria-label="No score"></div>`;
    }
    const was = this.before?.score ?? null;
    return html`<p>${health.frozen ? html`<span class="w5">Frozen when the account left</span>` : this.#moved(health, was)}</p>
      <div class="scale" role="img" aria-label=${this.#says(health, floors, was)}>
        ${this.#parts(floors)} ${was === null ? nothing : html`<em class="was" ${placed({left: `${was}%`})}></em>`}
        <em class="pin" ${placed({left: `${health.score}%`})}></em>
        ${[floors.at_risk, floors.watch, floors.healthy].map((floor) => html`<span ${placed({left: `${floor}%`})}>${floor}</span>`)}
      </div>`;
  }

  #moved(health, was) {
    const moved = !this.before
      ? nothing
      : was === null
        ? html`<span class="i3">No score 30 days before</span>`
        : html`<span class="w5">${signed(Math.round(health.score) - Math.round(was))} since ${day(this.before.at, health.at)}</span>`;
    return html`${moved} <span class="i3">${this.#inBand(health)}</span>`;
  }

  #parts(floors) {
    const parts = [
      ['critical', 0, floors.at_risk],
      ['at_risk', floors.at_risk, floors.watch],
      ['watch', floors.watch, floors.healthy],
      ['healthy', floors.healthy, 100],
    ];
    return parts.map(([band, from, to]) => {
      const gaps = from && to < 100 ? 2 : 1;
      return html`<i
        class="mark ${band}"
        ${placed({left: `calc(${from}% + ${from ? 1 : 0}px)`, width: `calc(${to - from}% - ${gaps}px)`})}
      ></i>`;
    });
  }

  #says(health, floors, was) {
    const bands = `Critical below ${floors.at_risk}, at risk below ${floors.watch}, watch below ${floors.healthy}.`;
    const before = was === null ? '' : ` It was ${score(was)} on ${day(this.before.at)}.`;
    return `${score(health.score)} of 100, ${bandWords[health.band]}. ${bands}${before}`;
  }

  #inBand({band, bandSince, bandSinceOrEarlier, at}) {
    const days = bandSince && plural(daysBetween(bandSince, at), 'day');
    return days ? `${bandWords[band].toLowerCase()} for ${days}${bandSinceOrEarlier ? ' or more' : ''}` : nothing;
  }
}

customElements.define('score-scale', ScoreScale);
