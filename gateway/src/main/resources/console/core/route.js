// The address is the state: which page, which filter, which period, which day.
const pages = [
  [/^\/(?:portfolio)?$/, 'portfolio', []],
  [/^\/accounts\/([^/]+)$/, 'account', ['accountId']],
  [/^\/revenue$/, 'revenue', []],
  [/^\/alerts$/, 'alerts', []],
];

function decoded(segment) {
  try {
    return decodeURIComponent(segment);
  } catch {
    return null;
  }
}

/** What an address shows: page, parameters of the path, query. */
export function pageAt({pathname, search}) {
  for (const [pattern, page, names] of pages) {
    const values = pattern.exec(pathname)?.slice(1).map(decoded);
    if (values && !values.includes(null)) {
      const params = Object.fromEntries(names.map((name, index) => [name, values[index]]));
      return {page, params, query: Object.fromEntries(new URLSearchParams(search))};
    }
  }
  return {page: 'nowhere', params: {}, query: {}};
}

class Route extends EventTarget {
  current = pageAt(location);

  constructor() {
    super();
    addEventListener('popstate', () => this.#changed(false));
  }

  /** Goes to another page. */
  go(path) {
    history.pushState(null, '', path);
    scrollTo(0, 0);
    this.#changed(true);
  }

  /** Changes the query of this page; empty values leave the address. */
  set(changes, {replace = false} = {}) {
    const query = new URLSearchParams(location.search);
    for (const [key, value] of Object.entries(changes)) {
      if (value === undefined || value === null || value === '') {
        query.delete(key);
      } else {
        query.set(key, value);
      }
    }
    const text = query.toString();
    history[replace ? 'replaceState' : 'pushState'](null, '', location.pathname + (text ? `?${text}` : ''));
    this.#changed(false);
  }

  /** Takes over plain clicks on links to pages of the console. */
  takeOver(root) {
    root.addEventListener('click', (event) => {
      const link = event.composedPath().find((node) => node instanceof HTMLAnchorElement && node.href);
      if (
        !link ||
        event.defaultPrevented ||
        event.button !== 0 ||
        event.metaKey ||
        event.ctrlKey ||
        event.shiftKey ||
        event.altKey ||
        link.target ||
        link.hasAttribute('download')
      ) {
        return;
      }
      const url = new URL(link.href);
      if (url.origin === location.origin && pages.some(([pattern]) => pattern.test(url.pathname))) {
        event.preventDefault();
        this.go(url.pathname + url.search);
      }
    });
  }

  #changed(newPage) {
    this.current = pageAt(location);
    this.dispatchEvent(new CustomEvent('change', {detail: {newPage}}));
  }
}

export const route = new Route();
export const accountLink = (accountId) => `/accounts/${encodeURIComponent(accountId)}`;
