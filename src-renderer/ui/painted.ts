/** Resolves when what was just rendered is on the screen, or when no frame comes because the window is hidden. */
export function painted(): Promise<void> {
  return new Promise((resolve) => {
    const hidden = setTimeout(resolve, 200);
    requestAnimationFrame(() =>
      requestAnimationFrame(() => {
        clearTimeout(hidden);
        resolve();
      }),
    );
  });
}
