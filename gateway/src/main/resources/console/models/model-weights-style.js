import {css} from 'lit';

/** The table of weights. */
export const modelWeightsStyle = css`
  share-bar {
    margin: 14px 0 10px;
  }
  .wt tbody th,
  .wt tbody td {
    height: 46px;
    padding-block: 5px;
    white-space: normal;
  }
  .wt tr > :first-child {
    padding-left: 10px;
  }
  .wt tr > :last-child {
    padding-right: 6px;
  }
  .wt tbody .axis > * {
    height: 36px;
    background: var(--hover);
    font-weight: 600;
  }
  .wt tbody .axis .sum {
    color: var(--ink-3);
    font-weight: 400;
  }
  .wt th small {
    display: block;
    font-size: var(--t-sm);
    line-height: var(--l-sm);
    font-weight: 400;
    color: var(--ink-2);
  }
  .wt th a {
    padding-block: 3px;
  }
  .wt th a:hover {
    text-decoration: underline;
    text-underline-offset: 3px;
    text-decoration-thickness: 1px;
  }
  .wt .on > * {
    background: var(--accent-tint);
  }
  .wt .on > :first-child {
    box-shadow: inset 2px 0 var(--accent);
  }
  .wt td.unit {
    color: var(--ink-2);
    font-size: var(--t-sm);
  }
  .wt .curve {
    width: 88px;
  }
  .wt .faults td {
    height: auto;
    padding: 0 0 8px 10px;
  }
  .wt tr:has(+ .faults) > * {
    border-bottom-color: transparent;
  }
  .astray {
    margin-left: 8px;
    font-weight: 600;
    font-size: var(--t-sm);
  }
  .astray::before {
    content: '! ';
    font-weight: 700;
  }
  .cspark {
    width: 72px;
    height: 28px;
  }
  .cspark path {
    fill: none;
    stroke: var(--data);
    stroke-width: 1.4;
    stroke-linejoin: round;
  }
  .cspark .ground {
    stroke: var(--line);
    stroke-width: 1;
  }
  .cspark circle {
    fill: var(--data);
  }
  @media (max-width: 720px) {
    .wt .unit,
    .wt thead .curve,
    .wt td.curve {
      display: none;
    }
    .wt .axis th {
      width: auto;
    }
    .wt .num {
      padding-left: 4px;
    }
    .wt td.num:last-child,
    .wt thead .num:last-child {
      min-width: 56px;
    }
    .astray {
      display: block;
      margin-left: 0;
    }
  }
`;
