import {html} from 'lit';

/** Differences of two models, one a row: what it was and what it is. */
export const differenceTable = (rows, before, after) =>
  html`<table class="tbl diff">
    <thead>
      <tr>
        <th scope="col">Part</th>
        <th scope="col">What</th>
        <th scope="col">${before}</th>
        <th scope="col"><span class="vh">then </span></th>
        <th scope="col">${after}</th>
      </tr>
    </thead>
    <tbody>
      ${rows.map(
        (row, index) =>
          html`<tr>
            <th scope="row">${row.part === rows[index - 1]?.part ? html`<span class="vh">${row.part}</span>` : row.part}</th>
            <td class="what">${row.what}</td>
            <td class="was">${row.before}</td>
            <td class="then" aria-hidden="true">→</td>
            <td class="now">${row.after}</td>
          </tr>`,
      )}
    </tbody>
  </table>`;
