let tests;

/** Names a fact; `body` throws when it does not hold. */
export const test = (name, body) => tests.push({name, body});

const text = (value) =>
  JSON.stringify(value, (_, part) => (typeof part === 'bigint' ? `${part}n` : part === undefined ? 'undefined' : part));

export function equal(actual, expected) {
  if (text(actual) !== text(expected)) {
    throw new Error(`expected ${text(expected)}, got ${text(actual)}`);
  }
}

/** Runs the tests of one file: [{name, failure}]. */
export async function run(file) {
  tests = [];
  await import(file);
  const results = [];
  for (const {name, body} of tests) {
    try {
      await body();
      results.push({name, failure: ''});
    } catch (error) {
      results.push({name, failure: error.stack ?? String(error)});
    }
  }
  return results;
}
