// Figures as people read them here: true minus, no cents, one locale for the English of the console.
const LOCALE = 'en-GB';
const minus = (text) => text.replace('-', '−');
const isAbsent = (value) => value === null || value === undefined || value === '' || Number.isNaN(value);

export const bandWords = {healthy: 'Healthy', watch: 'Watch', at_risk: 'At risk', critical: 'Critical', unknown: 'Unknown'};
export const bandOrder = ['healthy', 'watch', 'at_risk', 'critical', 'unknown'];

export const count = (value) => minus(new Intl.NumberFormat(LOCALE).format(value));

const moneyFormats = new Map();
function moneyFormat(currency, decimals) {
  const key = `${currency}|${decimals}`;
  if (!moneyFormats.has(key)) {
    moneyFormats.set(
      key,
      new Intl.NumberFormat(LOCALE, {
        style: 'currency',
        currency: currency || 'USD',
        currencyDisplay: 'narrowSymbol',
        minimumFractionDigits: decimals,
        maximumFractionDigits: decimals,
      }),
    );
  }
  return moneyFormats.get(key);
}

/** $14,800: whole amounts, for tables and figures. */
export function money(value, currency) {
  return isAbsent(value)
    ? ''
    : minus(
        moneyFormat(currency, 0)
          .format(Number(value))
          .replace(/^-([^\d]*)0$/, '$10'),
      );
}

/** $2,801.20, $25: a price is never rounded. */
export function price(value, currency) {
  const [, fraction = ''] = /\.(\d*?)0*$/.exec(String(value)) ?? [];
  return isAbsent(value) ? '' : minus(moneyFormat(currency, fraction ? Math.max(2, fraction.length) : 0).format(Number(value)));
}

/** +$14,800 or −$14,800. */
export const movedMoney = (value, currency) => (Number(value) > 0 ? '+' : '') + money(value, currency);

/** $177.6k, $2.472M: only charts, summary tables and hints. */
export function shortMoney(value, currency, millions = 3) {
  const amount = Number(value);
  const size = Math.abs(amount);
  if (size >= 999_950) {
    return minus(moneyFormat(currency, millions).format(amount / 1e6)) + 'M';
  }
  if (size >= 1000) {
    return minus(moneyFormat(currency, 1).format(amount / 1e3)) + 'k';
  }
  return money(amount, currency);
}

/** 38%, 0.6%: one decimal only below one per cent. */
export function percent(ratio, decimals) {
  if (isAbsent(ratio)) {
    return '';
  }
  const value = Number(ratio) * 100;
  const places = decimals ?? (value !== 0 && Math.abs(value) < 1 ? 1 : 0);
  return `${minus(value.toFixed(places))}%`;
}

/** Decimals that a column of ratios needs as percentages: none, or one for all of them. */
export const placesOf = (ratios) => (ratios.every((ratio) => Math.abs(ratio * 100 - Math.round(ratio * 100)) < 0.05) ? 0 : 1);

export const fixed = (value, decimals = 1) =>
  minus(
    Number(value)
      .toFixed(decimals)
      .replace(/^-(0(\.0+)?)$/, '$1'),
  );
export const signed = (value, decimals = 0) => (Number(Number(value).toFixed(decimals)) > 0 ? '+' : '') + fixed(value, decimals);
export const score = (value) => (isAbsent(value) ? '–' : String(Math.round(Number(value))));
export const plural = (n, one, many = `${one}s`) => `${count(n)} ${n === 1 ? one : many}`;

const utc = {timeZone: 'UTC'};
const asDate = (value) => (value instanceof Date ? value : new Date(value));

/** 30 Sep, with the year when it is not this one. */
export function day(value, now = new Date()) {
  if (isAbsent(value)) {
    return '';
  }
  const date = asDate(value);
  const year = date.getUTCFullYear() === asDate(now).getUTCFullYear() ? {} : {year: '2-digit'};
  return new Intl.DateTimeFormat(LOCALE, {day: 'numeric', month: 'short', ...year, ...utc}).format(date).replace('Sept', 'Sep');
}

/** A sentence of the platform with its dates as people read them. */
export const dated = (sentence, now) => (sentence ?? '').replace(/\b\d{4}-\d{2}-\d{2}\b/g, (date) => day(date, now));

/** 30 Sep, 18:00 */
export const moment = (value, now) =>
  `${day(value, now)}, ${new Intl.DateTimeFormat(LOCALE, {hour: '2-digit', minute: '2-digit', ...utc}).format(asDate(value))}`;

export const clock = (value) =>
  new Intl.DateTimeFormat(LOCALE, {hour: '2-digit', minute: '2-digit', second: '2-digit'}).format(asDate(value));

/** "2026-05" → May 2026, or May when short. */
export function month(period, style = 'long') {
  const date = new Date(`${period}-01T00:00:00Z`);
  if (style === 'long') {
    return new Intl.DateTimeFormat(LOCALE, {month: 'long', year: 'numeric', ...utc}).format(date);
  }
  return new Intl.DateTimeFormat(LOCALE, {month: 'short', ...utc}).format(date).replace('Sept', 'Sep');
}

export const daysBetween = (from, to) => Math.round((asDate(to) - asDate(from)) / 86_400_000);

/** How long ago in the words of a glance: 2 s, 4 min, 3 h, 5 days. */
export function since(milliseconds) {
  const seconds = Math.max(0, Math.round(milliseconds / 1000));
  if (seconds < 60) {
    return `${seconds} s`;
  }
  if (seconds < 3600) {
    return `${Math.round(seconds / 60)} min`;
  }
  return seconds < 172_800 ? `${Math.round(seconds / 3600)} h` : `${Math.round(seconds / 86_400)} days`;
}

/** ana.rivera@larkfield.example → A. Rivera; anything else stays as it is. */
export function person(email) {
  if (!email) {
    return '';
  }
  const [first, ...rest] = email.split('@')[0].split(/[._]/).filter(Boolean);
  const upper = (word) => word[0].toUpperCase() + word.slice(1);
  return rest.length ? `${first[0].toUpperCase()}. ${rest.map(upper).join(' ')}` : upper(first);
}

export const initials = (text) =>
  (text ?? '')
    .split('@')[0]
    .split(/[\s._-]+/)
    .filter(Boolean)
    .map((word) => word[0])
    .filter((_, index, all) => index === 0 || index === all.length - 1)
    .join('')
    .toUpperCase();

/** weekly_active_users → Weekly active users */
export function words(key) {
  if (key === 'fx') {
    return 'FX';
  }
  const text = String(key ?? '')
    .replace(/[_-]+/g, ' ')
    .trim();
  return text ? text[0].toUpperCase() + text.slice(1) : '';
}
