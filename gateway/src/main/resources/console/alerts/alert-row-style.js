import {css} from 'lit';

/** One row: score, reasons, money, actions. */
export const alertRowStyle = css`
  .row {
    display: grid;
    grid-template-columns: 52px minmax(0, 1fr) 110px 210px;
    gap: 0 18px;
    align-items: start;
    padding: 12px 12px 13px 10px;
    border-bottom: 1px solid var(--line);
    border-left: 2px solid transparent;
  }
  .row:hover {
    background: var(--hover);
  }
  .current {
    background: var(--hover);
    border-left-color: var(--accent);
  }
  .score {
    display: flex;
    align-items: center;
    gap: 7px;
    font-size: var(--t-lg);
    line-height: 20px;
    font-weight: 600;
  }
  .name {
    display: flex;
    align-items: center;
    gap: 4px 8px;
    flex-wrap: wrap;
    min-height: 20px;
  }
  .name a {
    font-weight: 600;
    padding: 2px 0;
    margin: -2px 0;
  }
  .name a:hover {
    text-decoration: underline;
    text-underline-offset: 3px;
  }
  .tag {
    height: 18px;
  }
  .worst {
    margin-top: 3px;
    text-wrap: pretty;
  }
  .further {
    margin-top: 1px;
    color: var(--ink-2);
    font-size: var(--t-sm);
    line-height: var(--l-sm);
    text-wrap: pretty;
  }
  .by {
    margin-top: 3px;
    color: var(--ink-3);
    font-size: var(--t-sm);
    line-height: var(--l-sm);
  }
  .risk {
    text-align: right;
  }
  .risk b {
    display: block;
  }
  .risk small {
    display: block;
    margin-top: 2px;
    color: var(--ink-3);
    font-size: var(--t-sm);
    line-height: var(--l-sm);
  }
  .why {
    color: var(--ink-3);
    font-size: var(--t-sm);
  }
  .do {
    display: flex;
    justify-content: flex-end;
    gap: 6px;
    flex-wrap: wrap;
  }
  .judge {
    grid-column: 2 / -1;
    display: flex;
    align-items: center;
    gap: 6px 8px;
    flex-wrap: wrap;
    margin-top: 10px;
    padding-top: 10px;
    border-top: 1px solid var(--line);
    color: var(--ink-2);
  }
  @media (max-width: 1180px) {
    .row {
      grid-template-columns: 48px minmax(0, 1fr) 96px;
    }
    .do {
      grid-column: 2 / -1;
      justify-content: flex-start;
      margin-top: 8px;
    }
  }
  @media (max-width: 720px) {
    .row {
      gap: 0 10px;
      margin: 0 -12px;
      grid-template-columns: 46px minmax(0, 1fr) auto;
    }
    .do {
      grid-column: 1 / -1;
    }
    .do .btn {
      flex: 1;
      height: 40px;
    }
    .judge {
      grid-column: 1 / -1;
    }
    kbd {
      display: none;
    }
  }
`;
