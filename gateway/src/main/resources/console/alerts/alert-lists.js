import {api} from '../core/api.js';

export const isOpen = ({state}) => state !== 'closed';

/** Open means not closed: what nobody has acknowledged yet and what somebody has. */
export async function alertLists(state, signal) {
  const states = state === 'open' ? ['open', 'acknowledged'] : ['closed'];
  const pages = await Promise.all(states.map((one) => api.get('/api/v1/alerts', {state: one, limit: 200}, signal)));
  const alerts = new Map(pages.flatMap(({items}) => items).map((alert) => [alert.alertId, alert]));
  return [...alerts.values()];
}
