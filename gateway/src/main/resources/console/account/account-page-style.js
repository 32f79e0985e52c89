import {css} from 'lit';

/** The head of the account page and its two columns. */
export const accountPageStyle = css`
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
    margin-bottom: 18px;
  }
  .title {
    display: flex;
    align-items: center;
    flex-wrap: wrap;
    gap: 4px 10px;
    min-height: 28px;
  }
  .meta {
    display: flex;
    flex-wrap: wrap;
    margin-top: 3px;
    color: var(--ink-2);
  }
  .meta > * + * {
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
