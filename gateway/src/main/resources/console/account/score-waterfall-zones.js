import {html} from 'lit';
import {placed} from '../core/placed.js';
import {bandWords} from '../core/wording.js';

const mean = (from, to) => (from + to) / 2;

/** The head of the waterfall: where each band lies, and the scores between them. */
export function waterfallZones(floors) {
  const zones = [
    ['critical', 0, floors.at_risk],
    ['at_risk', floors.at_risk, floors.watch],
    ['watch', floors.watch, floors.healthy],
    ['healthy', floors.healthy, 100],
  ];
  return html`<span class="vh">Score after each signal, from 100</span>
    ${zones.map(([band, from, to]) => html`<span class="zone bt ${band}" aria-hidden="true" ${placed({left: `${mean(from, to)}%`})}>${bandWords[band]}</span>`)}
    <span class="tick first" aria-hidden="true">0</span
    >${[floors.at_risk, floors.watch, floors.healthy].map((floor) => html`<span class="tick" aria-hidden="true" ${placed({left: `${floor}%`})}>${floor}</span>`)}<span
      class="tick last"
      aria-hidden="true"
      >100</span
    >`;
}
