import {html} from 'lit';
import {icon} from './icon.js';

/** A select with its name inside: `options` is [[value, word], …]; `pick(value)` is called with the chosen one. */
export const pick = (label, options, chosen, take, classes = '') =>
  html`<label class="pick ${classes}"
    ><span>${label}</span
    ><select @change=${(event) => take(event.target.value)}>
      ${options.map(([value, word]) => html`<option value=${value} .selected=${value === chosen}>${word}</option>`)}</select
    >${icon('down', true)}</label
  >`;
