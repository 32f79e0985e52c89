import {notices} from './notices.js';
import {anyText, begunMonth, oneOf, pastInstant} from './query-rules.js';
import {bandOrder} from './wording.js';

// The address is the state: which page, which filter, which period, which day. A page knows what its query may say.
const sorts = ['name', 'score', 'mrr', 'revenueAtRisk', 'renewsOn'];
const pages = [
  [
    /^\/(?:portfolio)?$/,
    'portfolio',
    [],
    {
      band: oneOf(...bandOrder, 'churned'),
      segment: oneOf('protect', 'grow', 'nurture', 'monitor'),
      stage: oneOf('onboarding', 'adoption', 'maturity', 'expansion'),
      fit: oneOf('good', 'fair', 'bad', 'unknown'),
      sign: oneOf('ready', 'exposed', 'sighted', 'single'),
      owner: anyText,
      q: anyText,
      sort: oneOf(...sorts, ...sorts.map((sort) => `-${sort}`)),
    },
  ],
  [/^\/accounts\/([^/]+)$/, 'account', ['accountId'], {asOf: pastInstant, range: oneOf('90', '180', '365')}],
  [/^\/revenue$/, 'revenue', [], {period: begunMonth, span: oneOf('month', 'quarter', 'year')}],
  [/^\/alerts$/, 'alerts', [], {state: oneOf('open', 'closed'), whose: oneOf('mine'), alert: anyText}],
  [/^\/models$/, 'models', [], {}],
  [/^\/models\/([^/]+)$/, 'model', ['modelId'], {view: oneOf('bands', 'differences', 'simulation', 'backtests', 'json'), signal: anyText, against: anyText}],
  [/^\/models\/([^/]+)\/backtests\/([^/]+)$/, 'backtest', ['modelId', 'backtestId'], {}],
];
const SHOWN_OF_WRONG = 40;

function decoded(segment) {
  try {
    return decodeURIComponent(segment);
  } catch {
    return null;
  }
}

/** What an address shows: page, parameters of the path, query, and which parts of the query say nothing, with the reason. */
export function pageAt({pathname, search}, now = Date.now()) {
  for (const [pattern, page, names, rules] of pages) {
    const values = pattern.exec(pathname)?.slice(1).map(decoded);
    if (values && !values.includes(null)) {
      const params = Object.fromEntries(names.map((name, index) => [name, values[index]]));
      return {page, params, ...readQuery(new URLSearchParams(search), rules, now)};
    }
  }
  return {page: 'nowhere', params: {}, query: {}, wrong: []};
}

function readQuery(given, rules, now) {
  const query = {};
  const wrong = [];
  for (const [name, text] of given) {
    const read = text && Object.hasOwn(rules, name) ? rules[name](text, now) : {};
    if (read.wrong) {
      wrong.push({name, text, why: read.wrong});
    } else if (read.value) {
      query[name] = read.value;
    }
  }
  return {query, wrong};
}

class Route extends EventTarget {
  current = pageAt(location);

  constructor() {
    super();
    addEventListener('popstate', () => this.#changed(false));
  }

  /** Goes to another page; `leaving` is heard before. */
  go(path) {
    this.dispatchEvent(new Event('leaving'));
    history.pushState(null, '', path);
    scrollTo(0, 0);
    this.#changed(true);
  }

  /** What this page shows is found elsewhere now; the query stays. */
  moved(path) {
    history.replaceState(null, '', path + location.search);
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

  /** Leaves out of the address what says nothing, and tells it. */
  drop(wrong) {
    this.set(Object.fromEntries(wrong.map(({name}) => [name, ''])), {replace: true});
    notices.toast(
      `The address said ${wrong.map(({name, text, why}) => `${name}=${text.slice(0, SHOWN_OF_WRONG)}, which ${why}`).join('; ')}. It was left out.`,
    );
  }

  /** Drops what is wrong in the present address. */
  tidy() {
    if (this.current.wrong.length) {
      this.drop(this.current.wrong);
    }
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
    this.tidy();
  }
}

export const route = new Route();
export const accountLink = (accountId) => `/accounts/${encodeURIComponent(accountId)}`;
export const modelLink = (modelId) => `/models/${encodeURIComponent(modelId)}`;
export const backtestLink = (modelId, backtestId) => `${modelLink(modelId)}/backtests/${encodeURIComponent(backtestId)}`;
