import {api} from '../core/api.js';
import {Answer} from '../core/answer.js';
import {notices} from '../core/notices.js';

const PATH = '/api/v1/accounts';
const PAGE = 50;
const LARGEST_PAGE = 200;

/** The band filter's word for accounts that left. The platform lists them among the others, so they are picked here. */
export const CHURNED = 'churned';

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
      ask: (signal) => api.get(PATH, {...this.#asked(), limit: this.#size()}, signal),
    });
  }

  get rows() {
    return this.#loaded().filter(this.#fits());
  }

  /** How many of those loaded are accounts that left and are not asked for. */
  get leftOut() {
    return this.#wantsChurned() ? 0 : this.#loaded().length - this.rows.length;
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
        const page = await api.get(PATH, {...this.#asked(), limit: this.#size(), cursor: this.next});
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
  async all() {
    const accounts = await api.all(PATH, this.#asked());
    return accounts.filter(this.#fits());
  }

  #asked() {
    const {band, ...others} = this.#question();
    return this.#wantsChurned() || !band ? others : {...others, band};
  }

  #wantsChurned() {
    return this.#question().band === CHURNED;
  }

  #fits() {
    const churned = this.#wantsChurned();
    return ({churnedOn}) => Boolean(churnedOn) === churned;
  }

  #size() {
    return this.#wantsChurned() ? LARGEST_PAGE : PAGE;
  }

  #loaded() {
    const first = this.first.value?.items ?? [];
    const seen = new Set(first.map(({accountId}) => accountId));
    return [...first, ...this.#pages().rows.filter(({accountId}) => !seen.has(accountId))];
  }

  #pages() {
    const key = JSON.stringify(this.#question());
    if (this.#later.key !== key) {
      this.#later = {key, rows: [], next: undefined, stuck: false};
    }
    return this.#later;
  }
}
