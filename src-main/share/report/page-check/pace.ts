/** Milliseconds of work after which the page is let go for a moment: it scrolls and answers meanwhile. */
const SLICE = 30;

/** Lets the browser do what waits; a timer would wait four milliseconds each time. */
export function turn(): Promise<void> {
  return new Promise((resume) => {
    const { port1, port2 } = new MessageChannel();
    port1.addEventListener('message', () => {
      port1.close();
      resume();
    });
    port1.start();
    port2.postMessage(null);
  });
}

/** Says when it is time for a turn. */
export function stopwatch(): () => boolean {
  let began = performance.now();
  return () => {
    const now = performance.now();
    if (now - began < SLICE) return false;
    began = now;
    return true;
  };
}
