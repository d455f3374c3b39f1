// The parts that the system draws for us: menus, the bar on the taskbar, the file dialog, the words about Carrel; and what is done
// with links and files that come from outside. What each of them holds is decided in a file of its own.
import { app, BrowserWindow, clipboard, dialog, Menu, shell, type WebContents } from 'electron'
import { Failure } from '../../shared/failure.ts'
import { wordsFor } from '../../shared/failure-words.ts'
import type { Core } from '../core.ts'
import { type GivenFile, readFiles } from '../platform/read-files.ts'
import { contextTemplate } from './context-menu.ts'
import { parseDeepLink } from './deep-link.ts'
import { menuTemplate } from './menu.ts'
import { type Handed, pageExtensions } from './outside-requests.ts'
import { barOf, noBar, noWork, withJob } from './taskbar-progress.ts'
import type { Windows } from './windows.ts'

type Given = { readonly windows: Windows; readonly core: Pick<Core, 'listen'>; readonly icon: string; readonly developing: boolean }

export function openSystemParts({ windows, core, icon, developing }: Given): { takeIn(handed: Handed): Promise<void> } {
  const send: Parameters<typeof menuTemplate>[2]['send'] = (command) => void windows.send(command)
  const offerFiles = async (paths: readonly string[]): Promise<void> => {
    const files = await readAll(paths)
    if (files.length > 0) await windows.send({ command: 'add-files', files })
  }
  const importFile = async (): Promise<void> => {
    const filters = [{ name: 'Pages and documents', extensions: pageExtensions }]
    const chosen = await dialog.showOpenDialog({ properties: ['openFile', 'multiSelections'], filters })
    await offerFiles(chosen.filePaths)
  }
  const newWindow = (): void => void windows.openBeside('')
  const template = menuTemplate(process.platform, developing, { send, newWindow, importFile: () => void importFile() })
  Menu.setApplicationMenu(Menu.buildFromTemplate(template))
  app.setAboutPanelOptions({ applicationName: 'Carrel', applicationVersion: app.getVersion(), iconPath: icon })

  const attach = (contents: WebContents): void => {
    contents.on('context-menu', (_event, params) => {
      const lines = contextTemplate(params, {
        send,
        copyText: (text) => clipboard.writeText(text),
        copyImage: () => contents.copyImageAt(params.x, params.y),
        openOutside: (address) => void shell.openExternal(address),
        openItem: (id) => void windows.openBeside(`#/item/${id}`),
      })
      const window = BrowserWindow.fromWebContents(contents)
      if (lines.length === 0 || window === null) return
      Menu.buildFromTemplate(lines).popup({ window, ...(params.frame === null ? {} : { frame: params.frame }) })
    })
  }
  app.on('web-contents-created', (_event, contents) => attach(contents))
  followWork(core, windows)

  return {
    async takeIn({ links, files }) {
      windows.show()
      for (const link of links) {
        const asked = parseDeepLink(link)
        if (asked !== null) await windows.send(asked)
      }
      await offerFiles(files)
    },
  }
}

/** Draws the work in the background on the taskbar. A failure of everything stays there until somebody looks. */
function followWork(core: Pick<Core, 'listen'>, windows: Windows): void {
  let work = noWork
  let drawn = noBar
  const draw = (bar: typeof noBar): void => {
    if (bar.failed === drawn.failed && Math.abs(bar.share - drawn.share) < 0.01) return
    drawn = bar
    windows.drawBar(bar)
  }
  core.listen((event) => {
    if (event.name !== 'job.progressed') return
    work = withJob(work, event.value, Date.now())
    const bar = barOf(work)
    const unseen = BrowserWindow.getFocusedWindow() === null
    draw(bar.share >= 0 ? bar : bar.failed && unseen ? { share: 1, failed: true } : noBar)
  })
  app.on('browser-window-focus', () => {
    if (barOf(work).share < 0) draw(noBar)
  })
}

/** The files as Add shows them; one that cannot be read is said in words, and the others are there. */
async function readAll(paths: readonly string[]): Promise<GivenFile[]> {
  const read = await Promise.all(
    paths.map((path) =>
      readFiles(path).catch((error: unknown) => {
        const { says, remedy } = wordsFor(error instanceof Failure ? error.toValue() : { code: 'file.unreadable', facts: { name: path } })
        dialog.showErrorBox('A file cannot be read', `${says}\n\n${remedy}\n\n${path}`)
        return []
      }),
    ),
  )
  return read.flat()
}
