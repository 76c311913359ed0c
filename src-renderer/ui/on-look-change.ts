/**
 * Calls when colours may be others: the theme is an attribute of the page; forced colours and contrast are of the
 * system. What is drawn on a canvas does not follow by itself.
 * @returns ends it
 */
export function onLookChange(draw: () => void): () => void {
  const theme = new MutationObserver(draw);
  theme.observe(document.documentElement, { attributes: true });
  const forced = matchMedia('(forced-colors: active)');
  forced.addEventListener('change', draw);
  return () => {
    theme.disconnect();
    forced.removeEventListener('change', draw);
  };
}
