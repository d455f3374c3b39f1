// Where the files of this program are, bundled (out/main/*.js) or from source (src/main/**/*.ts, run by Node's type stripping).
import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

const bundled = !import.meta.url.endsWith('.ts')

/** The file a child process or worker starts from: `out/main/<name>.js`, or `src/main/<room>/<name>.ts`. */
export function entryFile(name: string, room: string): URL {
  return bundled ? outsideArchive(nextTo(`${name}.js`)) : new URL(`../${room}/${name}.ts`, import.meta.url)
}

/**
 * The plain file beside an installed program's archive: only Electron itself reads inside one, and neither a worker nor a package
 * that a child imports by its own means does. electron-builder.yml says what lies there.
 */
export function outsideArchive(file: URL): URL {
  return new URL(file.href.replace(/\/app\.asar(?=\/)/, '/app.asar.unpacked'))
}

/** The built renderer's folder, whichever way this program runs. */
export function rendererFolder(): string {
  return fileURLToPath(bundled ? new URL('../renderer/', nextTo('.')) : new URL('../../../out/renderer/', import.meta.url))
}

/** A file that comes with the program, such as the welcome article: `resources/<path>` beside `out/` and `src/`, in an archive or not. */
export function resourceFile(path: string): URL {
  return new URL(`../../${bundled ? '' : '../'}resources/${path}`, bundled ? nextTo('.') : import.meta.url)
}

/** The bundler may put shared code into out/main/chunks/; entries always stand in out/main/. */
function nextTo(file: string): URL {
  const here = new URL(file, import.meta.url)
  return file === '.' || existsSync(here)
    ? file === '.' && !existsSync(new URL('index.js', here))
      ? new URL('../', here)
      : here
    : new URL(`../${file}`, import.meta.url)
}
