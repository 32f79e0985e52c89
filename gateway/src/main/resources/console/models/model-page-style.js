import {css} from 'lit';

/** The head of the model page and its two columns. */
export const modelPageStyle = css`
  .crumb {
    display: flex;
    height: 24px;
    margin: -6px 0 2px;
    color: var(--ink-3);
  }
  .crumb a {
    display: inline-flex;
    align-items: center;
    gap: 4px;
    height: 24px;
    margin-left: -2px;
  }
  .crumb a:hover {
    color: var(--ink);
  }
  .head {
    display: flex;
    align-items: flex-start;
    gap: 24px;
    margin-bottom: 10px;
  }
  .title {
    display: flex;
    align-items: center;
    flex-wrap: wrap;
    gap: 4px 10px;
    min-height: 28px;
  }
  .draft {
    display: inline-flex;
    align-items: center;
    height: 20px;
    padding: 0 7px;
    border-radius: var(--r-1);
    background: var(--accent-tint);
    color: var(--accent);
    font-size: var(--t-sm);
    font-weight: 500;
    white-space: nowrap;
  }
  .meta {
    display: flex;
    flex-wrap: wrap;
    margin: 3px 0 0 -13px;
    color: var(--ink-2);
    clip-path: inset(0 0 0 11px); /* no dot where a line begins */
  }
  .meta > * {
    margin-left: 13px;
    position: relative;
  }
  .meta > * + *::before {
    content: '';
    position: absolute;
    left: -8px;
    top: 50%;
    width: 3px;
    height: 3px;
    margin-top: -1px;
    border-radius: 50%;
    background: var(--data-2);
  }
  .head > .btns {
    margin-left: auto;
    flex: none;
  }
  .refused {
    margin: 12px 0;
    font-weight: 500;
  }
  .split {
    display: grid;
    grid-template-columns: minmax(0, 1.4fr) minmax(0, 1fr);
    gap: 32px;
    align-items: start;
  }
  signal-curve {
    position: sticky;
    top: 64px;
  }
  @media (max-width: 1180px) {
    .split {
      grid-template-columns: minmax(0, 1fr);
    }
    signal-curve {
      position: static;
      scroll-margin-top: 64px;
    }
  }
  @media (max-width: 900px) {
    .head {
      flex-direction: column;
      gap: 10px;
    }
    .head > .btns {
      margin-left: 0;
      flex: initial;
    }
  }
`;
