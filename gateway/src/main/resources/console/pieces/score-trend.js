import {html, svg} from 'lit';
import {isKnown} from '../core/known.js';

const WIDTH = 72;
const HEIGHT = 26;
const x = (index, length) => 2 + (index * (WIDTH - 8)) / Math.max(1, length - 1);
const y = (value) => 25 - (value / 100) * 23.5;

/** Twelve weeks of scores; the dotted line is 60, a gap is not drawn over. */
export function scoreTrend(values, band) {
  if (!values?.some(isKnown)) {
    return html`<span class="vh">No score in 12 weeks</span>`;
  }
  let path = '';
  let pen = false;
  values.forEach((value, index) => {
    if (!isKnown(value)) {
      pen = false;
      return;
    }
    path += `${pen ? 'L' : 'M'}${x(index, values.length).toFixed(1)} ${y(Number(value)).toFixed(1)}`;
    pen = true;
  });
  const last = values.findLastIndex(isKnown);
  const isNow = last === values.length - 1;
  return html`<svg
    class="trend"
    viewBox="0 0 ${WIDTH} ${HEIGHT}"
    role="img"
    aria-label="Score over 12 weeks, ${isNow ? `now ${Math.round(values[last])}` : 'not known now'}"
  >
    <line x1="0" x2=${WIDTH} y1=${y(60)} y2=${y(60)}></line>
    <path d=${path}></path>
    ${
      isNow
        ? svg`<circle class=${band} cx=${x(last, values.length)} cy=${y(Number(values[last]))} r="2.4"></circle>`
        : svg`<line class="gone" x1=${x(last, values.length)} x2=${WIDTH - 4} y1=${y(Number(values[last]))} y2=${y(Number(values[last]))}></line>`
    }
  </svg>`;
}
