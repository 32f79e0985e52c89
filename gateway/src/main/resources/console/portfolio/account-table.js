import {LitElement, html, css, nothing} from 'lit';
import {repeat} from 'lit/directives/repeat.js';
import {foundation} from '../styles/foundation.js';
import {controls} from '../styles/controls.js';
import {sections} from '../styles/sections.js';
import {tables} from '../styles/tables.js';
import {bands} from '../styles/bands.js';
import {choiceBar} from '../pieces/choice-bar.js';
import {icon} from '../pieces/icon.js';
import {bodyOf} from '../pieces/section-state.js';
import {downloadCsv} from '../core/csv.js';
import {KeptPlace} from '../core/kept-place.js';
import {KeyLayer} from '../core/keys.js';
import {notices} from '../core/notices.js';
import {preferences} from '../core/preferences.js';
import {route, accountLink} from '../core/route.js';
import {RouteFollower} from '../core/route-follower.js';
import {sum, toNumber} from '../core/exact.js';
import {count, money, plural} from '../core/wording.js';
import {columns, csvColumns} from './account-columns.js';
import {accountTableStyle} from './account-table-style.js';
import {AccountPages} from './account-pages.js';
import {CHURNED, asked, isAsked, nothingAsked} from './account-questions.js';
import {SteadyRows} from './steady-rows.js';
import './account-filters.js';

/** The accounts: filtered, sorted and paged by the platform; filter and order are in the address. */
class AccountTable extends LitElement {
  static properties = {
    currency: {},
    total: {type: Number},
    totalAtRisk: {},
    at: {},
    current: {state: true},
    density: {state: true},
  };

  static styles = [foundation, controls, sections, tables, bands, accountTableStyle];

  #address = new RouteFollower(this);
  #asked;
  #steady = new SteadyRows();
  #seen = new IntersectionObserver((entries) => entries.at(-1).isIntersecting && !this.accounts.stuck && this.accounts.more(), {rootMargin: '400px'});

  accounts = new AccountPages(this, () => this.#question());

  place = new KeptPlace(this, {
    rows: () => this.accounts.rows.length,
    isThere: (rows) => this.accounts.first.value && (this.accounts.rows.length >= rows || !this.accounts.next),
  });

  constructor() {
    super();
    this.current = -1;
    this.density = preferences.get('density', 'regular');
    new KeyLayer(this, {
      j: () => this.#move(1),
      k: () => this.#move(-1),
      o: () => this.#rows()[this.current] && route.go(accountLink(this.#rows()[this.current].accountId)),
      '/': () => this.renderRoot.querySelector('account-filters').focusText(),
    });
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    this.#seen.disconnect();
  }

  willUpdate() {
    const key = JSON.stringify(this.#question());
    if (this.#asked !== key) {
      this.#asked = key;
      this.current = -1;
    }
  }

  updated() {
    const wanted = Math.max(1, this.place.rows);
    if (this.accounts.rows.length < wanted && this.accounts.next && !this.accounts.stuck) {
      this.accounts.more(wanted);
    }
    this.#seen.disconnect();
    const end = this.renderRoot.querySelector('.end');
    if (end) {
      this.#seen.observe(end);
    }
  }

  render() {
    const {query} = this.#address;
    return html`<section class="sec" aria-label="Accounts">
      <div class="bar">
        <account-filters .query=${query} @filtered=${(event) => route.set(event.detail, {replace: true})}></account-filters>
        <span class="sp"></span>
        <button class="btn s" type="button" @click=${this.#save}>${icon('save')}CSV</button>
        ${choiceBar(
          'Density',
          [
            ['regular', 'Regular'],
            ['compact', 'Compact'],
          ],
          this.density,
          (density) => this.#choose(density),
        )}
      </div>
      ${bodyOf(this.accounts.first, 'Accounts', () => this.#table(), {rows: 12, scope: 'accounts:read'})}
    </section>`;
  }

  #table() {
    const {rows, moved, changed} = this.#steady.of(this.#asked, this.accounts.rows);
    const sort = this.#question().sort;
    if (!rows.length) {
      return html`<p class="none" role="status">
          <b>0 accounts fit this filter.</b> ${this.total ? `All ${count(this.total)} are one step away.` : ''}
        </p>
        <div class="btns">
          <button class="btn" type="button" @click=${() => route.set(nothingAsked)}>Clear filter</button>
          ${this.#address.query.band === CHURNED ? nothing : html`<button class="btn" type="button" @click=${() => route.set({band: CHURNED})}>Look among churned</button>`}
        </div>`;
    }
    return html`${moved ? this.#movedRows(moved) : nothing}
      <div class="scrolls" tabindex="0" role="region" aria-label="Accounts, scrolls sideways">
        <table class="tbl pt ${this.density}" aria-rowcount=${this.accounts.next ? -1 : rows.length + 1}>
          <thead>
            <tr>
              ${columns.map((column) => this.#head(column, sort))}
            </tr>
          </thead>
          <tbody>
            ${repeat(
              rows,
              (row) => row.accountId,
              (row, index) =>
                html`<tr
                  class="${index === this.current ? 'on' : ''} ${changed.has(row.accountId) ? 'changed' : ''}"
                  title=${changed.get(row.accountId) ?? nothing}
                  aria-current=${index === this.current ? 'true' : nothing}
                >
                  ${columns.map((column) => this.#cell(column, row))}
                </tr>`,
            )}
          </tbody>
        </table>
      </div>
      <div class="more-r">
        <span>${this.#summary(rows)}</span>
        <span class="sp"></span>
        ${this.accounts.next ? this.#loadMore('btn s end') : html`<span>All shown</span>`}
      </div>`;
  }

  #loadMore(classes) {
    return html`<button class=${classes} type="button" @click=${() => this.accounts.more()}>Load more</button>`;
  }

  #cell(column, row) {
    const cell = column.cell(row, this);
    return column === columns[0] ? html`<th scope="row">${cell}</th>` : html`<td class=${column.class ?? ''}>${cell}</td>`;
  }

  #movedRows(moved) {
    return html`<p class="moved" role="status">
      <button class="btn s" type="button" @click=${this.#reorder}>${plural(moved, 'row')} changed place, show</button>
    </p>`;
  }

  #head(column, sort) {
    const way = sort === column.sort ? 'ascending' : sort === `-${column.sort}` ? 'descending' : undefined;
    const first = column.firstDown ? `-${column.sort}` : column.sort;
    const other = sort === first ? (column.firstDown ? column.sort : `-${column.sort}`) : first;
    const arrow = way ? html`<span class="way ${way}">${icon('down', true)}</span>` : nothing;
    return html`<th scope="col" class="${column.class ?? ''} ${way ? 'sorted' : ''}" aria-sort=${way ?? nothing}>
      ${column.sort ? html`<button type="button" @click=${() => route.set({sort: other === this.#usualSort() ? '' : other})}>${column.word}${arrow}</button>` : column.word}
    </th>`;
  }

  #summary(rows) {
    const {band} = this.#address.query;
    const filtered = isAsked(this.#address.query);
    const shown = toNumber(sum(rows.map(({revenueAtRisk}) => revenueAtRisk ?? '0')));
    const orMore = this.accounts.next ? ' or more' : '';
    if (band === CHURNED) {
      return `${count(rows.length)}${orMore} churned`;
    }
    return filtered || !this.total
      ? `${count(rows.length)}${orMore} fit, ${money(shown, this.currency)} at risk${orMore ? ' among those shown' : ''}`
      : `${count(rows.length)} of ${count(this.total)} shown, ${money(shown, this.currency)} of ${money(this.totalAtRisk, this.currency)} at risk`;
  }

  #question() {
    const {query} = this.#address;
    return {sort: query.sort ?? this.#usualSort(), ...asked(query)};
  }

  /** What left is worth nothing any more, so it is read by name. */
  #usualSort() {
    return this.#address.query.band === CHURNED ? 'name' : '-revenueAtRisk';
  }

  #rows() {
    return this.#steady.of(this.#asked, this.accounts.rows).rows;
  }

  #reorder() {
    this.#steady.release();
    this.requestUpdate();
  }

  #move(step) {
    const rows = this.#rows();
    this.current = Math.min(rows.length - 1, Math.max(0, this.current + step));
    this.updateComplete.then(() => this.renderRoot.querySelector('tr.on')?.scrollIntoView({block: 'nearest'}));
    notices.say(`${rows[this.current].name}, ${this.current + 1} of ${rows.length}`);
  }

  #choose(density) {
    this.density = density;
    preferences.set('density', density);
  }

  async #save() {
    try {
      downloadCsv('accounts', csvColumns, await this.accounts.all());
    } catch (error) {
      notices.toast(`The CSV was not made. ${error.message}`);
    }
  }
}

customElements.define('account-table', AccountTable);
