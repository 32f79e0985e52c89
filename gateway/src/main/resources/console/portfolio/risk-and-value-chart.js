import {tooltip} from '../charts/drawn-chart.js';
import {withAlpha} from '../charts/ink.js';
import {bandOrder, bandWords, count, money, percent, shortMoney} from '../core/wording.js';

const symbols = {
  healthy: ['circle', 6],
  watch: ['diamond', 8.5],
  at_risk: ['path://M5 .6 9.9 9.2H.1Z', 8],
  critical: ['rect', 7],
  unknown: ['circle', 6.5],
};
const BOX = {left: 40, right: 4, top: 6, bottom: 40};
const AT_RISK_FROM = ['at_risk', 'critical'];
const log = Math.log10;

export const worthDrawing = (points) => points.filter(({mrr, probability}) => Number(mrr) > 0 && Number(probability) > 0);

function median(values) {
  const sorted = values.toSorted((a, b) => a - b);
  const middle = sorted.length >> 1;
  return sorted.length % 2 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
}

/** Ticks of 1, 2 and 5 times powers of ten inside the range, thinned to at most five. */
function ticks(from, to) {
  const all = [];
  for (let power = Math.floor(log(from)); power <= Math.ceil(log(to)); power++) {
    all.push(...[1, 2, 5].map((step) => step * 10 ** power));
  }
  const inside = all.filter((value) => value >= from && value <= to);
  const step = Math.ceil(inside.length / 5);
  return inside.filter((_, index) => index % step === 0);
}

/**
 * Accounts of one band share one prior probability until it is learnt. Marks that would hide each other are
 * moved sideways, nearest free place first, so that every account is seen; their height is exact.
 */
function swarm(marks, gap) {
  const taken = [];
  for (const mark of marks.toSorted((a, b) => a.y - b.y)) {
    const near = taken.filter((other) => Math.abs(other.y - mark.y) < gap);
    let shift = 0;
    for (let step = 1; near.some((other) => Math.hypot(other.x - (mark.x + shift), other.y - mark.y) < gap); step++) {
      shift = (step % 2 ? 1 : -1) * Math.ceil(step / 2) * (gap / 3);
    }
    mark.x += shift;
    taken.push(mark);
  }
}

/** What the chart of these points says and how it is drawn. */
export function riskAndValueChart(points, currency) {
  const drawn = worthDrawing(points);
  const middle = drawn.length ? median(drawn.map(({mrr}) => Number(mrr))) : 0;
  const corner = drawn.filter(({band, mrr}) => AT_RISK_FROM.includes(band) && Number(mrr) >= middle);
  const cornerAtRisk = corner.reduce((total, {mrr, probability}) => total + Number(mrr) * 12 * Number(probability), 0);
  const series = bandOrder.map((band) => drawn.filter((point) => point.band === band));
  const one = (point) =>
    `${point.name}, ${bandWords[point.band]}: ${money(point.mrr, currency)} MRR, probability ${percent(point.probability)}`;
  const inCorner = `${count(corner.length)} of them are at risk or critical and pay at least the median of ${money(middle, currency)} a month: ${shortMoney(cornerAtRisk, currency)} at risk.`;
  return {
    left: points.length - drawn.length,
    says: `${count(drawn.length)} accounts by churn probability and MRR. ${inCorner}`,
    marks: series.flatMap((accounts, index) => accounts.map((point, at) => ({series: index, index: at, says: one(point)}))),
    draw: (ink, width, height) => option({ink, width, height, series, drawn, middle, corner, cornerAtRisk, currency}),
  };
}

function option({ink, width, height, series, drawn, middle, corner, cornerAtRisk, currency}) {
  const values = drawn.map(({mrr}) => Number(mrr));
  const chances = drawn.map(({probability}) => Number(probability));
  const yRange = [Math.min(...values) / 1.25, Math.max(...values) * 2.4];
  const xRange = [Math.min(...chances, 0.02) / 4.2, Math.min(1, Math.max(...chances, 0.5) * 1.5)];
  const wide = width - BOX.left - BOX.right;
  const tall = height - BOX.top - BOX.bottom;
  const toX = (value) => BOX.left + (wide * (log(value) - log(xRange[0]))) / (log(xRange[1]) - log(xRange[0]));
  const toY = (value) => BOX.top + tall - (tall * (log(value) - log(yRange[0]))) / (log(yRange[1]) - log(yRange[0]));
  const fromX = (x) => 10 ** (log(xRange[0]) + ((x - BOX.left) / wide) * (log(xRange[1]) - log(xRange[0])));
  const edge = toX(Math.sqrt(0.1 * 0.25));
  const isPrior = new Set(chances).size <= bandOrder.length;
  const placed = series.map((accounts) => accounts.map((point) => ({point, x: toX(Number(point.probability)), y: toY(Number(point.mrr))})));
  if (isPrior) {
    swarm(placed.flat(), 6.5);
  }
  const text = (left, top, content, style) => ({
    type: 'text',
    left,
    top,
    silent: true,
    z: 20,
    style: {text: content, fill: ink['ink-2'], font: `400 11px ${ink.font}`, ...style},
  });
  return {
    grid: BOX,
    tooltip: tooltip(ink, {
      trigger: 'item',
      formatter: ({data}) =>
        data?.point
          ? `{b|${data.point.name}}\n${bandWords[data.point.band]}, probability ${percent(data.point.probability)}\n${money(data.point.mrr, currency)} MRR`
          : '',
      textStyle: {...tooltip(ink).textStyle, rich: {b: {fontWeight: 600, color: ink.ink, fontSize: 12, lineHeight: 18}}},
    }),
    xAxis: {
      type: 'log',
      min: xRange[0],
      max: xRange[1],
      axisLine: {lineStyle: {color: ink['line-strong']}},
      splitLine: {show: false},
      axisTick: {length: 4, customValues: tickChances(chances, isPrior), lineStyle: {color: ink['line-strong']}},
      axisLabel: {
        color: ink['ink-3'],
        customValues: tickChances(chances, isPrior),
        formatter: (value) => percent(value),
        hideOverlap: true,
      },
    },
    yAxis: {
      type: 'log',
      min: yRange[0],
      max: yRange[1],
      axisLine: {show: true, lineStyle: {color: ink['line-strong']}},
      splitLine: {show: false},
      axisTick: {show: false},
      axisLabel: {
        color: ink['ink-3'],
        customValues: ticks(...yRange).filter((value) => Math.abs(toY(value) - toY(middle)) > 20),
        formatter: (value) => shortMoney(value, currency).replace('.0', ''),
        margin: 6,
      },
    },
    graphic: [
      {
        type: 'rect',
        left: edge,
        top: BOX.top,
        silent: true,
        z: -10,
        shape: {width: width - BOX.right - edge, height: toY(middle) - BOX.top},
        style: {fill: ink.sunken},
      },
      {
        type: 'line',
        silent: true,
        z: -5,
        shape: {x1: BOX.left, x2: width - BOX.right, y1: toY(middle), y2: toY(middle)},
        style: {stroke: ink['line-strong'], lineWidth: 1},
      },
      {
        type: 'line',
        silent: true,
        z: -5,
        shape: {x1: edge, x2: edge, y1: BOX.top, y2: toY(middle)},
        style: {stroke: ink['line-strong'], lineWidth: 1},
      },
      {
        type: 'text',
        right: 12,
        top: BOX.top + 7,
        silent: true,
        z: 20,
        style: {text: `${count(corner.length)} above median`, fill: ink.ink, font: `600 12px ${ink.font}`, textAlign: 'right'},
      },
      {
        type: 'text',
        right: 12,
        top: BOX.top + 23,
        silent: true,
        z: 20,
        style: {
          text: `${shortMoney(cornerAtRisk, currency)} at risk`,
          fill: ink['ink-2'],
          font: `400 11px ${ink.font}`,
          textAlign: 'right',
        },
      },
      text(0, toY(middle) - 12, `median\n${shortMoney(middle, currency)}`, {lineHeight: 13, width: BOX.left - 4, textAlign: 'right'}),
      text(0, height - 14, 'MRR, log scale', {fill: ink['ink-3']}),
      {
        type: 'text',
        right: 4,
        top: height - 14,
        silent: true,
        style: {
          text: isPrior ? 'Churn probability in 12 months, prior by band, log scale' : 'Churn probability, log scale',
          fill: ink['ink-3'],
          font: `400 11px ${ink.font}`,
        },
      },
    ],
    series: placed.map((marks, index) => {
      const band = bandOrder[index];
      const [symbol, size] = symbols[band];
      const colour = ink[`${band}-mark`];
      return {
        type: 'scatter',
        name: bandWords[band],
        symbol,
        symbolSize: size,
        z: 3 + index,
        cursor: 'pointer',
        itemStyle:
          band === 'unknown'
            ? {color: ink.canvas, borderColor: colour, borderWidth: 1.4, borderType: [2, 1.4]}
            : {color: band === 'healthy' ? withAlpha(colour, 0.62) : colour},
        emphasis: {scale: 1.4, itemStyle: {borderColor: ink.accent, borderWidth: 2, borderType: 'solid'}},
        data: marks.map(({point, x}) => ({value: [fromX(x), Number(point.mrr)], accountId: point.accountId, point})),
      };
    }),
  };
}

const tickChances = (chances, isPrior) => (isPrior ? [...new Set(chances)] : [0.003, 0.01, 0.03, 0.12, 0.3, 0.6]);
