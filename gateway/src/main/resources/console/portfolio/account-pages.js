import {api} from '../core/api.js';
import {Answer} from '../core/answer.js';
import {notices} from '../core/notices.js';
import {inWordsOfTheApi} from './account-questions.js';

const PATH = '/api/v1/accounts';
const PAGE = 50;

/**
 * The pages of a list of accounts: those that stay, or those that left. The first is asked again at every pulse; the
 * ones after it are kept until the question changes.
 */
export class AccountPages {
  first;
  #host;
  #question;
  #loading = false;
  #later = {key: undefined, rows: [], next: undefined, stuck: false};

  constructor(host, question) {
    this.#host = host;
    this.#question = question;
    this.first = new Answer(host, {
      key: question,
      scope: 'accounts:read',
      ask: (signal) => api.get(PATH, {...this.#asked(), limit: PAGE}, signal),
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

  /** Whether the last page asked for did not come; only a person asks for it again. */
  get stuck() {
    return this.#pages().stuck;
  }

  /** Loads pages until rows are added, so many at least, or none are left. */
  async more(wanted = this.rows.length + 1) {
    if (this.#loading) {
      return;
    }
    this.#loading = true;
    const pages = this.#pages();
    pages.stuck = false;
    try {
      while (this.next && this.rows.length < wanted && pages === this.#pages()) {
        const page = await api.get(PATH, {...this.#asked(), limit: PAGE, cursor: this.next});
        pages.rows.push(...page.items);
        pages.next = page.next ?? null;
      }
    } catch (error) {
      pages.stuck = true;
      notices.toast(`More accounts did not load. ${error.message}`);
    } finally {
      this.#loading = false;
      this.#host.requestUpdate();
    }
  }

  /** All rows of the question. */
  all() {
    return api.all(PATH, this.#asked());
  }

  #asked() {
    return inWordsOfTheApi(this.#question());
  }

  #pages() {
    const key = JSON.stringify(this.#question());
    if (this.#later.key !== key) {
      this.#later = {key, rows: [], next: undefined, stuck: false};
    }
    return this.#later;
  }
}
