import {css} from 'lit';

/** Fields of a draft: an edit is in the colour of where you are, a fault has a heavy border and says what it is. */
export const modelFieldStyle = css`
  .edit {
    display: inline-flex;
    align-items: center;
    justify-content: flex-end;
    gap: 4px;
    white-space: nowrap;
  }
  .edit input {
    width: 58px;
    height: 26px;
    padding: 0 6px;
    border: 1px solid var(--control);
    border-radius: var(--r-2);
    background: var(--canvas);
    text-align: right;
    font-weight: 400;
    color: var(--ink);
  }
  .edit.changed input {
    border-color: var(--accent);
    color: var(--accent);
    font-weight: 600;
  }
  .edit.faulty input {
    border: 2px solid var(--ink);
    padding: 0 5px;
    color: var(--ink);
    font-weight: 600;
  }
  .edit .suffix {
    color: var(--ink-3);
    font-weight: 400;
    font-size: var(--t-sm);
  }
  .edit del {
    color: var(--ink-3);
    font-size: var(--t-sm);
    font-weight: 400;
  }
  .fault {
    color: var(--ink);
    font-size: var(--t-sm);
    line-height: var(--l-sm);
    font-weight: 500;
    white-space: normal;
    text-align: left;
  }
  .fault::before {
    content: '! ';
    font-weight: 700;
  }
  @media (max-width: 720px) {
    .edit {
      display: inline-grid;
      grid-template-columns: auto auto;
      margin-block: 4px;
    }
    .edit del {
      grid-column: 1 / -1;
      text-align: left;
      padding-left: 6px;
    }
    .edit input {
      width: 54px;
      height: 36px;
    }
  }
`;
