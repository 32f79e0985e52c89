import {css} from 'lit';

/** Buttons, key caps, segmented controls and fields. */
export const controls = css`
  .btn {
    display: inline-flex;
    align-items: center;
    justify-content: center;
    gap: 6px;
    height: 30px;
    padding: 0 10px;
    border: 1px solid var(--line-strong);
    border-radius: var(--r-2);
    background: var(--raised);
    color: var(--ink);
    font-weight: 500;
    white-space: nowrap;
    cursor: pointer;
    transition: background var(--fast);
  }
  .btn:hover {
    background: var(--selected);
  }
  .btn.pri {
    background: var(--ink);
    border-color: var(--ink);
    color: var(--on-ink);
  }
  .btn.pri:hover {
    background: var(--ink-2);
    border-color: var(--ink-2);
  }
  .btn.q {
    border-color: transparent;
    background: none;
    color: var(--ink-2);
  }
  .btn.q:hover {
    background: var(--selected);
    color: var(--ink);
  }
  .btn.s {
    height: 26px;
    padding: 0 8px;
    font-size: var(--t-sm);
  }
  .btn[aria-disabled='true'] {
    background: var(--sunken);
    border-color: var(--line);
    color: var(--ink-3);
    cursor: not-allowed;
  }
  .btn .ic.small {
    color: var(--ink-3);
  }
  .btns {
    display: flex;
    align-items: center;
    gap: 6px;
    flex-wrap: wrap;
  }
  .iconbtn {
    display: grid;
    place-items: center;
    width: 30px;
    height: 30px;
    padding: 0;
    border: 0;
    border-radius: var(--r-2);
    background: none;
    color: var(--ink-2);
    cursor: pointer;
  }
  .iconbtn:hover,
  .iconbtn[aria-pressed='true'] {
    background: var(--selected);
    color: var(--ink);
  }
  kbd {
    display: inline-grid;
    place-items: center;
    min-width: 17px;
    height: 17px;
    padding: 0 4px;
    border: 1px solid var(--line-strong);
    border-bottom-width: 1.5px;
    border-radius: var(--r-1);
    background: var(--raised);
    color: var(--ink-2);
    font: 500 var(--t-xs)/1 var(--sans);
  }
  .pri kbd {
    background: transparent;
    border-color: color-mix(in srgb, var(--on-ink) 40%, transparent);
    color: var(--on-ink);
  }
  .seg {
    display: inline-flex;
    flex: none;
    padding: 2px;
    border-radius: var(--r-2);
    background: var(--sunken);
  }
  .seg button {
    height: 24px;
    padding: 0 9px;
    border: 0;
    border-radius: 4px;
    background: none;
    color: var(--ink-2);
    font-size: var(--t-sm);
    font-weight: 500;
    white-space: nowrap;
    cursor: pointer;
  }
  .seg [aria-pressed='true'] {
    background: var(--raised);
    color: var(--ink);
    box-shadow:
      var(--shadow-1),
      0 0 0 1px var(--line);
  }
  .pick {
    display: inline-flex;
    align-items: center;
    gap: 6px;
    position: relative;
    height: 30px;
    padding: 0 8px 0 10px;
    border: 1px solid var(--line-strong);
    border-radius: var(--r-2);
    background: var(--raised);
    white-space: nowrap;
  }
  .pick:hover {
    background: var(--selected);
  }
  .pick:focus-within {
    outline: 2px solid var(--accent);
    outline-offset: 2px;
  }
  .pick > span {
    color: var(--ink-3);
  }
  .pick > .ic {
    color: var(--ink-3);
    pointer-events: none;
  }
  .pick select {
    appearance: none;
    border: 0;
    background: none;
    margin: 0 -22px 0 0;
    padding: 0 22px 0 0;
    height: 100%;
    font-weight: 500;
    cursor: pointer;
    outline: none;
    max-width: 16rem;
    text-overflow: ellipsis;
  }
  .pick.s {
    height: 26px;
    font-size: var(--t-sm);
    padding: 0 6px 0 8px;
  }
  .pick option {
    background: var(--raised);
    color: var(--ink);
  }
  .field {
    height: 30px;
    padding: 0 9px;
    border: 1px solid var(--control);
    border-radius: var(--r-2);
    background: var(--canvas);
  }
  .field.s {
    height: 26px;
    font-size: var(--t-sm);
  }
  .field::placeholder {
    color: var(--ink-3);
    opacity: 1;
  }
  @media (max-width: 720px) {
    .btn,
    .btn.s,
    .iconbtn {
      min-height: 36px;
    }
    .iconbtn {
      min-width: 36px;
    }
    .seg button {
      height: 32px;
    }
    .pick,
    .pick.s,
    .field,
    .field.s {
      height: 36px;
    }
  }
`;
