import {equal, test} from './runner.js';
import {apportion, shortParts, sum, toNumber, units} from '/console/core/exact.js';

test('reads decimals to the eighth place without floating point', () => {
  equal(units('-12.5'), -1250000000n);
  equal(units('0.00000001'), 1n);
  equal(units('604126.62734284'), 60412662734284n);
  equal(units(null), 0n);
});

test('sums exactly what floating point would not', () => {
  equal(sum(['0.1', '0.2', '-0.3']), 0n);
  equal(toNumber(sum(['9175.83333333', '4187.90269168'])), 13363.73602501);
});

test('rounds parts so that what is printed adds up', () => {
  const printed = apportion([33.333, 33.333, 33.334], 100);
  equal(printed, [33, 33, 34]);
  equal(
    apportion([16.75, 9.85, 0.05], 26.7, 1)
      .reduce((a, b) => a + b, 0)
      .toFixed(1),
    '26.7',
  );
});

test('adds up with losses among the parts', () => {
  const printed = apportion([9175.83, 4187.9, -246.4, -3905, 787.88], 10000);
  equal(
    printed.reduce((a, b) => a + b, 0),
    10000,
  );
  equal(apportion([], 0), []);
});

test('rounds parts in the unit of their total', () => {
  equal(shortParts([352_849, 148_848, 76_441, 20_442, 5_547], 604_127), [352_900, 148_900, 76_400, 20_400, 5_500]);
  equal(shortParts([999_500, 400_400, 200_400], 1_600_300), [1_000_000, 400_000, 200_000]);
  equal(shortParts([1.4, 1.4], 2.8), [2, 1]);
});
