// Months as the platform names them: "2026-05".
const DAY = 86_400_000;
const firstDay = (period) => new Date(`${period}-01T00:00:00Z`);
const periodOf = (date) => date.toISOString().slice(0, 7);

/** The month so many months after this one, or before it. */
export function monthsAfter(period, months) {
  const date = firstDay(period);
  date.setUTCMonth(date.getUTCMonth() + months);
  return periodOf(date);
}

export const monthOf = (instant) => periodOf(instant);

/** "2026-02" → "2026-02-28" */
export const lastDayOf = (period) => new Date(firstDay(monthsAfter(period, 1)).getTime() - DAY).toISOString().slice(0, 10);

/** Every month from one to the other, both included. */
export function monthsBetween(from, to) {
  const months = [];
  for (let period = from; period <= to; period = monthsAfter(period, 1)) {
    months.push(period);
  }
  return months;
}
