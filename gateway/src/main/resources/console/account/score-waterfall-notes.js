import {bandWords, fixed, percent} from '../core/wording.js';
import {lingering} from './health-reading.js';

/** What a reader of the waterfall must know beside its figures, in sentences. */
export function waterfallNotes({missing, axes}, health) {
  const shared =
    missing.length || axes.some(({absent}) => absent.length) ? 'The weight of what has no data is shared by the other signals.' : '';
  const assumed = Number(health.assumedShare) > 0 ? `${percent(health.assumedShare)} of what is known here was loaded as recorded.` : '';
  return [whyItLingers(health), shared, assumed].filter(Boolean).join(' ');
}

/** Why the band is not the one the score lies in. */
function whyItLingers(health) {
  const lingers = lingering(health);
  if (!lingers) {
    return '';
  }
  const band = bandWords[health.band].toLowerCase();
  return lingers.leftBelow === null
    ? `The score lies in ${bandWords[lingers.scoreBand].toLowerCase()}; the band is kept at ${band} for a time before it improves, so that it does not flap.`
    : `The band stays ${band} until the score is below ${fixed(lingers.leftBelow, 0)}, so that it does not flap.`;
}
