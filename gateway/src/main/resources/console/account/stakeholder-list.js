import {LitElement, html, nothing} from 'lit';
import {foundation} from '../styles/foundation.js';
import {sections} from '../styles/sections.js';
import {bands} from '../styles/bands.js';
import {bodyOf} from '../pieces/section-state.js';
import {accountPath, api} from '../core/api.js';
import {Answer} from '../core/answer.js';
import {day, plural, words} from '../core/wording.js';
import {sideStyle} from './side-style.js';

const NEEDED = 3;
const roles = ['executive_sponsor', 'champion', 'manager', 'procurement', 'admin'];
const asked = new Set(['executive_sponsor', 'champion']);
const isActive = (contact) => contact.active !== false && !contact.leftOn;

/** Who stands behind the account, role by role, and the gaps. */
class StakeholderList extends LitElement {
  static properties = {accountId: {}};

  static styles = [foundation, sections, bands, sideStyle];

  #thin = null;

  contacts = new Answer(this, {
    key: () => this.accountId,
    scope: 'accounts:read',
    ask: (signal) => api.all(accountPath(this.accountId, '/contacts'), {}, signal),
    every: 6,
  });

  render() {
    const stakeholders = this.#stakeholders();
    return html`<section class="side" aria-labelledby="title">
      <header>
        <h2 id="title">Stakeholders</h2>
        <p>${stakeholders ? `${stakeholders.filter(isActive).length} active, ${NEEDED} needed` : nothing}</p>
      </header>
      ${bodyOf(this.contacts, 'Contacts', (contacts) => this.#list(contacts, stakeholders), {rows: 4, scope: 'accounts:read'})}
    </section>`;
  }

  /** Tells whether the account hangs on too few people; nothing while contacts are not known. */
  updated() {
    const stakeholders = this.#stakeholders();
    const active = stakeholders?.filter(isActive) ?? [];
    const thin = stakeholders?.length ? active.length < NEEDED || !active.some(({role}) => role === 'executive_sponsor') : null;
    if (thin !== this.#thin) {
      this.#thin = thin;
      this.dispatchEvent(new CustomEvent('single-threaded', {detail: thin}));
    }
  }

  #list(contacts, stakeholders) {
    if (!contacts.length) {
      return html`<p class="empty">
        <b>No contacts yet.</b> Coverage is not known. Import kind <span class="mono">contacts</span> fills this.
      </p>`;
    }
    const users = contacts.filter((contact) => contact.role === 'end_user' && isActive(contact)).length;
    return html`<ul class="list">
      ${roles
        .filter((role) => asked.has(role) || stakeholders.some((contact) => contact.role === role))
        .map((role) =>
          this.#role(
            role,
            stakeholders.filter((contact) => contact.role === role),
          ),
        )}
      ${users ? html`<li><span class="i2">${plural(users, 'end user')}</span></li>` : nothing}
    </ul>`;
  }

  #role(role, people) {
    const active = people.filter(isActive);
    const left = people.filter((contact) => !isActive(contact)).toSorted((a, b) => String(b.leftOn).localeCompare(String(a.leftOn)));
    const name = (contact) => [contact.name, contact.title].filter(Boolean).join(', ') || contact.email || contact.contactId;
    const lines = active.length
      ? active.map(name)
      : left.slice(0, 1).map((contact) => `${name(contact)} left${contact.leftOn ? ` ${day(contact.leftOn)}` : ''}`);
    return html`<li>
      <span class="w5">${words(role)}</span
      ><span>${active.length ? (active.length > 1 ? active.length : nothing) : html`<span class="tag gap">Gap</span>`}</span
      >${lines.length ? lines.slice(0, 3).map((line) => html`<small>${line}</small>`) : html`<small>Nobody on record</small>`}
    </li>`;
  }

  #stakeholders() {
    return this.contacts.value?.filter(({role}) => role !== 'end_user');
  }
}

customElements.define('stakeholder-list', StakeholderList);
