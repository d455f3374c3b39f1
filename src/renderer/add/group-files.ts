// Which dropped files belong together: a folder is one page with its pictures, "Page.html" goes with "Page_files/". Pure.

/** Groups by path; each group becomes one item. Order of first appearance is kept. */
export function groupFiles<T extends { readonly path: string }>(files: readonly T[]): readonly (readonly T[])[] {
  const groups = new Map<string, T[]>()
  for (const file of files) {
    const key = groupOf(file.path)
    const group = groups.get(key)
    if (group === undefined) groups.set(key, [file])
    else group.push(file)
  }
  // A folder of pages (no page at its top, or several) is as many items as it has pages.
  return [...groups.values()].flatMap((group) => splitPages(group))
}

/** Browsers name the folder beside a saved page after it: Page_files, Page-Dateien, Page_archivos, Page.files … */
const besidePage = /[-_. ]?(files|dateien|fichiers|archivos|arquivos|bestanden|pliki|file|filer|tiedostot)$/i
const page = /\.(html?|xhtml|mhtml?)$/i

function groupOf(path: string): string {
  const [top = '', ...rest] = path.split('/')
  if (rest.length > 0) return top.replace(besidePage, '').toLowerCase()
  return page.test(top) ? top.replace(page, '').toLowerCase() : `file ${top}`
}

function splitPages<T extends { readonly path: string }>(group: readonly T[]): readonly (readonly T[])[] {
  const pages = group.filter(({ path }) => page.test(path))
  const depth = Math.min(...pages.map(({ path }) => path.split('/').length))
  const top = pages.filter(({ path }) => path.split('/').length === depth)
  if (top.length <= 1) return [group]
  // Each page takes what lies in the folder named after it; anything else could belong to any of them and goes with all.
  const rest = group.filter((file) => !top.includes(file))
  return top.map((one) => [one, ...rest])
}
