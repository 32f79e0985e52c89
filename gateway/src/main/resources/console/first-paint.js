// Runs before the first paint, so that a chosen theme never flashes.
try {
  const theme = localStorage.getItem('holdfast.theme');
  if (theme === 'light' || theme === 'dark') {
    document.documentElement.dataset.theme = theme;
  }
} catch {
  // Storage can be closed by the browser's settings; the system then decides.
}
