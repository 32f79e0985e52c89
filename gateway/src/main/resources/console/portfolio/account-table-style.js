import {css} from 'lit';

/** The look of the account table; columns of low value leave first as the screen narrows. */
export const accountTableStyle = css`
  .bar {
    display: flex;
    align-items: center;
    gap: 6px;
    flex-wrap: wrap;
    padding: 0 0 10px;
  }
  .none {
    padding: 20px 0 12px;
    color: var(--ink-2);
  }
  .none b {
    color: var(--ink);
  }
  .pt th,
  .pt td {
    padding: 0 6px;
  }
  .pt thead th {
    position: sticky;
    top: 47px;
    z-index: 1;
    background: var(--canvas);
    border-top: 1px solid var(--line);
  }
  .pt thead button {
    display: inline-flex;
    align-items: center;
    gap: 3px;
    height: 24px;
    padding: 0;
    border: 0;
    background: none;
    color: inherit;
    font: inherit;
    cursor: pointer;
  }
  .pt thead button:hover,
  .pt .sorted {
    color: var(--ink);
  }
  .way.ascending {
    rotate: 180deg;
  }
  .pt tbody th {
    font-weight: 500;
    white-space: nowrap;
  }
  .pt td {
    white-space: nowrap;
    color: var(--ink-2);
  }
  .pt td.k {
    color: var(--ink);
    font-weight: 500;
  }
  .pt .score {
    display: inline-flex;
    align-items: center;
    gap: 7px;
    color: var(--ink);
    font-weight: 600;
  }
  .pt tr.on > * {
    background: var(--accent-tint);
  }
  .pt tr.on > :first-child {
    box-shadow: inset 2px 0 var(--accent);
  }
  .pt td:first-child,
  .pt th:first-child {
    padding-left: 10px;
  }
  .pt td:last-child,
  .pt th:last-child {
    padding-right: 10px;
  }
  .moved {
    padding: 0 0 10px;
  }
  .pt tr.changed > * {
    animation: seen 2s linear;
  }
  @keyframes seen {
    from {
      background: var(--accent-tint);
    }
  }
  .pt.compact :is(td, tbody th) {
    height: 30px;
  }
  .pt .driver {
    width: 100%;
    max-width: 0;
    min-width: 160px;
    font-size: var(--t-sm);
    line-height: 16px;
    white-space: normal;
    text-wrap: balance;
  }
  .pt .lapsed {
    color: var(--ink);
    font-weight: 500;
  }
  .trend {
    width: 72px;
    height: 24px;
    overflow: visible;
  }
  .trend path {
    fill: none;
    stroke: var(--data);
    stroke-width: 1.4;
    stroke-linejoin: round;
    stroke-linecap: round;
  }
  .trend line {
    stroke: var(--line-strong);
    stroke-width: 1;
    stroke-dasharray: 1.5 2.5;
  }
  .trend line.gone {
    stroke: var(--unknown-mark);
  }
  .trend circle.healthy {
    fill: var(--healthy-mark);
  }
  .trend circle.watch {
    fill: var(--watch-mark);
  }
  .trend circle.at_risk {
    fill: var(--at_risk-mark);
  }
  .trend circle.critical {
    fill: var(--critical-mark);
  }
  .trend circle.unknown {
    fill: var(--unknown-mark);
  }
  .more-r {
    display: flex;
    align-items: center;
    gap: 12px;
    padding-top: 12px;
    color: var(--ink-3);
    font-size: var(--t-sm);
  }
  @media (min-width: 1181px) {
    .scrolls {
      overflow: visible;
    }
  }
  @media (max-width: 1180px) {
    .pt .low {
      display: none;
    }
    .pt thead th {
      position: static;
    }
  }
  @media (max-width: 900px) {
    .pt .wk {
      display: none;
    }
    .pt {
      min-width: 700px;
    }
  }
  @media (max-width: 720px) {
    .pt {
      min-width: 0;
      display: block;
    }
    .pt thead {
      display: none;
    }
    .pt tbody,
    .pt tr {
      display: block;
    }
    .pt tr {
      display: grid;
      grid-template-columns: 46px minmax(0, 1fr) auto;
      gap: 0 10px;
      padding: 10px 0 11px;
      border-bottom: 1px solid var(--line);
    }
    .pt tr.on {
      box-shadow: inset 2px 0 var(--accent);
    }
    .pt tbody :is(th, td) {
      height: auto;
      padding: 0;
      border: 0;
    }
    .pt tbody :is(th, td):is(:first-child, :last-child) {
      padding: 0;
    }
    .pt tbody th {
      grid-column: 2;
      grid-row: 1;
      white-space: normal;
      font-weight: 600;
    }
    .pt td.sc {
      grid-column: 1;
      grid-row: 1;
    }
    .pt td.k {
      grid-column: 3;
      grid-row: 1;
    }
    .pt td.driver {
      grid-column: 2;
      grid-row: 2;
      max-width: none;
      white-space: normal;
    }
    .pt td.mrr {
      grid-column: 3;
      grid-row: 2;
    }
    /* without a head row the figures carry their words */
    .pt :is(td.k, td.mrr)::after {
      content: ' at risk';
      color: var(--ink-3);
      font-size: var(--t-sm);
      font-weight: 400;
    }
    .pt td.mrr::after {
      content: ' MRR';
    }
    .pt :is(.low, .wk, .d30, .own, .ren) {
      display: none;
    }
  }
`;
