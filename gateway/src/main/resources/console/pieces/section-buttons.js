import {html} from 'lit';
import {icon} from './icon.js';

/** Saves the section's figures. */
export const csvButton = (save) =>
  html`<button class="iconbtn" type="button" aria-label="Download CSV" title="CSV" @click=${save}>${icon('save')}</button>`;

/** Shows the figures of a chart as a table, and back. */
export const tableButton = (asTable, toggle) =>
  html`<button
    class="iconbtn"
    type="button"
    aria-label="View as table"
    title="View as table"
    aria-pressed=${String(Boolean(asTable))}
    @click=${toggle}
  >
    ${icon('table')}
  </button>`;
