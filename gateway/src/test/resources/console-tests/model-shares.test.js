import {equal, test} from './runner.js';
import {durationOf, hoursOf} from '/console/models/durations.js';
import {durationWords} from '/console/models/duration-words.js';
import {kinds} from '/console/models/field-kinds.js';
import {numberOf, ofPercent, percentText, shareOf, sumOf} from '/console/models/shares.js';

test('adds weights without the noise of binary fractions', () => {
  equal(sumOf([0.1, 0.2, 0.3, 0.4]), 1);
  equal(sumOf([0.35, 0.3, 0.2, 0.15]), 1);
  equal(sumOf([0.35, 0.3, 0.2, 0.1500000001]), 1.0000000001);
  equal(shareOf(0.35, 0.6), 0.21);
});

test('reads and writes a share in per cent, exactly', () => {
  equal([0.07, 0.35, 0.125, 1, 0, 0.333333].map(percentText), ['7', '35', '12.5', '100', '0', '33.3333']);
  equal([7, 35.1, 12.5].map(ofPercent), [0.07, 0.351, 0.125]);
  for (let tenths = 0; tenths <= 1000; tenths++) {
    equal(ofPercent(Number(percentText(tenths / 1000))), tenths / 1000);
  }
});

test('takes a number as people type it and nothing else', () => {
  equal(['35', ' 12,5 ', '40 %', '−3', '.5', '1.'].map(numberOf), [35, 12.5, 40, -3, 0.5, 1]);
  equal(['', 'x', '1e3', '1.2.3', '--1', '%'].map(numberOf), [null, null, null, null, null, null]);
});

test('tells times in hours and back', () => {
  equal(['PT72H', 'PT0S', 'P3D', 'PT90M', 'P1DT12H'].map(hoursOf), [72, 0, 72, 1.5, 36]);
  equal(['', 'P', 'PT', 'soon', undefined].map(hoursOf), [null, null, null, null, null]);
  equal([72, 0, 1.5, 0.001].map(durationOf), ['PT72H', 'PT0S', 'PT90M', 'PT4S']);
  equal(['PT72H', 'P14D', 'PT1H', 'soon'].map(durationWords), ['72 hours', '14 days', '1 hour', 'soon']);
});

test('reads a field as its kind', () => {
  equal(kinds.percent.read('35,1'), 0.351);
  equal(kinds.hours.read('48'), 'PT48H');
  equal(kinds.hours.read('-1'), null);
  equal(kinds.percent.text(null), '');
});
