import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';
import { constants } from './scripts/build/constants.ts';

/** The page. Loaded over `app://` from dist/renderer, under a CSP without inline scripts or data: scripts. */
export default defineConfig({
  root: 'src-renderer',
  base: './',
  publicDir: false,
  plugins: [react()],
  define: constants(false),
  build: {
    outDir: '../dist/renderer',
    emptyOutDir: true,
    // Chrome 130: the development runtime (Electron 33). Releases are newer.
    target: 'chrome130',
    modulePreload: { polyfill: false },
    // Inlined assets would be data: URLs, which the CSP allows for images only.
    assetsInlineLimit: 0,
    sourcemap: true,
    reportCompressedSize: false,
    chunkSizeWarningLimit: 2000,
  },
});
