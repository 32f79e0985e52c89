import {css} from 'lit';

/** Differences of two models. */
export const differenceTableStyle = css`
  .diff tbody th,
  .diff tbody td {
    height: auto;
    min-height: 36px;
    padding-block: 8px;
    vertical-align: top;
    white-space: normal;
    text-wrap: pretty;
  }
  .diff th:nth-child(1) {
    width: 22%;
  }
  .diff th:nth-child(2) {
    width: 20%;
  }
  .diff th:nth-child(3) {
    width: 27%;
  }
  .diff .then {
    width: 24px;
    padding: 8px 0;
    color: var(--ink-3);
  }
  .diff .was {
    color: var(--ink-2);
  }
  .diff .now {
    font-weight: 500;
  }
  @media (max-width: 720px) {
    .diff thead {
      display: none;
    }
    .diff,
    .diff tbody {
      display: block;
    }
    .diff tr {
      display: flex;
      flex-wrap: wrap;
      gap: 0 6px;
      padding: 8px 0;
      border-bottom: 1px solid var(--line);
    }
    .diff tbody tr > :is(th, td) {
      min-height: 0;
      padding: 0;
      border: 0;
      width: auto;
    }
    .diff tbody .then {
      padding: 0;
    }
    .diff tbody th {
      flex-basis: 100%;
      width: 100%;
    }
    .diff .what {
      color: var(--ink-2);
      flex-basis: 100%;
    }
  }
`;
