import {html, svg} from 'lit';
import {bandWords, score as scoreWord} from '../core/wording.js';

const shapes = {
  healthy: svg`<circle cx="5" cy="5" r="4"/>`,
  watch: svg`<path d="M5 .2 9.8 5 5 9.8.2 5Z"/>`,
  at_risk: svg`<path d="M5 .6 9.9 9.2H.1Z"/>`,
  critical: svg`<path d="M1 1h8v8H1Z"/>`,
  unknown: svg`<circle cx="5" cy="5" r="3.9"/>`,
};

const known = (band) => (band in shapes ? band : 'unknown');

export const bandShape = (band) =>
  html`<svg class="g ${known(band)}" viewBox="0 0 10 10" aria-hidden="true" focusable="false">${shapes[known(band)]}</svg>`;

/** Once a page, beside the title. */
export const bandChip = (band) => html`<span class="band ${known(band)}">${bandShape(band)}${bandWords[known(band)]}</span>`;

export const bandWord = (band) => html`<span class="bt ${known(band)}">${bandWords[known(band)]}</span>`;

/** Shape and figure for lists; the word is there for who cannot see the shape. */
export const bandScore = (band, score) =>
  html`<span class="score">${bandShape(band)}${scoreWord(score)}<span class="vh"> ${bandWords[known(band)]}</span></span>`;
