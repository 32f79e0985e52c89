import {html, svg, nothing} from 'lit';
import {isKnown} from '../core/known.js';
import {aucText, aucWords} from './backtest-reading.js';

const LEAST = 0.3;
const MOST = 1;

/** Where on the scale from 0.3 to 1 something lies, as a percentage of its width. */
export const aucPlace = (value) => ((Math.min(MOST, Math.max(LEAST, Number(value))) - LEAST) / (MOST - LEAST)) * 100;

const at = (value) => `${aucPlace(value).toFixed(2)}%`;
const isInterval = (auc) => isKnown(auc.low) && isKnown(auc.high);

/** An AUC with its interval as a small bar; the line is 0.5, a coin. */
export const aucBar = (auc) =>
  html`<svg class="aucbar" role="img" aria-label="AUC ${aucWords(auc)}" width="100%" height="16">
    <line class="axis" x1="0" x2="100%" y1="8" y2="8"></line>
    <line class="coin" x1=${at(0.5)} x2=${at(0.5)} y1="1" y2="15"></line>
    ${auc && isInterval(auc) ? svg`<line class="range" x1=${at(auc.low)} x2=${at(auc.high)} y1="8" y2="8"></line>` : nothing}
    ${auc ? svg`<circle class="value" cx=${at(auc.value)} cy="8" r="4"></circle>` : nothing}
  </svg>`;

/** The AUC of the score on a scale of 0.3 to 1, with what 0.5 and 0.65 mean. */
export const aucScale = (auc) =>
  html`<svg class="aucscale" role="img" aria-label="AUC ${aucWords(auc)} on a scale where 0.5 is a coin and 1 is perfect" width="100%" height="76">
    <line class="axis" x1="0" x2="100%" y1="36" y2="36"></line>
    <line class="reach" x1=${at(0.65)} x2=${at(0.65)} y1="26" y2="46"></line>
    <line class="coin" x1=${at(0.5)} x2=${at(0.5)} y1="18" y2="52"></line>
    <text x=${at(0.3)} y="68">0.3</text>
    <text x=${at(0.5)} y="68" text-anchor="middle">0.5, a coin</text>
    <text x=${at(0.65)} y="68" text-anchor="middle">0.65</text>
    <text x=${at(0.85)} y="68" text-anchor="middle">0.85</text>
    <text x="100%" y="68" text-anchor="end">1, perfect</text>
    ${isInterval(auc) ? svg`<line class="range" x1=${at(auc.low)} x2=${at(auc.high)} y1="36" y2="36"></line>` : nothing}
    <circle class="value" cx=${at(auc.value)} cy="36" r="6"></circle>
    <text class="figure" x=${at(auc.value)} y="14" text-anchor=${anchor(auc.value)}>${aucText(auc.value)}</text>
  </svg>`;

const anchor = (value) => (aucPlace(value) < 5 ? 'start' : aucPlace(value) > 95 ? 'end' : 'middle');
