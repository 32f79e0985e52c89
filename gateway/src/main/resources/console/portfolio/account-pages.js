import {api} from '../core/api.js';
import {Answer} from '../core/answer.js';
import {notices} from '../core/notices.js';

const PAGE = 50;

/**
 * The pages of a list of accounts. The first is asked again at every pulse; the ones after it are kept until the
 * question changes.
 */
export class AccountPages {
  first;
  #host;
  #question;
  #loading = false;
  #later = {key: undefined, rows: [], next: undefined};

  constructor(host, question) {
    this.#host = host;
    this.#question = question;
    this.first = new Answer(host, {
      key: question,
      scope: 'accounts:read',
      ask: (signal) => api.get('/api/v1/accounts', {...question(), limit: PAGE}, signal),
    });
  }

  get rows() {
    const first = this.first.value?.items ?? [];
    const seen = new Set(first.map(({accountId}) => accountId));
    return [...first, ...this.#pages().rows.filter(({accountId}) => !seen.has(accountId))];
  }

  /** Where the next page begins; nothing when all are here. */
  get next() {
    const {next} = this.#pages();
    return next === undefined ? this.first.value?.next : next;
  }

  async more() {
    const cursor = this.next;
    const pages = this.#pages();
    if (this.#loading || !cursor) {
      return;
    }
    this.#loading = true;
    try {
      const page = await api.get('/api/v1/accounts', {...this.#question(), limit: PAGE, cursor});
      pages.rows.push(...page.items);
      pages.next = page.next ?? null;
    } catch (error) {
      notices.toast(`More accounts did not load. ${error.message}`);
    } finally {
      this.#loading = false;
      this.#host.requestUpdate();
    }
  }

  #pages() {
    const key = JSON.stringify(this.#question());
    if (this.#later.key !== key) {
      this.#later = {key, rows: [], next: undefined};
    }
    return this.#later;
  }
}
