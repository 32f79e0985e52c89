import {css} from 'lit';

/** The palette: a field, a list, the keys. */
export const accountFinderStyle = css`
  input {
    flex: 1;
    min-width: 0;
    height: 40px;
    border: 0;
    background: none;
    outline: none;
    font-size: var(--t-lg);
  }
  input:focus-visible {
    outline: none;
  }
  input::placeholder {
    color: var(--ink-3);
    opacity: 1;
  }
  [role='option'] {
    display: flex;
    align-items: center;
    gap: 10px;
    height: 36px;
    margin: 0 6px;
    padding: 0 8px;
    border-radius: var(--r-2);
    cursor: pointer;
  }
  [role='option'][aria-selected='true'] {
    background: var(--selected);
  }
  .m {
    margin-left: auto;
    display: flex;
    gap: 4px;
    align-items: center;
    color: var(--ink-3);
    font-size: var(--t-sm);
    white-space: nowrap;
  }
  .name {
    overflow: hidden;
    text-overflow: ellipsis;
    white-space: nowrap;
  }
  .ft {
    display: flex;
    gap: 14px;
    margin-top: 8px;
    padding: 9px 14px;
    border-top: 1px solid var(--line);
    color: var(--ink-3);
    font-size: var(--t-sm);
  }
  .ft span {
    display: flex;
    gap: 5px;
    align-items: center;
  }
  p {
    padding: 8px 14px;
    color: var(--ink-2);
  }
  .ic {
    color: var(--ink-3);
  }
`;
