import {api} from '../core/api.js';

function monthsOf(from, to) {
  const months = [];
  for (const date = new Date(`${from}-01T00:00:00Z`); date.toISOString().slice(0, 7) <= to; date.setUTCMonth(date.getUTCMonth() + 1)) {
    months.push(date.toISOString().slice(0, 7));
  }
  return months;
}

/** Single movements of a span of months, largest first. */
export async function movementsBetween(from, to, signal) {
  const months = await Promise.all(monthsOf(from, to).map((period) => api.all('/api/v1/metrics/movements', {period}, signal)));
  return months.flat().toSorted((a, b) => Math.abs(b.amount) - Math.abs(a.amount));
}
