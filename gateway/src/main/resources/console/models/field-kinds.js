import {durationOf, hoursOf} from './durations.js';
import {numberOf, numberText, ofPercent, percentText} from './shares.js';

const known = (value, words) => (value === null || value === undefined ? '' : words(value));
const read = (text, make) => {
  const number = numberOf(text);
  return number === null ? null : make(number);
};

/** How a value stands in a field and is read from it; `read` gives null when it says nothing. */
export const kinds = {
  percent: {suffix: '%', text: (share) => known(share, percentText), read: (text) => read(text, ofPercent), wrong: 'Give a number, in per cent'},
  number: {suffix: '', text: (number) => known(number, numberText), read: (text) => read(text, (number) => number), wrong: 'Give a number'},
  hours: {
    suffix: 'hours',
    text: (duration) => known(hoursOf(duration), (hours) => numberText(Number(hours.toFixed(4)))),
    read: (text) => read(text, (hours) => (hours < 0 ? null : durationOf(hours))),
    wrong: 'Give a number of hours, 0 or more',
  },
};
