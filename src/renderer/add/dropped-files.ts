// Files out of a drop or a paste, folders walked to their ends, each with its path inside what was dropped.

export type DroppedFile = { readonly path: string; readonly file: File }

/** A folder with more files than this is not a saved page; the contract takes no more in one piece. */
const mostFiles = 2_000

/**
 * Everything in a transfer that is a file. The entries must be taken before the event ends, so call this in the handler
 * itself and await it afterwards.
 */
export function droppedFiles(transfer: DataTransfer): Promise<readonly DroppedFile[]> {
  const entries = [...transfer.items].flatMap((item): (FileSystemEntry | File)[] => {
    if (item.kind !== 'file') return []
    const entry = item.webkitGetAsEntry()
    const file = item.getAsFile()
    return entry !== null ? [entry] : file !== null ? [file] : []
  })
  return collect(entries)
}

async function collect(entries: readonly (FileSystemEntry | File)[]): Promise<readonly DroppedFile[]> {
  const found: DroppedFile[] = []
  const walk = async (entry: FileSystemEntry): Promise<void> => {
    if (found.length >= mostFiles) return
    if (isFile(entry)) {
      const file = await new Promise<File>((done, failed) => entry.file(done, failed))
      found.push({ path: entry.fullPath.replace(/^\//, ''), file })
    } else if (isFolder(entry)) {
      const reader = entry.createReader()
      // A reader hands out at most a hundred at a time and ends with none.
      for (;;) {
        const some = await new Promise<FileSystemEntry[]>((done, failed) => reader.readEntries(done, failed))
        if (some.length === 0) break
        for (const one of some) await walk(one)
      }
    }
  }
  for (const entry of entries) {
    if (entry instanceof File) found.push({ path: entry.name, file: entry })
    else await walk(entry)
  }
  // What a system puts beside every file is no part of a page.
  return found.filter(({ path }) => !/(^|\/)(\.DS_Store|Thumbs\.db|desktop\.ini)$/i.test(path))
}

function isFile(entry: FileSystemEntry): entry is FileSystemFileEntry {
  return entry.isFile
}

function isFolder(entry: FileSystemEntry): entry is FileSystemDirectoryEntry {
  return entry.isDirectory
}
