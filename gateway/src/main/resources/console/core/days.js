// Days as the platform names them: "2026-05-31", each with its end.
const DAY = 86_400_000;

export const endOfDay = (day) => `${day}T23:59:59Z`;

/** The day so many days before the day of an instant. */
export const daysBefore = (instant, days) => new Date(Date.parse(instant) - days * DAY).toISOString().slice(0, 10);
