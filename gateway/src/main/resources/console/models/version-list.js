import {LitElement, html, css, nothing} from 'lit';
import {foundation} from '../styles/foundation.js';
import {controls} from '../styles/controls.js';
import {sections} from '../styles/sections.js';
import {tables} from '../styles/tables.js';
import {bands} from '../styles/bands.js';
import {csvButton} from '../pieces/section-buttons.js';
import {downloadCsv} from '../core/csv.js';
import {modelLink} from '../core/route.js';
import {day, moment, person} from '../core/wording.js';
import {modelListStyle} from './model-list-style.js';

/** Every version that was ever published: from when to when it scored the accounts, by whom and what for. */
class VersionList extends LitElement {
  static properties = {published: {attribute: false}};

  static styles = [
    foundation,
    controls,
    sections,
    tables,
    bands,
    modelListStyle,
    css`
      th:nth-child(1) {
        width: 38%;
      }
      th:nth-child(2) {
        width: 40%;
      }
    `,
  ];

  render() {
    const {published} = this;
    return html`<section class="sec" aria-labelledby="title">
      <header>
        <h2 id="title">Published versions</h2>
        <p>They never change</p>
        <span class="sp"></span>
        ${csvButton(() => this.#save())}
      </header>
      <table class="tbl">
        <thead>
          <tr>
            <th scope="col">Version</th>
            <th scope="col">What for</th>
            <th scope="col" class="num">Scored accounts</th>
          </tr>
        </thead>
        <tbody>
          ${published.map(
            (item) =>
              html`<tr>
                <th scope="row">
                  <a class="open-name" href=${modelLink(item.id)}>${item.id}</a>${item.inForce ? html` <span class="tag">In force</span>` : nothing}<small>${item.model.name}</small>
                </th>
                <td>${item.reason}<small title=${moment(item.publishedAt)}>Published ${day(item.publishedAt)} by ${person(item.publishedBy)}</small></td>
                <td class="num">${day(item.publishedAt)} to ${item.until ? day(item.until) : 'now'}</td>
              </tr>`,
          )}
        </tbody>
      </table>
    </section>`;
  }

  #save() {
    downloadCsv(
      'scoring-models',
      [
        ['version', (item) => item.id],
        ['name', (item) => item.model.name],
        ['published_at', (item) => item.publishedAt],
        ['published_by', (item) => item.publishedBy],
        ['reason', (item) => item.reason],
        ['in_force_until', (item) => item.until],
        ['review_due_on', (item) => item.reviewDueOn],
      ],
      this.published,
    );
  }
}

customElements.define('version-list', VersionList);
