import {css} from 'lit';

/** The panel of one signal. */
export const signalCurveStyle = css`
  h2:focus {
    outline: none;
  }
  .plot {
    min-height: 240px;
    margin: 12px 0 6px;
  }
  .points th:first-child {
    width: 56px;
  }
  .points tbody th {
    font-weight: 400;
    color: var(--ink-3);
  }
  .points .drop {
    width: 34px;
    padding-left: 4px;
  }
  .points .iconbtn {
    width: 26px;
    height: 26px;
    margin-left: auto;
  }
  .points .faults td {
    height: auto;
    padding-block: 0 6px;
  }
  .points tr:has(+ .faults) > * {
    border-bottom-color: transparent;
  }
  .around {
    display: flex;
    align-items: center;
    margin-top: 6px;
  }
  .add {
    margin-left: -8px;
  }
  .policy {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 6px 12px;
  }
  .what {
    margin-top: 16px;
    border-top: 1px solid var(--line);
  }
  .what div {
    display: grid;
    grid-template-columns: 96px minmax(0, 1fr);
    gap: 12px;
    padding: 7px 0;
    border-bottom: 1px solid var(--line);
  }
  .what dt {
    color: var(--ink-3);
  }
`;
