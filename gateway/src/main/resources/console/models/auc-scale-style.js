import {css} from 'lit';

/** The marks of an AUC: the line of a coin, the interval, the value. */
export const aucScaleStyle = css`
  .aucbar,
  .aucscale {
    overflow: visible;
  }
  .axis {
    stroke: var(--line-strong);
  }
  .coin {
    stroke: var(--ink-3);
    stroke-dasharray: 2 2;
  }
  .reach {
    stroke: var(--line-strong);
  }
  .range {
    stroke: var(--data-2);
    stroke-width: 4;
    stroke-linecap: round;
  }
  .aucscale .range {
    stroke-width: 8;
  }
  .value {
    fill: var(--ink);
    stroke: var(--canvas);
    stroke-width: 1.5;
  }
  text {
    fill: var(--ink-3);
    font: 400 11px var(--sans);
  }
  text.figure {
    fill: var(--ink);
    font: 600 15px var(--sans);
  }
  @media (max-width: 480px) {
    .aucscale text:nth-of-type(4) {
      display: none;
    }
  }
`;
