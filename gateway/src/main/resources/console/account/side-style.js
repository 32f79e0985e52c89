import {css} from 'lit';

/** Lists of the side column: a term, a figure, and a line of small print below. */
export const sideStyle = css`
  .list li {
    display: grid;
    grid-template-columns: minmax(0, 1fr) auto;
    gap: 0 8px;
    padding: 7px 0;
    border-bottom: 1px solid var(--line);
  }
  .list small {
    grid-column: 1 / -1;
    color: var(--ink-3);
    font-size: var(--t-sm);
    line-height: 16px;
    overflow-wrap: anywhere;
  }
  .list li > :nth-child(2) {
    text-align: right;
    white-space: nowrap;
  }
  .list li > :nth-child(2):not(.in, .out) {
    color: var(--ink-2);
  }
  .list .term {
    color: var(--ink-2);
    min-width: 0;
    overflow-wrap: anywhere;
  }
  .list .sum > :is(*, :nth-child(2)) {
    font-weight: 600;
    color: var(--ink) !important;
  }
  .empty {
    padding: 10px 0;
    color: var(--ink-2);
  }
  .empty b {
    color: var(--ink);
  }
`;
