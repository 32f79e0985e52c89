/** What the platform answered instead of data: an RFC 9457 problem, or no answer at all. */
export class Refusal extends Error {
  constructor(status, problem = {}) {
    super(problem.detail || problem.title || (status ? `The request was answered with ${status}.` : 'No answer came back.'));
    this.status = status;
    this.code = problem.code ?? '';
    this.problem = problem;
  }

  get away() {
    return this.status === 0 || this.status === 502 || this.status === 503 || this.status === 504;
  }
}

const unsafe = new Set(['POST', 'PUT', 'PATCH', 'DELETE']);

/** The session's token against forged changes, as its cookie holds it. */
export function csrfToken() {
  const cookie = document.cookie.split('; ').find((pair) => pair.startsWith('XSRF-TOKEN='));
  return decodeURIComponent(cookie?.slice('XSRF-TOKEN='.length) ?? '');
}

/** A page navigation goes to sign-in and comes back here; at most once in ten seconds, so that a fault cannot loop. */
function signInAgain() {
  const last = Number(sessionStorage.getItem('holdfast.signin') ?? 0);
  if (Date.now() - last > 10_000) {
    sessionStorage.setItem('holdfast.signin', String(Date.now()));
    location.reload();
  }
}

async function problemOf(response) {
  try {
    return await response.json();
  } catch {
    return {};
  }
}

async function call(method, path, {body, signal, keepalive, ifMatch, tagged = false} = {}) {
  const headers = {Accept: 'application/json'};
  if (unsafe.has(method)) {
    headers['X-XSRF-TOKEN'] = csrfToken();
  }
  if (body !== undefined) {
    headers['Content-Type'] = 'application/json';
  }
  if (ifMatch) {
    headers['If-Match'] = ifMatch;
  }
  let response;
  try {
    response = await fetch(path, {
      method,
      headers,
      signal,
      keepalive,
      body: body === undefined ? undefined : JSON.stringify(body),
      credentials: 'same-origin',
    });
  } catch (error) {
    if (error.name === 'AbortError') {
      throw error;
    }
    throw new Refusal(0);
  }
  if (response.ok) {
    const text = response.status === 204 ? '' : await response.text();
    const value = text ? JSON.parse(text) : null;
    return tagged ? {value, tag: response.headers.get('ETag')} : value;
  }
  if (response.status === 401) {
    signInAgain();
  }
  throw new Refusal(response.status, await problemOf(response));
}

/** A path with its query; empty values are left out. */
export function address(path, query = {}) {
  const pairs = Object.entries(query).filter(([, value]) => value !== undefined && value !== null && value !== '');
  return pairs.length ? `${path}?${new URLSearchParams(pairs)}` : path;
}

export const accountPath = (accountId, rest = '') => `/api/v1/accounts/${encodeURIComponent(accountId)}${rest}`;
export const modelPath = (modelId, rest = '') => `/api/v1/scoring-models/${encodeURIComponent(modelId)}${rest}`;
export const backtestPath = (modelId, backtestId) => modelPath(modelId, `/backtests/${encodeURIComponent(backtestId)}`);

export const api = {
  get: (path, query, signal) => call('GET', address(path, query), {signal}),
  put: (path, body) => call('PUT', path, {body}),
  remove: (path, {ifMatch} = {}) => call('DELETE', path, {ifMatch}),
  post: (path, body, {keepalive, ifMatch} = {}) => call('POST', path, {body, keepalive, ifMatch}),

  /** With the tag of what was read, {value, tag}: an edit that gives it back changes nothing that nobody has seen. */
  getTagged: (path, signal) => call('GET', path, {signal, tagged: true}),
  putTagged: (path, body, ifMatch) => call('PUT', path, {body, ifMatch, tagged: true}),

  /** Every page of a list, following the cursor. */
  async all(path, query = {}, signal) {
    const items = [];
    let cursor;
    do {
      const page = await api.get(path, {...query, limit: 200, cursor}, signal);
      items.push(...page.items);
      cursor = page.next;
    } while (cursor);
    return items;
  },
};
