import {equal, test} from './runner.js';
import {placeOf} from '/console/account/facts-place.js';
import {ghostSide} from '/console/account/ghost-side.js';
import {besides, startLabel} from '/console/account/score-history-chart.js';

const panel = {width: 340, height: 440};
const row = (top, left, right) => ({top, bottom: top + 60, left, right});

test('puts facts beside what they are about, inside the view and below the top bar', () => {
  const view = {width: 1200, height: 900};
  equal(placeOf(row(600, 240, 420), panel, view), {left: 428, top: 448});
  equal(placeOf(row(20, 240, 420), panel, view), {left: 428, top: 56});
});

test('puts them below or above where there is no room beside', () => {
  const view = {width: 390, height: 844};
  equal(placeOf(row(200, 12, 270), panel, view), {left: 12, top: 268});
  equal(placeOf(row(700, 12, 270), panel, view), {left: 12, top: 252});
});

test('never writes an earlier score over the bar or out of its column', () => {
  equal(ghostSide(60, 50, 311), 'right');
  equal(ghostSide(90, 50, 311), 'left');
  equal(ghostSide(98, 80, 311), null);
  equal(ghostSide(75, 50, 174), null);
  equal(ghostSide(40, 70, 311), null);
});

test('moves the words of the margin out of the way of the last score', () => {
  equal(besides(100, 100), 114);
  equal(besides(95, 100), 86);
  equal(besides(40, 100), 40);
});

test('writes the first score where the line does not run', () => {
  equal(startLabel([90, 60, 80]), 48);
  equal(startLabel([12, 40]), 54);
});
