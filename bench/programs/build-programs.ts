// Bundles the measured programs as the release is bundled: stripping types at run time would cost memory that no reader pays.
import { fileURLToPath } from 'node:url'
import { build } from 'vite'

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url))
/** Inside node_modules, so that the packages the bundles leave outside are found. */
const folder = here('../../node_modules/.cache/bench/programs/')

/** Builds them anew (a second) and answers the folder that holds `<name>.js`. */
export async function buildPrograms(): Promise<string> {
  await build({
    configFile: false,
    root: here('../../'),
    logLevel: 'warn',
    build: {
      ssr: true,
      outDir: folder,
      emptyOutDir: true,
      target: 'node24',
      minify: false,
      rolldownOptions: {
        // The last two are found by the core beside itself, under these names.
        input: {
          'core-program': here('core-program.ts'),
          'extract-process': here('../../src/main/extract/extract-process.ts'),
          'index-worker': here('../../src/main/search/index-worker.ts'),
          'backup-process': here('../../src/main/cache/backup-process.ts'),
        },
        output: { format: 'es', entryFileNames: '[name].js', chunkFileNames: 'chunks/[name]-[hash].js' },
      },
    },
  })
  return folder
}
