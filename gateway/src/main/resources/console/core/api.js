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

async function call(method, path, {body, signal, keepalive} = {}) {
  const headers = {Accept: 'application/json'};
  if (unsafe.has(method)) {
    headers['X-XSRF-TOKEN'] = csrfToken();
  }
  if (body !== undefined) {
    headers['Content-Type'] = 'application/json';
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
    return response.status === 204 || response.status === 202 ? null : response.json();
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

export const api = {
  get: (path, query, signal) => call('GET', address(path, query), {signal}),
  put: (path, body) => call('PUT', path, {body}),
  remove: (path) => call('DELETE', path),
  post: (path, body, {keepalive} = {}) => call('POST', path, {body, keepalive}),

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
