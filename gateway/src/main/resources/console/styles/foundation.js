import {css} from 'lit';

/** What every component starts from: reset, type, focus and the words' colours. */
export const foundation = css`
  *,
  *::before,
  *::after {
    box-sizing: border-box;
  }
  :host {
    display: block;
    min-width: 0;
  }
  :host([hidden]),
  [hidden] {
    display: none !important;
  }
  h1,
  h2,
  h3,
  p,
  ul,
  ol,
  dl,
  dd,
  figure,
  table {
    margin: 0;
    padding: 0;
  }
  ul,
  ol {
    list-style: none;
  }
  h1 {
    font-size: var(--t-xl);
    line-height: var(--l-xl);
    font-weight: 600;
    letter-spacing: -0.017em;
  }
  h2 {
    font-size: var(--t-lg);
    line-height: var(--l-lg);
    font-weight: 600;
    letter-spacing: -0.01em;
  }
  h3 {
    font-size: var(--t-md);
    line-height: var(--l-md);
    font-weight: 600;
  }
  h1:focus {
    outline: none;
  }
  b,
  strong {
    font-weight: 600;
  }
  a {
    color: inherit;
    text-decoration: none;
  }
  a.u {
    text-decoration: underline;
    text-decoration-color: var(--line-strong);
    text-underline-offset: 3px;
    text-decoration-thickness: 1px;
  }
  a.u:hover {
    text-decoration-color: currentColor;
  }
  button,
  input,
  select {
    font: inherit;
    color: inherit;
    letter-spacing: inherit;
  }
  svg {
    display: block;
    flex: none;
  }
  :focus-visible {
    outline: 2px solid var(--accent);
    outline-offset: 2px;
  }
  .vh {
    position: absolute;
    width: 1px;
    height: 1px;
    overflow: hidden;
    clip-path: inset(50%);
    white-space: nowrap;
  }
  .ic {
    width: 16px;
    height: 16px;
    fill: none;
    stroke: currentColor;
    stroke-width: 1.4;
    stroke-linecap: round;
    stroke-linejoin: round;
  }
  .ic.small {
    width: 12px;
    height: 12px;
  }
  .i2 {
    color: var(--ink-2);
  }
  .i3 {
    color: var(--ink-3);
  }
  .w5 {
    font-weight: 500;
  }
  .nw {
    white-space: nowrap;
  }
  .in {
    color: var(--in-text);
  }
  .out {
    color: var(--out-text);
  }
  .sp {
    flex: 1;
  }
  .mono {
    font-family: var(--mono);
    font-size: 0.92em;
  }
`;
