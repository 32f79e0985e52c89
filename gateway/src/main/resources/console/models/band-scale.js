import {html} from 'lit';
import {isKnown} from '../core/known.js';
import {placed} from '../core/placed.js';
import {bandWords} from '../core/wording.js';
import {numberText} from './shares.js';

const within = (score) => Math.min(100, Math.max(0, score));

/** From 0 to 100: the bands, where each is entered, and how far below it is kept. */
export function bandScale(model) {
  const known = model.bands.filter(({enter}) => isKnown(enter));
  const parts = [...known, {band: 'critical', enter: 0}].map(({band, enter}, index) => ({
    band,
    from: within(enter),
    to: within(index ? known[index - 1].enter : 100),
  }));
  const says = known.map(({band, enter, leave}) => `${bandWords[band]} from ${numberText(enter)}, left below ${isKnown(leave) ? numberText(leave) : 'none'}`);
  return html`<div class="bscale" role="img" aria-label="${says.join('. ')}. Critical below.">
    ${parts
      .filter(({from, to}) => to > from)
      .map(({band, from, to}) => html`<i class="mark ${band}" ${placed({left: `calc(${from}% + ${from ? 1 : 0}px)`, width: `calc(${to - from}% - ${from ? 2 : 1}px)`})}></i>`)}
    ${known
      .filter(({enter, leave}) => isKnown(leave) && within(enter) > within(leave))
      .map(({enter, leave}) => html`<u ${placed({left: `${within(leave)}%`, width: `${within(enter) - within(leave)}%`})}></u>`)}
    ${known.map(({enter}) => html`<span ${placed({left: `${within(enter)}%`})}>${numberText(enter)}</span>`)}
  </div>`;
}
