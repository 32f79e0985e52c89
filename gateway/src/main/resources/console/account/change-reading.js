import {isKnown} from '../core/known.js';
import {fixed} from '../core/wording.js';

/** The change in a sentence, without what the table below it says. */
export function changeWords({change, scoreFrom, scoreTo, sentence, parts}) {
  if (!isKnown(change)) {
    return `${sentence}.`;
  }
  if (Number(change) === 0) {
    return parts.length
      ? `The score is ${fixed(scoreTo, 2)} as it was: what moved it made up for each other.`
      : `The score is ${fixed(scoreTo, 2)} as it was, and nothing moved it.`;
  }
  const direction = Number(change) < 0 ? 'fell' : 'rose';
  return `The score ${direction} by ${fixed(Math.abs(change), 2)} points, from ${fixed(scoreFrom, 2)} to ${fixed(scoreTo, 2)}.`;
}

/** What a part is, without the name that stands above it. */
export function partWords({name, sentence}) {
  const rest = sentence.startsWith(name) ? sentence.slice(name.length).replace(/^:?\s+/, '') : sentence;
  return rest ? rest[0].toUpperCase() + rest.slice(1) : '';
}
