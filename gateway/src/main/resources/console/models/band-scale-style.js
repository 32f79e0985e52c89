import {css} from 'lit';

/** The bands from 0 to 100; hatched is where one that was entered is kept. */
export const bandScaleStyle = css`
  .bscale {
    position: relative;
    height: 30px;
    font-size: var(--t-xs);
    line-height: var(--l-xs);
    font-weight: 400;
    letter-spacing: 0;
    color: var(--ink-3);
  }
  .bscale > * {
    position: absolute;
  }
  .bscale i,
  .bscale u {
    top: 4px;
    height: 6px;
    border-radius: 1px;
  }
  .bscale u {
    background: repeating-linear-gradient(135deg, var(--canvas) 0 1.5px, transparent 1.5px 4px);
  }
  .bscale span {
    top: 12px;
    translate: -50% 0;
  }
`;
