const WIDTH = 130;

/** JSON as the models that come with Holdfast are written: what fits on a line stands on one. */
export function jsonText(value, indent = '', before = 0) {
  if (value === null || typeof value !== 'object') {
    return JSON.stringify(value);
  }
  const short = onOneLine(value);
  if (indent && indent.length + before + short.length <= WIDTH && !isDeep(value)) {
    return short;
  }
  const deeper = `${indent}  `;
  if (Array.isArray(value)) {
    return value.length ? `[\n${value.map((entry) => deeper + jsonText(entry, deeper)).join(',\n')}\n${indent}]` : '[]';
  }
  const lines = Object.entries(value).map(([key, entry]) => {
    const name = `${JSON.stringify(key)}: `;
    return deeper + name + jsonText(entry, deeper, name.length);
  });
  return lines.length ? `{\n${lines.join(',\n')}\n${indent}}` : '{}';
}

const entriesOf = (value) => (value !== null && typeof value === 'object' ? Object.values(value) : []);

/** Objects in objects are easier to read one below the other; pairs of a curve are not. */
const isDeep = (value) => entriesOf(value).some((entry) => !Array.isArray(entry) && entriesOf(entry).length > 0);

function onOneLine(value) {
  if (value === null || typeof value !== 'object') {
    return JSON.stringify(value);
  }
  if (Array.isArray(value)) {
    return `[${value.map(onOneLine).join(', ')}]`;
  }
  const pairs = Object.entries(value).map(([key, entry]) => `${JSON.stringify(key)}: ${onOneLine(entry)}`);
  return pairs.length ? `{ ${pairs.join(', ')} }` : '{}';
}
