// Places in a document as RFC 6901 names them: "/axes/0/signals/1/weight".
const stepsOf = (pointer) =>
  pointer
    .split('/')
    .slice(1)
    .map((step) => step.replaceAll('~1', '/').replaceAll('~0', '~'));

export const pointerOf = (...steps) => steps.map((step) => `/${String(step).replaceAll('~', '~0').replaceAll('/', '~1')}`).join('');

export {stepsOf};

/** What stands there; undefined when nothing does. */
export const valueAt = (document, pointer) =>
  stepsOf(pointer).reduce((node, step) => (node !== null && typeof node === 'object' && Object.hasOwn(node, step) ? node[step] : undefined), document);

/** A copy of the document with another value there; the rest is the same. */
export function withValueAt(document, pointer, value) {
  const replace = (node, [step, ...rest]) => {
    if (step === undefined) {
      return value;
    }
    const copy = Array.isArray(node) ? [...node] : {...node};
    copy[step] = replace(copy[step], rest);
    return copy;
  };
  return replace(document, stepsOf(pointer));
}

/** Whether a place is the other or around it. */
export const covers = (outer, inner) => inner === outer || inner.startsWith(`${outer}/`);
