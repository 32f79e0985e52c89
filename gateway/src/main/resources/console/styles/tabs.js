import {css} from 'lit';

/** Views of one page, side by side. */
export const tabs = css`
  .tabs {
    display: flex;
    gap: 20px;
    margin-bottom: 20px;
    border-bottom: 1px solid var(--line);
  }
  .tabs a {
    position: relative;
    display: flex;
    align-items: center;
    gap: 6px;
    height: 36px;
    color: var(--ink-2);
    font-weight: 500;
    white-space: nowrap;
  }
  .tabs a:hover,
  .tabs a[aria-current] {
    color: var(--ink);
  }
  .tabs a[aria-current]::after {
    content: '';
    position: absolute;
    inset: auto 0 -1px;
    height: 2px;
    background: var(--ink);
  }
  .tabs .n {
    font-size: var(--t-sm);
    font-weight: 400;
    color: var(--ink-3);
  }
  .tabs a:focus-visible {
    outline-offset: -2px;
  }
  @media (max-width: 900px) {
    .tabs {
      overflow-x: auto;
      scrollbar-width: none;
    }
    .tabs a[aria-current]::after {
      bottom: 0;
    }
  }
`;
