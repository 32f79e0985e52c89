import {tooltip} from '../charts/drawn-chart.js';
import {lastDayOf, monthsAfter} from '../core/months.js';
import {day, money, movedMoney, plural, shortMoney} from '../core/wording.js';

export const stepWords = {
  new: 'New',
  reactivation: 'Reactivation',
  expansion: 'Expansion',
  contraction: 'Contraction',
  churn: 'Churn',
  voluntary: 'Churn, voluntary',
  involuntary: 'Churn, involuntary',
  unclassified: 'Churn, unclassified',
  fx: 'FX',
  restatement: 'Restatement',
};
const shortWords = {...stepWords, voluntary: 'Churn, vol.', involuntary: 'Churn, invol.', unclassified: 'Churn, uncl.'};
const tinyWords = {
  New: 'New',
  Reactivation: 'Back',
  Expansion: 'Exp.',
  Contraction: 'Contr.',
  'Churn, vol.': 'Vol.',
  'Churn, invol.': 'Invol.',
  'Churn, uncl.': 'Uncl.',
  Restatement: 'Rest.',
};
/** Below the axis there are words, and a second line where accounts are counted. */
const boxOf = (bars) => ({left: 0, right: 0, top: 26, bottom: bars.some(({accounts}) => accounts !== undefined) ? 40 : 26});

/** Where the axis begins: at zero, or just below the lowest level when the movements would be too small to see. */
function axisFrom(levels) {
  const [low, high] = [Math.min(...levels), Math.max(...levels)];
  const room = Math.max((high - low) * 0.34, high * 0.004);
  const step = 10 ** Math.floor(Math.log10(Math.max(1, (high - low) / 4)));
  const from = Math.floor((low - room) / step) * step;
  return low > 0 && low > (high - low) * 1.2 ? Math.max(0, from) : 0;
}

/** `asOf` is the day of the books: a month that is not over ends there. */
export function mrrBridgeChart(bridge, row, currency, asOf) {
  const [startDay, endDay] = [lastDayOf(monthsAfter(row.from, -1)), asOf?.startsWith(row.to) ? asOf : lastDayOf(row.to)].map((date) =>
    day(date),
  );
  const {start, end, steps} = bridge;
  const levels = [start, end, ...steps.map(({to}) => to)];
  const base = axisFrom(levels);
  const bars = [
    {
      word: startDay,
      from: base,
      to: start,
      total: true,
      label: shortMoney(start, currency),
      says: `${startDay}: ${money(start, currency)}`,
    },
    ...steps.map((step) => ({
      word: shortWords[step.name],
      full: stepWords[step.name],
      from: step.from,
      to: step.to,
      printed: step.printed,
      accounts: step.accounts,
      label: movedMoney(step.printed, currency),
      says: `${stepWords[step.name]} ${movedMoney(step.printed, currency)}${step.accounts ? `, ${plural(step.accounts, 'account')}` : ''}`,
    })),
    {
      word: endDay,
      from: base,
      to: end,
      total: true,
      label: shortMoney(end, currency),
      says: `${endDay}: ${money(end, currency)}`,
    },
  ];
  const counted = steps.some(({accounts}) => accounts !== undefined);
  return {
    says: `MRR went from ${money(start, currency)} to ${money(end, currency)}: ${steps
      .filter(({printed}) => printed)
      .map((step) => `${stepWords[step.name].toLowerCase()} ${movedMoney(step.printed, currency)}`)
      .join(', ')}. It closes.`,
    note: [base > 0 ? `Axis starts at ${shortMoney(base, currency)}.` : '', counted ? 'Second line: accounts in the movement.' : '']
      .filter(Boolean)
      .join(' '),
    marks: bars.map((bar, index) => ({series: 0, index, says: bar.says})),
    draw: (ink, width, height) => option({ink, width, height, bars, base, high: Math.max(...levels), currency}),
  };
}

function option({ink, width, height, bars, base, high, currency}) {
  const slot = width / bars.length;
  const barWidth = Math.min(44, slot * 0.58);
  const tight = slot < 74;
  const box = boxOf(bars);
  const tall = height - box.top - box.bottom;
  const y = (value) => box.top + tall * (1 - (value - base) / (high - base || 1));
  const colour = (bar) => (bar.total ? ink.data : bar.printed === 0 ? ink['data-3'] : bar.printed < 0 ? ink['out-mark'] : ink['in-mark']);
  const textColour = (amount) => (amount === 0 ? ink['ink-3'] : amount < 0 ? ink['out-text'] : ink['in-text']);
  const label = (bar) => ({
    text: bar.printed === 0 ? '0' : tight && !bar.total ? shortSigned(bar.printed, currency) : bar.label,
    fill: bar.total ? ink.ink : textColour(bar.printed),
    font: `600 ${tight ? 10 : 12}px ${ink.font}`,
    textAlign: 'center',
    textVerticalAlign: bar.printed < 0 ? 'top' : 'bottom',
  });
  const drawBar = (index) => {
    const bar = bars[index];
    const middle = slot * (index + 0.5);
    const [top, bottom] = [y(Math.max(bar.from, bar.to)), Math.max(y(Math.min(bar.from, bar.to)), y(Math.max(bar.from, bar.to)) + 1.5)];
    const left = middle - barWidth / 2;
    const next = bars[index + 1];
    const shapes = [{type: 'rect', shape: {x: left, y: top, width: barWidth, height: bottom - top}, style: {fill: colour(bar)}}];
    if (next) {
      shapes.push({
        type: 'line',
        silent: true,
        shape: {x1: left + barWidth, x2: slot * (index + 1.5) - barWidth / 2, y1: y(bar.to), y2: y(bar.to)},
        style: {stroke: ink['ink-3'], lineWidth: 1, opacity: 0.55},
      });
    }
    if (bar.total && base > 0) {
      shapes.push(breakMark(left, barWidth, y(base) - 12, ink));
    }
    shapes.push({type: 'text', silent: true, x: middle, y: bar.printed < 0 ? bottom + 5 : top - 5, style: label(bar)});
    shapes.push(below(slot < 66 ? (tinyWords[bar.word] ?? bar.word) : bar.word, 8, ink['ink-2'], tight ? 11 : 12));
    if (bar.accounts !== undefined) {
      shapes.push(below(String(bar.accounts), 23, ink['ink-3'], 11));
    }
    function below(text, distance, fill, size) {
      return {
        type: 'text',
        silent: true,
        x: middle,
        y: box.top + tall + distance,
        style: {text, fill, font: `400 ${size}px ${ink.font}`, textAlign: 'center', textVerticalAlign: 'top'},
      };
    }
    return {type: 'group', children: shapes};
  };
  return {
    grid: box,
    tooltip: tooltip(ink, {trigger: 'item', formatter: ({dataIndex}) => bars[dataIndex]?.says ?? ''}),
    xAxis: {
      type: 'category',
      data: bars.map(({word}) => word),
      axisTick: {show: false},
      axisLine: {lineStyle: {color: ink['line-strong']}},
      axisLabel: {show: false},
    },
    yAxis: {type: 'value', min: base, max: high || 1, show: false},
    series: [
      {
        type: 'custom',
        data: bars.map((bar, index) => [index, bar.to]),
        encode: {x: 0, y: 1},
        clip: false,
        renderItem: ({dataIndex}) => drawBar(dataIndex),
      },
    ],
  };
}

/** A white zigzag through the foot of a bar: the axis does not start at zero. */
function breakMark(left, width, at, ink) {
  const teeth = 4;
  const points = Array.from({length: teeth * 2 + 1}, (_, index) => [
    left - 2 + ((width + 4) * index) / (teeth * 2),
    at + (index % 2 ? -4 : 0),
  ]);
  return {type: 'polyline', silent: true, z2: 5, shape: {points}, style: {stroke: ink.canvas, fill: 'none', lineWidth: 3}};
}

const shortSigned = (amount, currency) => (amount > 0 ? '+' : '') + shortMoney(amount, currency).replace('.0', '');
