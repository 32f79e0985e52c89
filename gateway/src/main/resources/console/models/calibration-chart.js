import {tooltip} from '../charts/drawn-chart.js';
import {count, percent} from '../core/wording.js';

const points = (ratio) => Number((Number(ratio) * 100).toFixed(2));

/** What the prior of the bands expected beside what left, tenth by tenth, lowest scores first. */
export function calibrationChart(deciles) {
  const rows = deciles.map((one) => ({
    label: `${Math.round(Number(one.fromScore))}–${Math.round(Number(one.toScore))}`,
    expected: points(one.expected),
    observed: points(one.observed),
    weeks: one.accountWeeks,
  }));
  const told = ({label, expected, observed, weeks}) =>
    `Scores ${label}\nObserved ${percent(observed / 100, 1)}, expected ${percent(expected / 100, 1)}\n${count(weeks)} account-weeks`;
  return {
    says: finding(rows),
    marks: rows.map((row, index) => ({series: 0, index, says: told(row).replaceAll('\n', '. ')})),
    draw: (ink, width) => ({
      grid: {left: 40, right: 8, top: 30, bottom: 40},
      legend: {top: 0, left: 34, itemWidth: 10, itemHeight: 10, icon: 'rect', textStyle: {color: ink['ink-2'], fontSize: 11}, selectedMode: false},
      tooltip: tooltip(ink, {
        trigger: 'axis',
        axisPointer: {type: 'shadow', shadowStyle: {color: ink.sunken, opacity: 0.6}},
        formatter: (items) => told(rows[items[0].dataIndex]),
      }),
      xAxis: {
        type: 'category',
        name: 'Score, lowest tenth first',
        nameLocation: 'middle',
        nameGap: 26,
        nameTextStyle: {color: ink['ink-3'], fontSize: 11},
        data: rows.map(({label}) => label),
        axisLine: {lineStyle: {color: ink['line-strong']}},
        axisTick: {show: false},
        axisLabel: {color: ink['ink-3'], interval: width < 480 ? 1 : 0},
      },
      yAxis: {
        type: 'value',
        axisLabel: {color: ink['ink-3'], formatter: '{value}%'},
        splitLine: {lineStyle: {color: ink.line}},
        splitNumber: 4,
      },
      series: [
        bars('Left, observed', rows.map(({observed}) => observed), ink.data),
        bars('Expected by the prior', rows.map(({expected}) => expected), ink['data-3']),
      ],
    }),
  };
}

const bars = (name, data, color) => ({type: 'bar', name, data, barMaxWidth: 18, barGap: '15%', itemStyle: {color}, emphasis: {disabled: true}});

function finding(rows) {
  const [lowest] = rows;
  const highest = rows.at(-1);
  const below = rows.filter(({expected, observed}) => expected < observed).length;
  return `Of the tenth with the lowest scores ${percent(lowest.observed / 100, 1)} left where ${percent(lowest.expected / 100, 1)} was expected, of the highest ${percent(highest.observed / 100, 1)} where ${percent(highest.expected / 100, 1)} was. In ${below} of ${rows.length} parts more left than expected.`;
}
