import {html, nothing} from 'lit';
import {route} from '../core/route.js';

const isPlain = (event) => event.button === 0 && !event.metaKey && !event.ctrlKey && !event.shiftKey && !event.altKey;

/** Follows a link to another query of the same page and stays where one is; a click with a key goes the browser's way. */
export function within(changes) {
  return (event) => {
    if (isPlain(event)) {
      event.preventDefault();
      route.set(changes);
    }
  };
}

/** Views of one page as links: `views` is [[value of `view`, word, count], …]. */
export const tabLine = (label, views, current) => {
  const href = (view) => {
    const query = new URLSearchParams(location.search);
    query.delete('view');
    if (view) {
      query.set('view', view);
    }
    const text = query.toString();
    return location.pathname + (text ? `?${text}` : '');
  };
  return html`<nav class="tabs" aria-label=${label}>
    ${views.map(
      ([view, word, n]) =>
        html`<a href=${href(view)} aria-current=${view === current ? 'page' : nothing} @click=${within({view})}
          >${word}${n ? html` <span class="n">${n}</span>` : nothing}</a
        >`,
    )}
  </nav>`;
};
