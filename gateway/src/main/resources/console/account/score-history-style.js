import {css} from 'lit';

/** The numbered list below the chart, and its table. */
export const scoreHistoryStyle = css`
  .plot {
    padding-top: 14px;
  }
  .ev {
    columns: 2;
    column-gap: 32px;
    margin-top: 10px;
    font-size: var(--t-sm);
    line-height: 16px;
    color: var(--ink-2);
  }
  .ev > li {
    display: grid;
    grid-template-columns: 18px 1fr;
    gap: 0 6px;
    padding: 2px 0;
    break-inside: avoid;
  }
  .ev ul li {
    display: grid;
    grid-template-columns: 62px 1fr;
    gap: 0 6px;
    padding: 2px 0;
  }
  .ev .i3 {
    white-space: nowrap;
  }
  .no {
    display: grid;
    place-items: center;
    width: 15px;
    height: 15px;
    margin-top: 2.5px;
    border-radius: 50%;
    background: var(--ink);
    color: var(--on-ink);
    font-size: 10px;
    font-weight: 600;
    line-height: 1;
  }
  details {
    margin-top: 6px;
    font-size: var(--t-sm);
  }
  summary {
    display: inline-flex;
    align-items: center;
    height: 24px;
    padding: 0 6px;
    margin-left: -6px;
    border-radius: var(--r-2);
    color: var(--ink-3);
    cursor: pointer;
    list-style: none;
  }
  summary::-webkit-details-marker {
    display: none;
  }
  summary:hover {
    background: var(--selected);
    color: var(--ink);
  }
  .tall {
    max-height: 330px;
    overflow: auto;
  }
  @media (max-width: 720px) {
    .ev {
      columns: 1;
    }
  }
`;
