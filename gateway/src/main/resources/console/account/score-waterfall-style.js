import {css} from 'lit';

/** The waterfall inside the table: band zones behind, one bar a row, a thread from row to row. */
export const waterfallStyle = css`
  .wft {
    table-layout: fixed;
  }
  .c2 {
    width: 38%;
  }
  .c3 {
    width: 60px;
  }
  .c4 {
    width: 64px;
  }
  .wft th,
  .wft td {
    padding: 0 8px;
    border-bottom: 1px solid var(--line);
    height: 44px;
    vertical-align: middle;
  }
  .wft th:first-child {
    padding-left: 0;
  }
  .wft td:last-child,
  .wft th:last-child {
    padding-right: 0;
  }
  .wft thead th {
    height: 40px;
    vertical-align: bottom;
    padding-bottom: 6px;
  }
  .wft tbody th {
    font-size: var(--t-md);
    line-height: 18px;
    color: var(--ink);
    white-space: normal;
    font-weight: 500;
  }
  .wft tbody th small {
    display: block;
    font-size: var(--t-sm);
    line-height: 16px;
    font-weight: 400;
    color: var(--ink-3);
    text-wrap: pretty;
  }
  .evidence {
    position: relative;
    padding: 0;
    border: 0;
    background: none;
    color: inherit;
    font-size: inherit;
    line-height: inherit;
    text-align: left;
    text-decoration: underline;
    text-decoration-color: var(--line-strong);
    text-underline-offset: 2px;
    cursor: pointer;
  }
  .evidence::after {
    content: '';
    position: absolute;
    inset: -4px 0;
  }
  .evidence:hover {
    color: var(--ink);
    text-decoration-color: currentColor;
  }
  .wft tbody .sub th {
    padding: 4px 8px;
  }
  .wft .axis > * {
    height: 32px;
    background: var(--hover);
    font-weight: 600;
  }
  .wft .axis th {
    padding-left: 8px;
  }
  .wft .axis:has(small) th {
    padding-block: 8px;
  }
  .wft .axis small {
    font-weight: 400;
  }
  .wft .total > * {
    height: 40px;
    border-bottom: 1px solid var(--line-strong);
    font-weight: 600;
  }
  .wft tbody tr:hover :is(th, td.num) {
    background: var(--hover);
  }
  .known tbody .axis > * {
    background: var(--hover);
    font-weight: 600;
  }
  .known tbody th:first-child {
    padding: 5px 8px;
  }
  .known small {
    display: block;
    font-size: var(--t-sm);
    line-height: 16px;
    font-weight: 400;
    color: var(--ink-3);
    white-space: normal;
  }
  .known .num:last-child {
    padding-right: 8px;
  }
  .wft .fall {
    position: relative;
    padding: 0;
  }
  .zoned .fall {
    background: linear-gradient(
      90deg,
      var(--critical-zone) 0 var(--a),
      var(--at_risk-zone) var(--a) var(--w),
      var(--watch-zone) var(--w) var(--h),
      var(--healthy-zone) var(--h) 100%
    );
  }
  .wft thead .fall {
    height: 40px;
  }
  .fall s {
    position: absolute;
    top: 50%;
    height: 14px;
    margin-top: -7px;
    min-width: 2px;
    border-radius: 1px;
    background: var(--data);
    text-decoration: none;
  }
  .fall s.miss {
    width: 10px;
    margin-left: -5px;
    background: repeating-linear-gradient(135deg, var(--data) 0 2px, transparent 2px 4.5px);
    box-shadow: inset 0 0 0 1px var(--data);
  }
  .fall s.start {
    left: 0;
    width: 100%;
    background: var(--data-3);
    height: 18px;
    margin-top: -9px;
  }
  .fall s.end {
    left: 0;
    height: 18px;
    margin-top: -9px;
  }
  .fall em {
    position: absolute;
    width: 1px;
    margin-left: -0.5px;
    background: var(--ink-3);
    opacity: 0.55;
  }
  .zone {
    position: absolute;
    bottom: 20px;
    translate: -50% 0;
    font-size: var(--t-xs);
    line-height: 12px;
    font-weight: 500;
  }
  .tick {
    position: absolute;
    bottom: 6px;
    translate: -50% 0;
    font-size: var(--t-xs);
    line-height: 12px;
    color: var(--ink-3);
    font-weight: 400;
  }
  .tick.first {
    left: 0;
    translate: none;
  }
  .tick.last {
    right: 0;
    translate: none;
  }
  .tick::after {
    content: '';
    position: absolute;
    left: 50%;
    bottom: -6px;
    height: 4px;
    width: 1px;
    background: var(--line-strong);
  }
  .tick.first::after {
    left: 0;
  }
  .tick.last::after {
    left: 100%;
  }
  .ghost {
    position: absolute;
    top: 50%;
    margin-top: -8px;
    min-height: 16px;
    padding-left: 10px;
    font-size: var(--t-xs);
    line-height: 16px;
    font-weight: 400;
    color: var(--ink-2);
    white-space: nowrap;
  }
  .ghost::before {
    content: '';
    position: absolute;
    left: -4px;
    top: 4px;
    width: 8px;
    height: 8px;
    border: 1.5px solid var(--ink);
    border-radius: 50%;
    background: var(--canvas);
  }
  .ghost.left {
    translate: -100% 0;
    padding: 0 10px 0 0;
  }
  .ghost.left::before {
    left: auto;
    right: -4px;
  }
  .said {
    padding: 14px 0;
    max-width: 76ch;
    color: var(--ink-2);
  }
  .said b {
    color: var(--ink);
  }
  @media (min-width: 1181px) and (max-width: 1320px) {
    .c2 {
      width: 35%;
    }
    .c3 {
      width: 54px;
    }
    .c4 {
      width: 54px;
    }
    .wft .num {
      padding: 0 4px;
    }
  }
`;
