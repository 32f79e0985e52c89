import {css} from 'lit';

/** The report of a backtest: the verdict, then its figures, then what they rest on. */
export const backtestPageStyle = css`
  .head {
    margin-bottom: 20px;
  }
  .running {
    max-width: 520px;
  }
  .verdict {
    max-width: 84ch;
    padding: 16px 18px;
    border-radius: var(--r-3);
    background: var(--sunken);
  }
  .verdict .lead {
    margin: 4px 0 2px;
  }
  .suspicions {
    margin-top: 10px;
    padding-left: 18px;
    list-style: disc;
  }
  .suspicions li + li {
    margin-top: 4px;
  }
  .parts {
    margin-top: 28px;
  }
  .parts > * + * {
    margin-top: 36px;
  }
  .auc {
    max-width: 720px;
    margin-bottom: 24px;
  }
  .aucscale {
    margin-top: 14px;
  }
  .two {
    display: grid;
    grid-template-columns: minmax(0, 1.4fr) minmax(0, 1fr);
    gap: 32px;
    align-items: start;
  }
  .basis {
    display: grid;
    grid-template-columns: max-content minmax(0, 1fr);
    gap: 6px 20px;
    padding-top: 12px;
  }
  .basis dt {
    color: var(--ink-3);
  }
  .basis dd {
    overflow-wrap: anywhere;
  }
  @media (max-width: 1180px) {
    .two {
      grid-template-columns: minmax(0, 1fr);
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
    .basis {
      grid-template-columns: minmax(0, 1fr);
      gap: 0;
    }
    .basis dd + dt {
      margin-top: 8px;
    }
  }
`;
