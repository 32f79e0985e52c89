import {api} from '../core/api.js';

/** Single movements of a span of months, largest first. */
export async function movementsBetween(from, to, signal, kind) {
  const items = await api.all('/api/v1/metrics/movements', {from, to, kind}, signal);
  return items.toSorted((a, b) => Math.abs(b.amount) - Math.abs(a.amount));
}
