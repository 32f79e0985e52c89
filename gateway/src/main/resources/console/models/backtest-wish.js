import {daysBefore} from '../core/days.js';

const WEEK = 7;
const USUAL_WEEKS = 78;
const MOST_WEEKS = 261;
const DAY = 86_400_000;

/** What is asked when nobody says otherwise, as the API has it. */
export function usualWish(now) {
  const to = daysBefore(now, 1);
  return {from: daysBefore(`${to}T00:00:00Z`, USUAL_WEEKS * WEEK - 1), to, horizonDays: '90', capacity: '10', segmentBy: ''};
}

/** The fields as a request, or what is wrong at which of them: {body} or {faults}. */
export function readWish({from, to, horizonDays, capacity, segmentBy}, now) {
  const faults = {
    ...dayFaults(from, to, now),
    ...numberFault('horizonDays', horizonDays, 7, 730),
    ...numberFault('capacity', capacity, 1, 10_000),
  };
  if (Object.keys(faults).length) {
    return {faults};
  }
  return {body: {from, to, horizonDays: Number(horizonDays), capacity: Number(capacity), segmentBy: segmentBy || undefined}};
}

/** At which field the platform's refusal belongs, or null. */
export function fieldOf({code, message}) {
  if (code === 'invalid_window') {
    return message.startsWith("'to'") ? 'to' : 'from';
  }
  if (code === 'invalid_backtest') {
    return /horizon/i.test(message) ? 'horizonDays' : /capacity/i.test(message) ? 'capacity' : 'from';
  }
  return code === 'unknown_segment' ? 'segmentBy' : null;
}

function dayFaults(from, to, now) {
  const faults = {};
  if (!isDay(from)) {
    faults.from = 'Which day? Such as 2026-03-02.';
  }
  if (!isDay(to)) {
    faults.to = 'Which day? Such as 2026-03-02.';
  } else if (Date.parse(to) > Date.parse(now)) {
    faults.to = 'It must not lie after today.';
  }
  if (faults.from || faults.to) {
    return faults;
  }
  const weeks = weeksBetween(from, to);
  if (weeks < 1) {
    return {from: 'No Sunday lies between these days; weeks end on Sundays.'};
  }
  return weeks > MOST_WEEKS ? {from: `These are ${weeks} weeks; ${MOST_WEEKS} are the most.`} : {};
}

/** Sundays from one day to another, both included. */
export function weeksBetween(from, to) {
  const first = Date.parse(from);
  const last = Date.parse(to);
  const sunday = first + ((WEEK - new Date(first).getUTCDay()) % WEEK) * DAY;
  return sunday > last ? 0 : Math.floor((last - sunday) / (WEEK * DAY)) + 1;
}

const isDay = (text) => /^\d{4}-\d{2}-\d{2}$/.test(text ?? '') && !Number.isNaN(Date.parse(text)) && text >= '1900';

const numberFault = (name, text, least, most) =>
  /^\d+$/.test(text) && Number(text) >= least && Number(text) <= most
    ? {}
    : {[name]: `A whole number from ${least} to ${most.toLocaleString('en-GB')}.`};
