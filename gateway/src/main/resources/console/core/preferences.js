/** What one person has chosen on this browser: theme, density, single keys. */
class Preferences extends EventTarget {
  get(name, otherwise) {
    try {
      return localStorage.getItem(`holdfast.${name}`) ?? otherwise;
    } catch {
      return otherwise;
    }
  }

  set(name, value) {
    try {
      localStorage.setItem(`holdfast.${name}`, value);
    } catch {
      // Storage can be closed; the choice then lasts for this page only.
    }
    this.dispatchEvent(new CustomEvent('change', {detail: name}));
  }

  get dark() {
    const chosen = document.documentElement.dataset.theme;
    return chosen ? chosen === 'dark' : matchMedia('(prefers-color-scheme: dark)').matches;
  }

  switchTheme() {
    const theme = this.dark ? 'light' : 'dark';
    document.documentElement.dataset.theme = theme;
    this.set('theme', theme);
  }
}

export const preferences = new Preferences();

matchMedia('(prefers-color-scheme: dark)').addEventListener('change', () => {
  preferences.dispatchEvent(new CustomEvent('change', {detail: 'theme'}));
});
