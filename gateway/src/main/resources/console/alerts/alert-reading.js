export const isOpen = ({state}) => state !== 'closed';

const subject = (sentence) => sentence.split(/[,:(]/)[0].trim();

/** The reasons that the title does not tell already. */
export const besidesTitle = ({title, reasons}) =>
  (reasons ?? []).map(({sentence}) => sentence).filter((sentence) => !title.startsWith(subject(sentence)));

/** Revenue at risk behind alerts: an account counts once, however many alerts it has. */
export function revenueBehind(alerts) {
  const accounts = new Map(alerts.map(({accountId, revenueAtRisk}) => [accountId, Number(revenueAtRisk ?? 0)]));
  return [...accounts.values()].reduce((total, atRisk) => total + atRisk, 0);
}

/** Most revenue at risk first, then the newest. */
export const byWeight = (a, b) => Number(b.revenueAtRisk ?? 0) - Number(a.revenueAtRisk ?? 0) || b.at.localeCompare(a.at);
