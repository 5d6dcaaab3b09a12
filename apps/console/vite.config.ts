import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vite';

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url));

/** Built into dist/apps/console, from where the API serves it under /console/. `vite apps/console` serves it from the sources, beside an API on port 3000. */
export default defineConfig({
  root: here('.'),
  base: '/console/',
  cacheDir: here('../../node_modules/.cache/vite'),
  resolve: {
    alias: {
      '@huiyin/loop': here('../../libs/0-loop/src/index.ts'),
      '@huiyin/client': here('../../libs/client/src/index.ts'),
    },
  },
  build: {
    outDir: here('../../dist/apps/console'),
    emptyOutDir: true,
    target: 'es2022',
    // A font or picture inside the style sheet would be an address of its own, which the policy of the pages refuses.
    assetsInlineLimit: 0,
    chunkSizeWarningLimit: 1_500,
    rolldownOptions: {
      // "use client" is for servers that render React; there is none here.
      onLog: (level, log, pass) => void (log.code === 'MODULE_LEVEL_DIRECTIVE' || pass(level, log)),
    },
  },
  server: { proxy: { '/api': 'http://127.0.0.1:3000' } },
});
