import {tooltip} from '../charts/drawn-chart.js';
import {fixed, month} from '../core/wording.js';

const LEFT = 40;
const RIGHT = 62;
const GAP = 34;
const TOP = 18;
const BOTTOM = 24;
const BENCHMARK = [105, 115];

const points = (ratio) => (ratio === null ? null : Number((ratio * 100).toFixed(1)));
const ends = (values) => [values.findIndex((value) => value !== null), values.findLastIndex((value) => value !== null)];

/** Two panels under each other; a point is as tall in one as in the other. */
export function retentionLinesChart(rows) {
  const panels = [
    ['NRR', rows.map((row) => points(row.nrr))],
    ['GRR', rows.map((row) => points(row.grr))],
  ];
  const sentence = ([name, values]) => {
    const [first, last] = ends(values);
    return `${name} went from ${fixed(values[first])}% to ${fixed(values[last])}%`;
  };
  return {
    says: `${panels.map(sentence).join('; ')} from ${month(rows[0].period)} to ${month(rows.at(-1).period)}.`,
    marks: rows.map((row, index) => ({
      series: 0,
      index,
      says: `${month(row.period)}: NRR ${fixed(points(row.nrr) ?? NaN)}%, GRR ${fixed(points(row.grr) ?? NaN)}%`,
    })),
    draw: (ink, width, height) => option({ink, width, height, rows, panels}),
  };
}

function option({ink, width, height, rows, panels}) {
  const ranges = panels.map(([, values]) => {
    const known = values.filter((value) => value !== null);
    return [Math.floor(Math.min(...known) - 0.6), Math.ceil(Math.max(...known) + 0.6)];
  });
  const total = ranges.reduce((sum, [low, high]) => sum + high - low, 0);
  const perPoint = (height - TOP - BOTTOM - GAP) / total;
  let top = TOP;
  const boxes = ranges.map(([low, high]) => {
    const box = {left: LEFT, right: RIGHT, top, height: (high - low) * perPoint};
    top += box.height + GAP;
    return box;
  });
  const wide = width - LEFT - RIGHT;
  const x = (index) => LEFT + (wide * index) / Math.max(1, rows.length - 1);
  const y = (panel, value) => boxes[panel].top + (ranges[panel][1] - value) * perPoint;
  const text = (content, left, at, style) => ({
    type: 'text',
    silent: true,
    z: 9,
    x: left,
    y: at,
    style: {text: content, fill: ink['ink-3'], font: `400 11px ${ink.font}`, verticalAlign: 'middle', ...style},
  });
  const bold = {fill: ink.ink, font: `600 12px ${ink.font}`};
  const graphic = panels.flatMap(([name, values], panel) => {
    const [, last] = ends(values);
    const peak = values.indexOf(Math.max(...values.filter((value) => value !== null)));
    const [low, high] = [Math.max(BENCHMARK[0], ranges[0][0]), Math.min(BENCHMARK[1], ranges[0][1])];
    const benchmark =
      panel === 0 && low < high
        ? [
            {
              type: 'rect',
              silent: true,
              z: 0,
              shape: {x: LEFT, y: y(0, high), width: wide, height: (high - low) * perPoint},
              style: {fill: ink.sunken},
            },
            text(`Benchmark ${BENCHMARK[0]} to ${BENCHMARK[1]}`, LEFT + 44, Math.max(y(0, low) - 9, boxes[0].top + 9)),
          ]
        : [];
    return [
      ...benchmark,
      text(name, LEFT + 6, boxes[panel].top + 9, bold),
      text(`${fixed(values[last])}%`, x(last) + 9, y(panel, values[last]), bold),
      {type: 'circle', silent: true, z: 9, shape: {cx: x(last), cy: y(panel, values[last]), r: 3.6}, style: {fill: ink.ink}},
      ...(peak !== last && peak > 0 && peak < values.length - 2
        ? [text(fixed(values[peak]), x(peak), y(panel, values[peak]) - 11, {textAlign: 'center', fill: ink['ink-2']})]
        : []),
    ];
  });
  const step = Math.max(1, ...ranges.map(([low, high]) => Math.ceil((high - low) / 4)));
  const ticks = ([low, high]) => Array.from({length: Math.floor((high - low) / step) + 1}, (_, index) => low + index * step);
  const said = (value) => (value === null ? 'none' : `${fixed(value)}%`);
  const told = (period, index) => [month(period), ...panels.map(([name, values]) => `${name} ${said(values[index])}`)].join('\n');
  const every = Math.ceil(rows.length / Math.max(3, Math.floor(wide / 52)));
  return {
    grid: boxes,
    graphic,
    tooltip: tooltip(ink, {
      trigger: 'axis',
      axisPointer: {type: 'line', lineStyle: {color: ink['ink-3'], type: 'dotted'}},
      formatter: (items) => told(rows[items[0].dataIndex].period, items[0].dataIndex),
    }),
    axisPointer: {link: [{xAxisIndex: 'all'}]},
    xAxis: panels.map((_, panel) => ({
      type: 'category',
      gridIndex: panel,
      boundaryGap: false,
      data: rows.map(({period}) => period),
      axisLine: {show: false},
      axisTick: {show: false},
      axisLabel: {
        show: panel === panels.length - 1,
        interval: (index) => (rows.length - 1 - index) % every === 0,
        color: ink['ink-3'],
        margin: 10,
        formatter: (period, index) => month(period, 'short') + (index === 0 || period.endsWith('-01') ? ` ${period.slice(2, 4)}` : ''),
      },
    })),
    yAxis: panels.map((_, panel) => ({
      type: 'value',
      gridIndex: panel,
      min: ranges[panel][0],
      max: ranges[panel][1],
      axisLabel: {color: ink['ink-3'], customValues: ticks(ranges[panel])},
      axisTick: {show: false, customValues: ticks(ranges[panel])},
      splitLine: {lineStyle: {color: ink.line}},
      splitNumber: 3,
    })),
    series: panels.map(([name, values], panel) => ({
      type: 'line',
      name,
      xAxisIndex: panel,
      yAxisIndex: panel,
      data: values,
      showSymbol: false,
      lineStyle: {color: ink.ink, width: 1.75},
      itemStyle: {color: ink.ink},
      emphasis: {disabled: true},
    })),
  };
}
