// Edits that are not saved yet outlive the page in this tab, until they are saved or taken back.
const name = (modelId) => `holdfast.draft.${modelId}`;

export const keptEdits = {
  /** {document, tag} or null */
  of(modelId) {
    try {
      return JSON.parse(sessionStorage.getItem(name(modelId)));
    } catch {
      return null;
    }
  },

  keep(modelId, document, tag) {
    try {
      sessionStorage.setItem(name(modelId), JSON.stringify({document, tag}));
    } catch {
      // Storage can be closed or full; the edits then last as long as the page.
    }
  },

  forget(modelId) {
    try {
      sessionStorage.removeItem(name(modelId));
    } catch {
      // Nothing was kept.
    }
  },
};
