import {api} from '../core/api.js';
import {monthsBetween} from '../core/months.js';

/** Single movements of a span of months, largest first. */
export async function movementsBetween(from, to, signal) {
  const months = await Promise.all(monthsBetween(from, to).map((period) => api.all('/api/v1/metrics/movements', {period}, signal)));
  return months.flat().toSorted((a, b) => Math.abs(b.amount) - Math.abs(a.amount));
}
