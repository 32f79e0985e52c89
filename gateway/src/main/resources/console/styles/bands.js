import {css} from 'lit';

/** Band shapes, words and chips, and the direction of money. A shape or a word always goes with the colour. */
export const bands = css`
  .g {
    width: 10px;
    height: 10px;
  }
  .g.healthy {
    fill: var(--healthy-mark);
  }
  .g.watch {
    fill: var(--watch-mark);
  }
  .g.at_risk {
    fill: var(--at_risk-mark);
  }
  .g.critical {
    fill: var(--critical-mark);
  }
  .g.unknown {
    fill: none;
    stroke: var(--unknown-mark);
    stroke-width: 1.6;
    stroke-dasharray: 2.1 1.55;
  }
  .mark.healthy {
    background: var(--healthy-mark);
  }
  .mark.watch {
    background: var(--watch-mark);
  }
  .mark.at_risk {
    background: var(--at_risk-mark);
  }
  .mark.critical {
    background: var(--critical-mark);
  }
  .mark.unknown {
    background: repeating-linear-gradient(135deg, var(--unknown-mark) 0 2px, transparent 2px 4px);
  }
  .band {
    display: inline-flex;
    align-items: center;
    gap: 5px;
    height: 20px;
    padding: 0 7px 0 6px;
    border-radius: var(--r-1);
    font-size: var(--t-sm);
    font-weight: 500;
    white-space: nowrap;
  }
  .band.healthy {
    background: var(--healthy-tint);
    color: var(--healthy-text);
  }
  .band.watch {
    background: var(--watch-tint);
    color: var(--watch-text);
  }
  .band.at_risk {
    background: var(--at_risk-tint);
    color: var(--at_risk-text);
  }
  .band.critical {
    background: var(--critical-tint);
    color: var(--critical-text);
  }
  .band.unknown {
    background: var(--unknown-tint);
    color: var(--unknown-text);
  }
  .band .g {
    fill: currentColor;
  }
  .band .g.unknown {
    fill: none;
    stroke: currentColor;
  }
  .bt {
    font-weight: 500;
  }
  .bt.healthy {
    color: var(--healthy-text);
  }
  .bt.watch {
    color: var(--watch-text);
  }
  .bt.at_risk {
    color: var(--at_risk-text);
  }
  .bt.critical {
    color: var(--critical-text);
  }
  .bt.unknown {
    color: var(--unknown-text);
  }
  .bl {
    display: inline-flex;
    align-items: center;
    gap: 6px;
  }
  .tag {
    display: inline-flex;
    align-items: center;
    gap: 4px;
    height: 20px;
    padding: 0 6px;
    border-radius: var(--r-1);
    background: var(--sunken);
    color: var(--ink-2);
    font-size: var(--t-sm);
    white-space: nowrap;
  }
  .tag.gap {
    background: none;
    box-shadow: inset 0 0 0 1px var(--line-strong);
    color: var(--ink);
  }
  @media (forced-colors: active) {
    .g,
    .band,
    .mark {
      forced-color-adjust: none;
    }
  }
`;
