import {endOfDay} from './days.js';

// What one part of an address's query may say. Each rule answers {value}, or {wrong} with the reason.
const DAY = /^\d{4}-\d{2}-\d{2}$/;
const INSTANT = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d+)?)?(Z|[+-]\d{2}:\d{2})$/;
const EARLIEST = '1900';

const isDay = (text) => DAY.test(text) && text >= EARLIEST && new Date(`${text}T00:00:00Z`).getUTCDate() === Number(text.slice(8));

export const anyText = (text) => ({value: text});

export const oneOf =
  (...words) =>
  (text) =>
    words.includes(text) ? {value: text} : {wrong: `is none of ${words.join(', ')}`};

/** An instant that has been, or the end of a day that has been. */
export function pastInstant(text, now) {
  const instant = DAY.test(text) ? endOfDay(text) : text;
  if (!INSTANT.test(instant) || !isDay(instant.slice(0, 10)) || Number.isNaN(Date.parse(instant))) {
    return {wrong: 'is no day'};
  }
  return Date.parse(instant) > now ? {wrong: 'is later than now'} : {value: instant};
}

/** A month that has begun. */
export function begunMonth(text, now) {
  if (!isDay(`${text}-01`)) {
    return {wrong: 'is no month'};
  }
  return Date.parse(`${text}-01T00:00:00Z`) > now ? {wrong: 'is a month to come'} : {value: text};
}
