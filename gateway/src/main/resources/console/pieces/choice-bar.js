import {html} from 'lit';

/** A segmented control: `options` is [[value, word], …]; `pick(value)` is called with another one. */
export const choiceBar = (label, options, chosen, pick) =>
  html` <div class="seg" role="group" aria-label=${label}>
    ${options.map(([value, word]) => html`<button type="button" aria-pressed=${String(value === chosen)} @click=${() => value !== chosen && pick(value)}>${word}</button>`)}
  </div>`;
