import {css} from 'lit';

/** The head of the model page and its two columns. */
export const modelPageStyle = css`
  .head {
    margin-bottom: 10px;
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
