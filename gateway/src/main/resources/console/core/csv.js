import {isKnown} from './known.js';

const quoted = (value) => {
  const text = isKnown(value) ? String(value) : '';
  // A cell that a spreadsheet would run as a formula is made text; a plain number stays a number.
  const safe = /^[=+@\t\r]/.test(text) || (/^-/.test(text) && !/^-\d+(\.\d+)?$/.test(text)) ? `'${text}` : text;
  return /[",\n\r]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
};

/** Rows as CSV; `columns` is [[header, row → value], …]. */
export function csv(columns, rows) {
  const lines = [columns.map(([header]) => header), ...rows.map((row) => columns.map(([, value]) => value(row)))];
  return lines.map((line) => `${line.map(quoted).join(',')}\r\n`).join('');
}

/** Saves rows as a CSV file. */
export function downloadCsv(name, columns, rows) {
  save(`${name}.csv`, csv(columns, rows), 'text/csv;charset=utf-8');
}

/** Saves what the platform answered, as it came. */
export const downloadJson = (name, value) => save(`${name}.json`, `${JSON.stringify(value, null, 2)}\n`, 'application/json');

function save(file, text, type) {
  const url = URL.createObjectURL(new Blob([text], {type}));
  const link = document.createElement('a');
  link.href = url;
  link.download = file;
  link.click();
  setTimeout(() => URL.revokeObjectURL(url), 1000);
}
