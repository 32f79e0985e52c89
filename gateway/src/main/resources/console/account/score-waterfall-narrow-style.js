import {css} from 'lit';

/** On a phone each signal is a line of words and figures with its bar below. */
export const waterfallNarrowStyle = css`
  @media (max-width: 720px) {
    .wft {
      min-width: 0;
      display: block;
    }
    .wft thead,
    .wft colgroup {
      display: none;
    }
    .wft tbody {
      display: block;
    }
    .wft tr {
      display: grid;
      grid-template-columns: minmax(0, 1fr) 56px 48px;
      align-items: center;
      border-bottom: 1px solid var(--line);
    }
    .wft tbody tr > :is(th, td) {
      height: auto;
      min-height: 20px;
      padding: 6px 0;
      border: 0;
      background: none;
    }
    .wft tbody tr > .fall {
      grid-column: 1 / -1;
      grid-row: 2;
      height: 18px;
      min-height: 18px;
      padding: 0;
      margin-bottom: 6px;
      background: linear-gradient(
        90deg,
        var(--critical-zone) 0 var(--a),
        var(--at_risk-zone) var(--a) var(--w),
        var(--watch-zone) var(--w) var(--h),
        var(--healthy-zone) var(--h) 100%
      );
    }
    .wft tbody tr > .num:is(:nth-child(3), :nth-child(4)) {
      display: none;
    }
    .wft tbody tr > td:not(.fall):not(.num) {
      display: none;
    }
    .fall em {
      display: none;
    }
    .wft .axis > .fall {
      display: none;
    }
    .wft .axis {
      background: var(--hover);
      padding: 0 6px;
    }
    .ghost {
      display: none;
    }
  }
`;
