import {percentText, sumOf} from './shares.js';

const SUM = /^The weights sum to (-?[\d.]+); they must sum to 1$/;

/** "4% too much" of what must be the whole; '' when it is. */
export function astray(sum) {
  const off = sumOf([sum, -1]);
  return off === 0 ? '' : `${percentText(Math.abs(off))}% ${off > 0 ? 'too much' : 'missing'}`;
}

/** A fault as the page tells it: weights in per cent. */
export function faultWords({detail}) {
  const [, sum] = SUM.exec(detail) ?? [];
  return sum ? `They sum to ${percentText(Number(sum))}%, ${astray(Number(sum))}` : detail;
}
