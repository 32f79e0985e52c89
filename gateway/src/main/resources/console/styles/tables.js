import {css} from 'lit';

/** Tables: hairlines, no zebra, text left, numbers right. */
export const tables = css`
  table {
    width: 100%;
    border-collapse: collapse;
  }
  th {
    font-weight: 500;
    text-align: left;
    color: var(--ink-3);
    font-size: var(--t-sm);
    line-height: var(--l-sm);
    white-space: nowrap;
  }
  caption {
    text-align: left;
  }
  .tbl th,
  .tbl td {
    padding: 0 8px;
    height: 36px;
    border-bottom: 1px solid var(--line);
    vertical-align: middle;
  }
  .tbl thead th {
    height: 32px;
  }
  .tbl th:first-child,
  .tbl td:first-child {
    padding-left: 0;
  }
  .tbl th:last-child,
  .tbl td:last-child {
    padding-right: 0;
  }
  .tbl tbody th {
    font-weight: 500;
    color: inherit;
    font-size: inherit;
    line-height: inherit;
  }
  .tbl .num,
  .num {
    text-align: right;
    white-space: nowrap;
  }
  .tbl.d td,
  .tbl.d tbody th {
    height: 30px;
  }
  .tbl tfoot td,
  .tbl tfoot th {
    border-bottom: 0;
    border-top: 1px solid var(--line-strong);
    font-weight: 600;
    font-size: var(--t-md);
    color: var(--ink);
  }
  .tbl tbody tr:hover > * {
    background: var(--hover);
  }
  .scrolls {
    overflow-x: auto;
  }
  .open-name {
    padding: 4px 0;
  }
  .open-name:hover {
    text-decoration: underline;
    text-underline-offset: 3px;
    text-decoration-thickness: 1px;
  }
`;
