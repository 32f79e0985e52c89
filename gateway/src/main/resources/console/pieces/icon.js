import {html, svg} from 'lit';

const paths = {
  portfolio: svg`<path d="M2 3.5h12M2 8h12M2 12.5h12"/><path d="M5 2v3M10.5 6.5v3M7 11v3"/>`,
  revenue: svg`<path d="M2 14h12M3.5 14V9.5h2V14M7 14V6h2v8M10.5 14V2.5h2V14"/>`,
  alerts: svg`<path d="M3.2 11.5h9.6L11.6 9.6V6.8a3.6 3.6 0 0 0-7.2 0v2.8ZM6.7 13.6a1.4 1.4 0 0 0 2.6 0"/>`,
  models: svg`<path d="M2 13.5h12M2 13.5V2.5"/><path d="M2.5 11.5c4 0 3.5-7 6-7.5s2.5 1 5 .5"/>`,
  add: svg`<path d="M8 3v10M3 8h10"/>`,
  document: svg`<path d="M4 1.8h5l3.2 3.2v9.2H4ZM9 1.8V5h3.2M6 8.4h4M6 11h4"/>`,
  find: svg`<circle cx="7" cy="7" r="4.6"/><path d="m10.5 10.5 3.6 3.6"/>`,
  down: svg`<path d="m4.5 6.5 3.5 3.5 3.5-3.5"/>`,
  left: svg`<path d="M9.5 4.5 6 8l3.5 3.5"/>`,
  theme: svg`<circle cx="8" cy="8" r="5.8"/><path d="M8 2.2v11.6a5.8 5.8 0 0 0 0-11.6Z" fill="currentColor" stroke="none"/>`,
  help: svg`<circle cx="8" cy="8" r="6"/><path d="M6.3 6.3a1.8 1.8 0 1 1 2.5 1.7c-.5.2-.8.5-.8 1.1M8 11.4v.1"/>`,
  save: svg`<path d="M8 2.2v7.6M4.8 6.9 8 10l3.2-3.1M2.6 13.2h10.8"/>`,
  table: svg`<rect x="2" y="2.8" width="12" height="10.4" rx="1.4"/><path d="M2 6.4h12M6.4 6.4v6.8"/>`,
  check: svg`<path d="m3.4 8.4 3 3 6.2-6.6"/>`,
  close: svg`<path d="m4 4 8 8M12 4l-8 8"/>`,
  filter: svg`<path d="M2 4h12M4.4 8h7.2M6.6 12h2.8"/>`,
  clock: svg`<circle cx="8" cy="8" r="6"/><path d="M8 4.6V8l2.3 1.6"/>`,
  copy: svg`<rect x="5.5" y="5.5" width="8" height="8" rx="1.4"/><path d="M10.5 5.5v-2a1 1 0 0 0-1-1h-6a1 1 0 0 0-1 1v6a1 1 0 0 0 1 1h2"/>`,
};

/** A 16 px line icon; decoration, so its control carries the words. */
export const icon = (name, small = false) =>
  html`<svg class="ic ${small ? 'small' : ''}" viewBox="0 0 16 16" aria-hidden="true" focusable="false">${paths[name]}</svg>`;
