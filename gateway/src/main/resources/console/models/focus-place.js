const within = (root, found) => {
  for (const element of root.querySelectorAll('*')) {
    if (element.dataset?.pointer !== undefined) {
      found.push(element);
    }
    if (element.shadowRoot) {
      within(element.shadowRoot, found);
    }
  }
  return found;
};

const frame = () => new Promise((resolve) => requestAnimationFrame(() => resolve()));

/** Brings a person to the field of a place, or to its line in the JSON. */
export async function focusPlace(page, {view, pointer}) {
  await page.updateComplete;
  await frame();
  if (view === 'json') {
    page.renderRoot.querySelector('model-json').goTo(pointer);
    return;
  }
  const field = within(page.renderRoot, []).find((element) => element.dataset.pointer === pointer);
  field?.focus();
  field?.scrollIntoView({block: 'center'});
}
