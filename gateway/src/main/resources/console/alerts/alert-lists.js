import {api} from '../core/api.js';

/** Open means not closed: what nobody has acknowledged yet and what somebody has. */
export async function alertLists(state, signal) {
  const states = state === 'open' ? ['open', 'acknowledged'] : ['closed'];
  const lists = await Promise.all(states.map((one) => api.all('/api/v1/alerts', {state: one}, signal)));
  const alerts = new Map(lists.flat().map((alert) => [alert.alertId, alert]));
  return [...alerts.values()];
}
