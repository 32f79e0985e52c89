import {css} from 'lit';

/** Lists of models: a name and a line below it. */
export const modelListStyle = css`
  .tbl tbody th,
  .tbl tbody td {
    height: 46px;
    padding-block: 6px;
    vertical-align: top;
    white-space: normal;
    overflow-wrap: anywhere;
  }
  .tbl tbody td.num {
    white-space: nowrap;
  }
  .tbl small {
    display: block;
    font-size: var(--t-sm);
    line-height: var(--l-sm);
    font-weight: 400;
    color: var(--ink-2);
  }
  .open-name {
    display: inline-block;
    margin-block: -2px;
    padding-block: 2px;
  }
  @media (max-width: 720px) {
    .tbl tbody td.num {
      white-space: normal;
      min-width: 100px;
    }
  }
`;
