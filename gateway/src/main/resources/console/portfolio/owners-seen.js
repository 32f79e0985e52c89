import {api} from '../core/api.js';
import {permitted} from '../core/session.js';

/** Who owns accounts: read once from the accounts, since there is no list of people for this. */
class OwnersSeen extends EventTarget {
  emails = [];
  #loaded;

  load() {
    this.#loaded ??= permitted('accounts:read')
      .then(() => api.all('/api/v1/accounts', {sort: 'name'}))
      .then(
        (accounts) => {
          this.emails = [...new Set(accounts.map(({ownerEmail}) => ownerEmail).filter(Boolean))].sort();
          this.dispatchEvent(new Event('change'));
        },
        () => (this.#loaded = undefined),
      );
  }
}

export const ownersSeen = new OwnersSeen();
