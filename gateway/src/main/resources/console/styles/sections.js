import {css} from 'lit';

/** Page heads, section heads, columns and the strip of figures. */
export const sections = css`
  .ph {
    display: flex;
    align-items: flex-end;
    gap: 16px;
    margin-bottom: 20px;
  }
  .ph p {
    color: var(--ink-2);
    margin-top: 1px;
  }
  .ph .btns {
    margin-left: auto;
  }
  .sec {
    min-width: 0;
  }
  .sec > header {
    display: flex;
    align-items: center;
    gap: 8px;
    min-height: 40px;
    padding-bottom: 5px;
    border-bottom: 1px solid var(--line);
  }
  .sec > header h2 {
    white-space: nowrap;
  }
  .sec > header p {
    color: var(--ink-3);
    font-size: var(--t-sm);
    line-height: var(--l-sm);
    min-width: 0;
  }
  .side > header {
    display: flex;
    align-items: center;
    gap: 6px;
    min-height: 40px;
    padding-bottom: 5px;
    border-bottom: 1px solid var(--line);
  }
  .side > header h2 {
    font-size: var(--t-md);
    line-height: var(--l-md);
    letter-spacing: 0;
    white-space: nowrap;
  }
  .side > header p {
    color: var(--ink-3);
    min-width: 0;
  }
  .lead {
    max-width: 92ch;
    margin-bottom: 24px;
    font-size: var(--t-lg);
    line-height: var(--l-lg);
    letter-spacing: -0.003em;
    text-wrap: pretty;
  }
  .foot {
    margin-top: 8px;
    color: var(--ink-3);
    font-size: var(--t-sm);
    line-height: 18px;
  }
  .strip {
    display: grid;
    border: 1px solid var(--line);
    border-radius: var(--r-3);
  }
  .strip > div {
    padding: 12px 16px 13px;
    border-left: 1px solid var(--line);
    min-width: 0;
  }
  .strip > div:first-child {
    border-left: 0;
  }
  .strip dt {
    display: flex;
    align-items: center;
    justify-content: space-between;
    gap: 8px;
    font-size: var(--t-sm);
    line-height: var(--l-sm);
    color: var(--ink-3);
    white-space: nowrap;
  }
  .strip dd.v {
    margin-top: 4px;
    height: 1.75rem;
    font-size: var(--t-xl);
    line-height: var(--l-xl);
    font-weight: 600;
    letter-spacing: -0.017em;
    white-space: nowrap;
  }
  .strip dd.v small {
    font-size: var(--t-md);
    line-height: 1;
    font-weight: 400;
    letter-spacing: 0;
    color: var(--ink-2);
  }
  .strip dd.c {
    margin-top: 1px;
    font-size: var(--t-sm);
    line-height: var(--l-sm);
    color: var(--ink-2);
  }
  @media (max-width: 720px) {
    .ph {
      flex-direction: column;
      align-items: flex-start;
      gap: 10px;
    }
    .ph .btns {
      margin-left: 0;
    }
    .sec > header {
      flex-wrap: wrap;
      padding-top: 4px;
    }
    .strip dd.c {
      white-space: normal;
    }
  }
`;
