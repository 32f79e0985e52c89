import {css} from 'lit';

/** A simulation: one part below the other, each wide enough to be read. */
export const modelSimulationStyle = css`
  .note {
    max-width: 78ch;
    padding-top: 12px;
    color: var(--ink-2);
  }
  .note b {
    color: var(--ink);
  }
  .parts > * + * {
    margin-top: 32px;
  }
  .parts {
    margin-top: 18px;
  }
`;
