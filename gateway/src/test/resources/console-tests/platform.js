import {route} from '/console/core/route.js';

const scopes = ['accounts:read', 'health:read', 'alerts:read', 'alerts:write', 'plays:read', 'metrics:read', 'models:read', 'models:write'];
const me = {tenant: 'demo', subject: 'ana', name: 'Ana', email: 'ana@larkfield.example', roles: ['csm'], scopes};

/**
 * A platform that answers as told while `body` runs: `answers` is [[path pattern, (query, path, request) → body], …], a body
 * may be a whole Response; anything else is an empty list. A request is {method, headers, body}. `body` gets the requests made so far.
 */
export async function withPlatform(answers, body) {
  const [own, address] = [window.fetch, location.href];
  const asked = [];
  window.fetch = async (path, {signal, method, headers, body: sent} = {}) => {
    const url = new URL(path, location.origin);
    asked.push(url.pathname + url.search);
    const [, answer] = [[/\/me$/, () => me], ...answers].find(([pattern]) => pattern.test(url.pathname)) ?? [];
    const json = answer ? answer(Object.fromEntries(url.searchParams), url.pathname, {method, headers, body: sent && JSON.parse(sent)}) : {items: []};
    signal?.throwIfAborted();
    if (json instanceof Response) {
      return json;
    }
    return new Response(JSON.stringify(json), {status: 200, headers: {'Content-Type': 'application/json'}});
  };
  try {
    await body(asked);
  } finally {
    document.body.replaceChildren();
    window.fetch = own;
    goTo(address);
  }
}

/** As if the person had come back to this address. */
export function goTo(address) {
  history.replaceState(null, '', address);
  dispatchEvent(new PopStateEvent('popstate'));
}

/** Puts a component on the page and waits until it has rendered. */
export async function show(tag, properties = {}) {
  const element = Object.assign(document.createElement(tag), properties);
  document.body.append(element);
  await element.updateComplete;
  return element;
}

/** Waits for a condition, ten seconds at most; answers what it became. */
export async function until(condition) {
  const end = performance.now() + 10_000;
  for (;;) {
    const value = await condition();
    if (value) {
      return value;
    }
    if (performance.now() > end) {
      throw new Error(`never came true: ${condition}`);
    }
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
}

/** Every element below, through shadow roots, that fits. */
export const all = (root, selector) =>
  [...(root.shadowRoot ?? root).querySelectorAll('*')].flatMap((one) => [
    ...(one.matches(selector) ? [one] : []),
    ...(one.shadowRoot ? all(one, selector) : []),
  ]);

/** What a person reads in an element, its own shadow included. */
export function read(node) {
  if (node.nodeType === Node.TEXT_NODE) {
    return node.textContent;
  }
  if (node instanceof HTMLStyleElement) {
    return '';
  }
  return [...(node.shadowRoot ?? node).childNodes].map(read).join('').replace(/\s+/g, ' ');
}

export const press = (root, word) => all(root, 'button').find((button) => read(button).trim() === word).click();

export {route};
