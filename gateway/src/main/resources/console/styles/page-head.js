import {css} from 'lit';

/** The head of a page about one thing: the way back, its name, what is known of it in a line, what can be done. */
export const pageHead = css`
  .crumb {
    display: flex;
    height: 24px;
    margin: -6px 0 2px;
    color: var(--ink-3);
  }
  .crumb a {
    display: inline-flex;
    align-items: center;
    gap: 4px;
    height: 24px;
    margin-left: -2px;
  }
  .crumb a:hover {
    color: var(--ink);
  }
  .head {
    display: flex;
    align-items: flex-start;
    gap: 24px;
  }
  .title {
    display: flex;
    align-items: center;
    flex-wrap: wrap;
    gap: 4px 10px;
    min-height: 28px;
  }
  .meta {
    display: flex;
    flex-wrap: wrap;
    margin: 3px 0 0 -13px;
    color: var(--ink-2);
    clip-path: inset(0 0 0 11px); /* no dot where a line begins */
  }
  .meta > * {
    margin-left: 13px;
    position: relative;
  }
  .meta > * + *::before {
    content: '';
    position: absolute;
    left: -8px;
    top: 50%;
    width: 3px;
    height: 3px;
    margin-top: -1px;
    border-radius: 50%;
    background: var(--data-2);
  }
  .head > .btns {
    margin-left: auto;
    flex: none;
  }
`;
