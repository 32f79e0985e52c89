import {css} from 'lit';

/** A small raised panel of terms and figures. */
export const signalFactsStyle = css`
  [popover] {
    position: fixed;
    inset: auto;
    width: min(340px, calc(100vw - 24px));
    max-height: calc(100vh - 24px);
    margin: 0;
    padding: 12px 14px;
    border: 1px solid var(--line-strong);
    border-radius: var(--r-3);
    background: var(--raised);
    color: var(--ink);
    box-shadow: var(--shadow-2);
    overflow: auto;
  }
  [popover]:focus-visible {
    outline: none;
  }
  dl {
    margin-top: 8px;
  }
  dl div {
    display: flex;
    justify-content: space-between;
    gap: 12px;
    padding: 4px 0;
    border-top: 1px solid var(--line);
    font-size: var(--t-sm);
    line-height: 18px;
  }
  dt {
    color: var(--ink-3);
    overflow-wrap: anywhere;
  }
  dd {
    text-align: right;
  }
  .btns {
    margin-top: 8px;
  }
`;
