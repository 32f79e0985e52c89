import {plural} from '../core/wording.js';
import {hoursOf} from './durations.js';
import {numberText} from './shares.js';

/** PT72H → 72 hours, P7D → 7 days */
export function durationWords(duration) {
  const hours = hoursOf(duration);
  if (hours === null) {
    return duration || 'none';
  }
  if (hours >= 168 && hours % 24 === 0) {
    return plural(hours / 24, 'day');
  }
  return Number.isInteger(hours) ? plural(hours, 'hour') : `${numberText(Number(hours.toFixed(2)))} hours`;
}
