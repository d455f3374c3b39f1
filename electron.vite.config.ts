// How the three bundles are made: main (window, command line, extract process, index worker, backup process), preload (one CommonJS file), renderer.
// Packages of `dependencies` stay outside the main bundle: they are in node_modules wherever Carrel is installed.
import react from '@vitejs/plugin-react'
import { defineConfig } from 'electron-vite'

// Fixed, so that the page (whose address is carrel-app://window/) can be told where the hot-reload socket is.
const devPort = 5174

export default defineConfig({
  main: {
    build: {
      rolldownOptions: {
        // Each is a program of its own; entry-file.ts finds the last three beside itself by import.meta.url.
        input: {
          index: 'src/main/index.ts',
          cli: 'src/main/cli/index.ts',
          'extract-process': 'src/main/extract/extract-process.ts',
          'index-worker': 'src/main/search/index-worker.ts',
          'backup-process': 'src/main/cache/backup-process.ts',
        },
        output: { format: 'es', entryFileNames: '[name].js', chunkFileNames: 'chunks/[name]-[hash].js' },
      },
    },
  },
  preload: {
    build: {
      // A sandboxed preload is not a module and may require 'electron' alone.
      rolldownOptions: { input: { index: 'src/preload/index.ts' }, output: { format: 'cjs', entryFileNames: '[name].cjs' } },
    },
  },
  renderer: {
    // Root and entry are electron-vite's own: src/renderer/index.html.
    // A path that is no file is 404 in development too, as it is in respond.ts.
    appType: 'mpa',
    plugins: [react()],
    server: { host: '127.0.0.1', port: devPort, strictPort: true, hmr: { protocol: 'ws', host: '127.0.0.1', clientPort: devPort } },
    build: {
      minify: true,
      // The shell's policy knows no data: fonts, and hashed files are cached for ever.
      assetsInlineLimit: 0,
    },
  },
})
