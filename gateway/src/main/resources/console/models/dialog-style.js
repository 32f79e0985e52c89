import {css} from 'lit';

/** A question with a few fields, in a dialog. */
export const dialogStyle = css`
  form {
    display: grid;
    gap: 14px;
    padding: 14px;
  }
  form h3 {
    padding: 0;
  }
  form > p {
    color: var(--ink-2);
  }
  label {
    display: grid;
    gap: 4px;
    font-size: var(--t-sm);
    color: var(--ink-2);
  }
  textarea.field {
    height: 72px;
    padding: 6px 9px;
    font: inherit;
    font-size: var(--t-md);
    line-height: var(--l-md);
    color: var(--ink);
    resize: vertical;
  }
  form .fault {
    color: var(--ink);
    font-weight: 500;
  }
`;
