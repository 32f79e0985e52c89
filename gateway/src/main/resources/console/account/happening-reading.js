const surveys = {nps: 'NPS', csat: 'CSAT', ces: 'CES'};
const capital = (text) => text[0].toUpperCase() + text.slice(1);

/** Keys of tickets and invoices repeat the account's; on its own page the rest says enough. */
const withoutAccount = (title, accountId) =>
  title
    .split(' ')
    .map((word) => {
      const at = word.indexOf(`${accountId}-`);
      return at < 0 ? word : word.slice(at + accountId.length + 1);
    })
    .join(' ');

/** What happened, in the words of a glance: "NPS 6", "Meeting", "Ticket 37 opened, normal". */
export function happeningWords({kind, title}, accountId) {
  const short = withoutAccount(title, accountId);
  if (kind === 'survey') {
    return short.replace(/^Survey: (.+?)( [\d.]+)?$/, (_, name, answer = '') => `${surveys[name] ?? `${capital(name)} survey`}${answer}`);
  }
  if (kind === 'ticket') {
    return short.replace(', severity ', ', ');
  }
  if (kind === 'band_changed') {
    return short.replace(/score (\d+\.\d+)$/, (_, score) => `score ${Math.round(score)}`);
  }
  return short.replace(/: other$/, '').replace(/^(Meeting): /, '$1, ');
}

const weights = {
  band_changed: 7,
  churn: 7,
  override: 6,
  renewal: 6,
  alert: 6,
  stakeholder_left: 5,
  charge_failed: 5,
  payment_recovered: 4,
  meeting: 3,
  milestone: 3,
  outcome_progressed: 3,
  ticket: 2,
  survey: 2,
  invoice: 1,
};

/** How much a happening deserves to be told where not all can be. */
export const weightOf = ({kind, title}) => (kind === 'ticket' && /severity (high|urgent)$/.test(title) ? 5 : (weights[kind] ?? 2));
