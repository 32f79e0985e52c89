import {css} from 'lit';

/** The curve of one signal. */
export const curveChartStyle = css`
  .cchart {
    max-width: 100%;
    overflow: visible;
    font: 400 var(--t-xs)/1 var(--sans);
  }
  .cchart text {
    fill: var(--ink-3);
    font-variant-numeric: tabular-nums;
  }
  .cchart .m {
    text-anchor: middle;
  }
  .cchart .e {
    text-anchor: end;
  }
  .cchart .name {
    fill: var(--ink-2);
    paint-order: stroke;
    stroke: var(--canvas);
    stroke-width: 3px;
    stroke-linejoin: round;
  }
  .cchart .grid {
    stroke: var(--line);
    shape-rendering: crispEdges;
  }
  .cchart .ground {
    stroke: var(--line-strong);
  }
  .cchart .drop {
    stroke: var(--line-strong);
    stroke-dasharray: 2 3;
  }
  .cchart .line {
    fill: none;
    stroke: var(--ink);
    stroke-width: 1.75;
    stroke-linejoin: round;
  }
  .cchart .line.edited {
    stroke: var(--accent);
  }
  .cchart .line.before {
    stroke: var(--data-2);
    stroke-dasharray: 4 4;
  }
  .cchart .point {
    fill: var(--canvas);
    stroke: var(--ink);
    stroke-width: 1.75;
  }
  .cchart .point.edited {
    stroke: var(--accent);
  }
  @media (forced-colors: active) {
    .cchart {
      forced-color-adjust: none;
    }
  }
`;
