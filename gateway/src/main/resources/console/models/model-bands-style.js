import {css} from 'lit';

/** Bands beside the prior. */
export const modelBandsStyle = css`
  .two {
    display: grid;
    grid-template-columns: minmax(0, 1.35fr) minmax(0, 1fr);
    gap: 32px;
    align-items: start;
  }
  .left {
    display: grid;
    gap: 32px;
    min-width: 0;
  }
  .scale {
    padding-top: 12px;
  }
  .bl {
    gap: 8px;
  }
  .tbl .why {
    white-space: normal;
  }
  .faults td {
    padding: 0 0 8px;
  }
  .tbl .faults td {
    height: auto;
  }
  tr:has(+ .faults) > * {
    border-bottom-color: transparent;
  }
  .rules > div {
    display: grid;
    grid-template-columns: minmax(0, 1fr) auto;
    gap: 2px 16px;
    align-items: center;
    min-height: 46px;
    padding: 6px 0;
    border-bottom: 1px solid var(--line);
  }
  .rules dt {
    font-weight: 500;
  }
  .rules small {
    display: block;
    font-size: var(--t-sm);
    line-height: var(--l-sm);
    font-weight: 400;
    color: var(--ink-2);
  }
  .rules .fault {
    grid-column: 1 / -1;
  }
  @media (max-width: 900px) {
    .two {
      grid-template-columns: minmax(0, 1fr);
    }
  }
`;
