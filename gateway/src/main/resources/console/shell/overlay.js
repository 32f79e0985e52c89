import {css} from 'lit';

/** A modal panel over the page: the finder and the key sheet. */
export const overlay = css`
  dialog {
    width: min(580px, calc(100vw - 24px));
    max-height: min(640px, calc(100vh - 48px));
    margin: 10vh auto auto;
    padding: 0;
    border: 1px solid var(--line-strong);
    border-radius: var(--r-3);
    background: var(--raised);
    color: var(--ink);
    box-shadow: var(--shadow-3);
    overflow: auto;
  }
  dialog::backdrop {
    background: light-dark(#17181b33, #00000080);
  }
  .head {
    display: flex;
    align-items: center;
    gap: 10px;
    height: 48px;
    padding: 0 14px;
    border-bottom: 1px solid var(--line);
    font-size: var(--t-lg);
  }
  .head .ic {
    color: var(--ink-3);
  }
  .head h2 {
    flex: 1;
  }
  h3 {
    padding: 10px 14px 4px;
    font-size: var(--t-sm);
    line-height: var(--l-sm);
    font-weight: 500;
    color: var(--ink-3);
  }
`;

/** Opens a dialog and keeps single keys off while it is open. */
export function openOver(dialog) {
  if (!dialog.open) {
    document.documentElement.dataset.layer = 'dialog';
    dialog.showModal();
    dialog.addEventListener('close', () => delete document.documentElement.dataset.layer, {once: true});
  }
}
