const quoted = (value) => {
  const text = value === null || value === undefined ? '' : String(value);
  // A cell that a spreadsheet would run as a formula is made text; a plain number stays a number.
  const safe = /^[=+@\t\r]/.test(text) || (/^-/.test(text) && !/^-\d+(\.\d+)?$/.test(text)) ? `'${text}` : text;
  return /[",\n\r]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
};

/** Saves rows as a CSV file; `columns` is [[header, row → value], …]. */
export function downloadCsv(name, columns, rows) {
  const lines = [columns.map(([header]) => quoted(header)), ...rows.map((row) => columns.map(([, value]) => quoted(value(row))))];
  const url = URL.createObjectURL(new Blob([lines.map((line) => line.join(',')).join('\r\n') + '\r\n'], {type: 'text/csv;charset=utf-8'}));
  const link = document.createElement('a');
  link.href = url;
  link.download = `${name}.csv`;
  link.click();
  setTimeout(() => URL.revokeObjectURL(url), 1000);
}
