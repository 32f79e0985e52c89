import {css} from 'lit';

/** Four bands on one line, a pin for now and a ring for before. */
export const scoreScaleStyle = css`
  p {
    display: flex;
    align-items: center;
    flex-wrap: wrap;
    gap: 0 8px;
    min-height: var(--l-md);
    margin-bottom: 8px;
  }
  .scale {
    position: relative;
    height: 20px;
  }
  .scale i {
    position: absolute;
    top: 0;
    height: 6px;
  }
  .scale i:first-child {
    border-radius: 3px 0 0 3px;
  }
  .scale i:nth-child(4) {
    border-radius: 0 3px 3px 0;
  }
  .pin {
    position: absolute;
    top: -3px;
    width: 3px;
    height: 12px;
    margin-left: -1.5px;
    border-radius: 1px;
    background: var(--ink);
    box-shadow: 0 0 0 2px var(--canvas);
  }
  .was {
    position: absolute;
    top: -1px;
    width: 8px;
    height: 8px;
    margin-left: -4px;
    border-radius: 50%;
    border: 1.5px solid var(--ink);
    background: var(--canvas);
  }
  .scale span {
    position: absolute;
    top: 9px;
    translate: -50% 0;
    font-size: var(--t-xs);
    line-height: 12px;
    color: var(--ink-3);
  }
  .none {
    height: 6px;
    border-radius: 3px;
    background: repeating-linear-gradient(135deg, var(--data-2) 0 1px, transparent 1px 5px);
  }
`;
