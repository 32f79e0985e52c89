// Money arrives as decimal strings of up to 8 decimals. Sums and comparisons are done on whole 1e-8 units,
// floating point is used only to place a mark or print a rounded figure.
const DECIMALS = 8;

/** "-12.5" → -1250000000n */
export function units(decimal) {
  const [, sign, whole, fraction = ''] = /^([-+]?)(\d*)(?:\.(\d*))?$/.exec(String(decimal ?? '0')) ?? [null, '', '0', ''];
  const value = BigInt((whole || '0') + fraction.padEnd(DECIMALS, '0').slice(0, DECIMALS));
  return sign === '-' ? -value : value;
}

export const sum = (decimals) => decimals.reduce((total, decimal) => total + units(decimal), 0n);

export const toNumber = (value) => Number(value) / 10 ** DECIMALS;

/** Parts in the unit in which shortMoney prints their total, so that the printed column adds up to it. */
export function shortParts(parts, total) {
  const unit = total >= 999_950 ? 1000 : total >= 1000 ? 100 : 1;
  return apportion(
    parts.map((part) => part / unit),
    total / unit,
  ).map((part) => part * unit);
}

/**
 * Rounds parts so that their printed figures add up to the printed total (largest remainder).
 * Returns numbers with the given decimals.
 */
export function apportion(parts, total, decimals = 0) {
  const step = 10 ** decimals;
  const scaled = parts.map((part) => part * step);
  const floors = scaled.map((part) => Math.floor(part + 1e-9));
  let left = Math.round(total * step) - floors.reduce((a, b) => a + b, 0);
  const order = scaled.map((part, index) => [part - floors[index], index]).sort((a, b) => b[0] - a[0] || a[1] - b[1]);
  for (let i = 0; left !== 0 && order.length > 0; i = (i + 1) % order.length) {
    const index = left > 0 ? order[i][1] : order[order.length - 1 - i][1];
    floors[index] += Math.sign(left);
    left -= Math.sign(left);
  }
  return floors.map((value) => value / step);
}
