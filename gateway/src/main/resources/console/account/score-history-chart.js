import {tooltip} from '../charts/drawn-chart.js';
import {isKnown} from '../core/known.js';
import {monthsAfter, monthsBetween} from '../core/months.js';
import {bandWords, day, fixed, month} from '../core/wording.js';
import {weightOf} from './happening-reading.js';

const BOX = {left: 44, right: 76, top: 10, bottom: 84};
const LANES = {event: 20, alert: 44};
const MOST_GROUPS = 9;
const TOLD = 2;
const LABEL = 14;

/** Neighbours in time share a mark, so that numbers never overlap; with too many, the weightiest stay. */
export function gathered(happenings, from, to, width) {
  const span = Date.parse(to) - Date.parse(from);
  let apart = span / Math.max(6, (width - BOX.left - BOX.right) / 18);
  let groups;
  do {
    groups = [];
    for (const one of happenings) {
      const last = groups.findLast(({lane}) => lane === one.lane);
      if (last && Date.parse(one.at) - Date.parse(last.at) < apart) {
        last.happenings.push(one);
      } else {
        groups.push({lane: one.lane, at: one.at, happenings: [one]});
      }
    }
    apart *= 1.6;
  } while (groups.length > MOST_GROUPS);
  for (const group of groups) {
    const told = group.happenings.toSorted((a, b) => weightOf(b) - weightOf(a)).slice(0, TOLD);
    group.more = group.happenings.length - told.length;
    group.happenings = told.toSorted((a, b) => (a.at < b.at ? -1 : 1));
  }
  return groups;
}

/** The line over its zones, as an ECharts option, with the sentence that states the finding. */
export function scoreHistoryChart({items, groups, floors, from, to, band}) {
  const scored = items.filter(({score}) => isKnown(score));
  const [first, last] = [scored[0], scored.at(-1)];
  const direction =
    Number(last.score) < Number(first.score) - 0.5 ? 'fell' : Number(last.score) > Number(first.score) + 0.5 ? 'rose' : 'stayed';
  const says =
    direction === 'stayed'
      ? `The score stayed at ${fixed(last.score, 0)} from ${day(first.at)} to ${day(last.at)}.`
      : `The score ${direction} from ${fixed(first.score, 0)} on ${day(first.at)} to ${fixed(last.score, 0)} on ${day(last.at)}.`;
  const marks = items.flatMap((item, index) =>
    isKnown(item.score) ? [{series: 0, index, says: `${day(item.at)}: ${fixed(item.score)}, ${bandWords[item.band]}`}] : [],
  );
  return {says, marks, draw: (ink, width, height) => option({ink, width, height, items, groups, floors, from, to, band, first, last})};
}

/** The first instants of the months that begin inside the range. */
const monthStarts = (from, to) =>
  monthsBetween(monthsAfter(from.slice(0, 7), 1), to.slice(0, 7)).map((period) => Date.parse(`${period}-01T00:00:00Z`));

/** Where a word of the margin goes so that the last score beside it stays readable. */
export const besides = (word, score) => (Math.abs(word - score) >= LABEL ? word : score + (word >= score ? LABEL : -LABEL));

/** Above the beginning of the line, which may rise and fall below the label; below it where there is no room above. */
export function startLabel(line) {
  const above = Math.min(...line) - LABEL + 2;
  return above >= BOX.top + LABEL / 2 ? above : Math.max(...line) + LABEL;
}

function option({ink, width, height, items, groups, floors, from, to, band, first, last}) {
  const [start, end] = [Date.parse(from), Math.max(Date.parse(`${to}T00:00:00Z`), Date.parse(last.at))];
  const wide = width - BOX.left - BOX.right;
  const tall = height - BOX.top - BOX.bottom;
  const x = (time) => BOX.left + (wide * (Math.min(Math.max(time, start), end) - start)) / (end - start);
  const y = (value) => BOX.top + tall * (1 - value / 100);
  const floor = BOX.top + tall;
  const right = width - BOX.right;
  const zones = [
    ['critical', 0, floors.at_risk],
    ['at_risk', floors.at_risk, floors.watch],
    ['watch', floors.watch, floors.healthy],
    ['healthy', floors.healthy, 100],
  ];
  const months = monthStarts(from, to);
  const every = Math.ceil(months.length / Math.max(3, Math.floor(wide / 64)));
  const scoreAt = (time) => Number((items.findLast((item) => Date.parse(item.at) <= time && item.score !== null) ?? first).score);
  const text = (content, left, top, style = {}) => ({
    type: 'text',
    silent: true,
    z: 8,
    x: left,
    y: top,
    style: {text: content, fill: ink['ink-3'], font: `400 11px ${ink.font}`, verticalAlign: 'middle', ...style},
  });
  const rule = (y0) => ({
    type: 'line',
    silent: true,
    shape: {x1: BOX.left, x2: right, y1: y0, y2: y0},
    style: {stroke: ink.line, lineWidth: 1},
  });
  const bold = {fill: ink.ink, font: `600 12px ${ink.font}`};
  const startX = x(Date.parse(first.at));
  const startY = startLabel(
    items.filter(({at, score}) => isKnown(score) && x(Date.parse(at)) <= startX + 2 * LABEL).map(({score}) => y(Number(score))),
  );
  return {
    grid: BOX,
    tooltip: tooltip(ink, {
      trigger: 'axis',
      axisPointer: {type: 'line', lineStyle: {color: ink['ink-3'], type: 'dotted'}},
      formatter: ([point]) =>
        point && point.data[1] !== null ? `${day(point.data[0])}\n${fixed(point.data[1])}, ${bandWords[point.data[2]] ?? ''}` : '',
    }),
    xAxis: {type: 'time', min: start, max: end, show: false},
    yAxis: {
      type: 'value',
      min: 0,
      max: 100,
      show: true,
      axisLine: {show: false},
      axisTick: {show: false},
      splitLine: {show: false},
      axisLabel: {customValues: [0, floors.at_risk, floors.watch, floors.healthy, 100], color: ink['ink-3'], margin: 8},
    },
    graphic: [
      ...months.map((time) => ({
        type: 'line',
        silent: true,
        z: 1,
        shape: {x1: x(time), x2: x(time), y1: BOX.top, y2: floor},
        style: {stroke: ink.line, lineWidth: 1},
      })),
      ...months
        .filter((_, index) => index % every === 0 && x(months[index]) < right - 40)
        .map((time) => text(month(new Date(time).toISOString().slice(0, 7), 'short'), x(time), floor + 72, {textAlign: 'center'})),
      text(day(to), right, floor + 72, {textAlign: 'right'}),
      text('Events', 0, floor + LANES.event),
      text('Alerts', 0, floor + LANES.alert),
      rule(floor + LANES.event + 12),
      rule(floor + LANES.alert + 12),
      ...zones.map(([key, low, high]) => text(bandWords[key], right + 10, besides(y((low + high) / 2), y(Number(last.score))), {fill: ink[`${key}-text`]})),
      ...groups.map(({at, lane}) => ({
        type: 'line',
        silent: true,
        z: 4,
        shape: {x1: x(Date.parse(at)), x2: x(Date.parse(at)), y1: y(scoreAt(Date.parse(at))), y2: floor + LANES[lane] - 8},
        style: {stroke: ink['ink-3'], lineWidth: 1, lineDash: [1.5, 2.5]},
      })),
      ...groups.flatMap(({at, lane}, index) => [
        {type: 'circle', silent: true, z: 9, shape: {cx: x(Date.parse(at)), cy: floor + LANES[lane], r: 7.5}, style: {fill: ink.ink}},
        {
          type: 'text',
          silent: true,
          z: 10,
          x: x(Date.parse(at)),
          y: floor + LANES[lane] + 0.5,
          style: {
            text: String(index + 1),
            fill: ink['on-ink'],
            font: `600 10px ${ink.font}`,
            textAlign: 'center',
            textVerticalAlign: 'middle',
          },
        },
      ]),
      text(fixed(first.score, 0), startX + 4, startY, {...bold, stroke: ink.canvas, lineWidth: 3}),
      text(fixed(last.score, 0), right + 10, y(Number(last.score)), bold),
      {
        type: 'circle',
        silent: true,
        z: 9,
        shape: {cx: x(Date.parse(last.at)), cy: y(Number(last.score)), r: 4.2},
        style: {fill: ink[`${band}-mark`], stroke: ink.canvas, lineWidth: 1.5},
      },
    ],
    series: [
      {
        type: 'line',
        showSymbol: false,
        z: 6,
        connectNulls: false,
        lineStyle: {color: ink.ink, width: 1.75},
        itemStyle: {color: ink.ink},
        emphasis: {disabled: true},
        data: items.map(({at, score, band: itsBand}) => [Date.parse(at), isKnown(score) ? Number(score) : null, itsBand]),
        markArea: {
          silent: true,
          z: 0,
          data: zones.map(([key, low, high]) => [{yAxis: low, itemStyle: {color: ink[`${key}-zone`]}}, {yAxis: high}]),
        },
      },
    ],
  };
}
