import {css} from 'lit';

/** The head of the account page and its two columns. */
export const accountPageStyle = css`
  .head {
    margin-bottom: 18px;
  }
  .split {
    display: grid;
    grid-template-columns: minmax(0, 1fr) 20rem;
    gap: 32px;
    align-items: start;
  }
  .main > * + * {
    margin-top: 40px;
  }
  .main > score-story {
    margin-bottom: -16px;
  }
  .rail {
    display: grid;
    gap: 28px;
  }
  .today {
    padding: 8px 12px;
    border-radius: var(--r-2);
    background: var(--sunken);
    color: var(--ink-2);
    font-size: var(--t-sm);
  }
  @media (max-width: 1320px) {
    .split {
      grid-template-columns: minmax(0, 1fr) 17rem;
    }
  }
  @media (max-width: 1180px) {
    .today {
      grid-column: 1 / -1;
    }
    .split {
      grid-template-columns: minmax(0, 1fr) minmax(0, 1fr);
    }
    .main {
      grid-column: 1 / -1;
    }
    .rail {
      display: contents;
    }
    account-alerts[urgent] {
      order: -1;
      grid-column: 1 / -1;
    }
  }
  @media (max-width: 720px) {
    .head {
      flex-direction: column;
      gap: 10px;
    }
    .head > .btns {
      margin-left: 0;
    }
    .split {
      grid-template-columns: minmax(0, 1fr);
    }
  }
`;
