// Weights are shares of 1, of ten decimals at most, as the platform reads them. People read and write them in per cent.
const DECIMALS = 10;
const UNITS = 10 ** DECIMALS;

const plain = (number, decimals) =>
  number
    .toFixed(decimals)
    .replace(/(\.\d*?)0+$/, '$1')
    .replace(/\.$/, '')
    .replace(/^-(0)?$/, '0');

/** Without the noise of binary fractions: 0.1 + 0.2 is 0.3. */
export const sumOf = (shares) => shares.reduce((total, share) => total + Math.round(share * UNITS), 0) / UNITS;

/** The share of a share: 0.35 of 0.6 is 0.21. */
export const shareOf = (whole, part) => Number((whole * part).toFixed(DECIMALS));

/** 0.125 → 12.5, with every decimal that there is. */
export const percentText = (share) => plain(share * 100, DECIMALS - 2);

/** 12.5 → 0.125 */
export const ofPercent = (percent) => Number((percent / 100).toFixed(DECIMALS));

export const numberText = (number) => plain(number, DECIMALS);

/** What a person typed, with a comma or a point and any minus; null when it is no number. */
export function numberOf(text) {
  const typed = String(text)
    .trim()
    .replace(/\s*%$/, '')
    .replace('−', '-')
    .replace(',', '.');
  return /^[-+]?(\d+\.?\d*|\.\d+)$/.test(typed) ? Number(typed) : null;
}
