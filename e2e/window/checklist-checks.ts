// Electron's security checklist as checks over the built bundle, the installers' settings and the running program, one entry an item.
// What each item asks and where it is kept says docs/electron-security.md; keeps-the-checklist.spec.ts runs them.
import { expect } from '../fixtures.ts'
import { type Check, fetched, never, read, says } from './built-program.ts'

const fuses: Readonly<Record<string, boolean>> = {
  runAsNode: true,
  enableCookieEncryption: false,
  enableNodeOptionsEnvironmentVariable: false,
  enableNodeCliInspectArguments: false,
  enableEmbeddedAsarIntegrityValidation: true,
  onlyLoadAppFromAsar: true,
  loadBrowserProcessSpecificV8Snapshot: false,
  grantFileProtocolExtraPrivileges: false,
}

export const checks: Readonly<Record<string, readonly Check[]>> = {
  '1. Only load secure content': [
    async ({ window, page }) => {
      for (const address of ['http://127.0.0.1:9/x', 'https://127.0.0.1:9/x', 'http://attacker.example/', 'ftp://attacker.example/']) {
        expect(await fetched(page, address), address).toBe('TypeError')
      }
      expect(window.context.pages()[0]?.url()).toMatch(/^https:\/\/window\.carrel-app\.stand-in\/#?/)
    },
    async () => expect(read('out/renderer/index.html').match(/(?:src|href|content)="(?:[a-z]+:|\/\/)[^"]*"/g)).toBeNull(),
  ],
  '2. Do not enable Node.js integration for remote content': [
    says('nodeIntegration: false', 'nodeIntegrationInSubFrames: false', 'nodeIntegrationInWorker: false'),
    async ({ page }) => {
      const found = await page.evaluate(() =>
        ['require', 'process', 'module', 'Buffer', '__dirname', 'global'].filter((name) => name in globalThis),
      )
      expect(found).toEqual([])
    },
  ],
  '3. Enable Context Isolation': [
    says('contextIsolation: true'),
    async ({ page }) => {
      const held = await page.evaluate(() => {
        const own = globalThis as unknown as { carrel: Record<string, unknown>; ipcRenderer?: unknown; electron?: unknown }
        const { call } = own.carrel
        try {
          own.carrel.call = () => 'replaced'
        } catch {
          // A frozen object says so in strict code.
        }
        return own.carrel.call === call && Object.isFrozen(own.carrel) && own.ipcRenderer === undefined && own.electron === undefined
      })
      expect(held).toBe(true)
    },
  ],
  '4. Enable process sandboxing': [
    says('sandbox: true'),
    never(/no-sandbox|sandbox: false|disable-gpu-sandbox/),
    async ({ preload }) => expect([...preload.matchAll(/require\(([^)]*)\)/g)].map((match) => match[1])).toEqual(['"electron"']),
  ],
  '5. Handle session permission requests from remote content': [
    async ({ window }) => {
      const all = [
        'clipboard-read',
        'display-capture',
        'fileSystem',
        'fullscreen',
        'geolocation',
        'hid',
        'idle-detection',
        'keyboardLock',
        'local-network-access',
      ]
      const more = [
        'media',
        'mediaKeySystem',
        'midi',
        'midiSysex',
        'notifications',
        'openExternal',
        'pointerLock',
        'serial',
        'speaker-selection',
        'storage-access',
      ]
      const rest = ['top-level-storage-access', 'unknown', 'usb', 'window-management', 'deprecated-sync-clipboard-read', 'anything else']
      for (const permission of [...all, ...more, ...rest]) expect(await window.permission(permission), permission).toBe(false)
      expect(await window.refusesDownload()).toBe(true)
    },
  ],
  '6. Do not disable webSecurity': [
    says('webSecurity: true'),
    never(
      /disable-web-security|disable-site-isolation|disable-features|ignore-certificate-errors|allow-file-access|appendSwitch|certificate-error/,
    ),
  ],
  '7. Define a Content Security Policy': [
    async ({ page }) => {
      const policyOf = (address: string) =>
        page.evaluate(async (url) => (await fetch(url)).headers.get('content-security-policy') ?? '', address)
      const shell = await policyOf('/')
      for (const rule of [
        "default-src 'none'",
        "script-src 'self'",
        "object-src 'none'",
        "base-uri 'none'",
        "form-action 'none'",
        "frame-ancestors 'none'",
      ]) {
        expect(shell).toContain(rule)
      }
      expect(shell).not.toMatch(/unsafe|\*|https?:/)
      const { copy } = await page.evaluate(async () => {
        const { call } = (
          globalThis as unknown as {
            carrel: { call(name: string, input: object): Promise<{ value: { item: { id: string }; framePath: string } }> }
          }
        ).carrel
        const { value } = await call('library.welcome', {})
        return { copy: (await call('item.open', { id: value.item.id })).value.framePath }
      })
      const shown = await policyOf(copy)
      expect(shown).toContain("default-src 'none'")
      expect(shown).toContain('sandbox allow-same-origin')
      expect(shown).not.toMatch(/script|unsafe|\*|https?:/)
    },
    async () => expect(read('out/renderer/index.html').match(/<script(?![^>]*\ssrc=)|\son\w+=|<style|javascript:/gi)).toBeNull(),
    async ({ renderer }) => expect(renderer.match(/\beval\(|new Function\(/g)).toBeNull(),
  ],
  '8. Do not enable allowRunningInsecureContent': [says('allowRunningInsecureContent: false'), never(/allowRunningInsecureContent: true/)],
  '9. Do not enable experimental features': [never(/experimentalFeatures|enable-experimental/)],
  '10. Do not use enableBlinkFeatures': [never(/enableBlinkFeatures|enable-blink-features|disableBlinkFeatures/)],
  '11. Do not use allowpopups for WebViews': [
    says('webviewTag: false'),
    async ({ renderer }) => expect(renderer.match(/allowpopups|createElement\(["'`]webview/gi)).toBeNull(),
  ],
  '12. Verify WebView options before creation': [async ({ window }) => expect(await window.refusesWebview()).toBe(true)],
  '13. Disable or limit navigation': [
    async ({ window, page }) => {
      for (const address of ['https://attacker.example/', 'carrel-app://window/index.html']) {
        await page.evaluate((url) => location.assign(url), address.replace('carrel-app://window', ''))
        await expect.poll(() => window.refused, address).toContain(address)
      }
      await page.evaluate(() => {
        const frame = document.createElement('iframe')
        frame.src = 'https://attacker.example/framed'
        document.body.append(frame)
      })
      expect(page.frames().some((frame) => frame.url().includes('attacker'))).toBe(false)
      expect(new URL(page.url()).pathname).toBe('/')
      await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
    },
  ],
  '14. Disable or limit creation of new windows': [
    async ({ window, page }) => {
      await page.evaluate(() => void open('https://attacker.example/new', '_blank', 'popup'))
      await expect.poll(() => window.refused).toContain('https://attacker.example/new')
      await expect.poll(() => window.context.pages().length).toBe(1)
    },
  ],
  '15. Do not use shell.openExternal with untrusted content': [
    async ({ window, page }) => {
      const before = window.outside.length
      const dangerous = [
        'file:///etc/passwd',
        'smb://attacker.example/share',
        'ms-msdt:/id',
        'javascript:alert(1)',
        'mailto:a@attacker.example',
        'data:text/html,x',
        'carrel://item/1',
        'vscode://x',
      ]
      await page.evaluate((all) => all.forEach((address) => void open(address, '_blank', 'noopener')), dangerous)
      await page.evaluate(() => void open('https://attacker.example/last', '_blank', 'noopener'))
      await expect.poll(() => window.outside).toContain('https://attacker.example/last')
      expect(window.outside.slice(before).filter((address) => !/^https?:/.test(address))).toEqual([])
    },
  ],
  '16. Use a current version of Electron': [
    async () => {
      const { devDependencies } = JSON.parse(read('package.json')) as { devDependencies: Record<string, string> }
      const version = devDependencies.electron ?? ''
      expect(version).toMatch(/^\d+\.\d+\.\d+$/)
      expect(Number(version.split('.')[0])).toBeGreaterThanOrEqual(45)
      expect(read('docs/electron-security.md')).toContain(`Electron ${version}.`)
    },
  ],
  '17. Validate the sender of all IPC messages': [
    async ({ window }) => {
      const address = 'carrel-app://window/'
      const strangers = [
        { window: 1, frame: { url: address, inside: true } },
        { window: 1, frame: { url: 'https://attacker.example/', inside: false } },
        { window: 1, frame: { url: `${address}copy/${'0'.repeat(32)}/`, inside: false } },
        { window: 1, frame: null },
        { window: null, frame: { url: address, inside: false } },
      ]
      for (const stranger of strangers)
        expect(await window.speakAs(stranger, 'carrel:call', 'settings.get', {})).toMatch(/only our own window/)
    },
    async ({ main }) =>
      expect([...main.matchAll(/ipcMain\.(\w+)\(/g)].map((match) => match[1]).toSorted()).toEqual(['handle', 'removeHandler']),
  ],
  '18. Avoid usage of the file:// protocol and prefer usage of custom protocols': [
    never(/\.loadFile\(|loadURL\(["'`]file:|registerFileProtocol|interceptFileProtocol/),
    async ({ page }) => expect(await fetched(page, 'file:///etc/hosts')).toBe('TypeError'),
  ],
  '19. Check which fuses you can change': [
    async () => {
      const block = /^electronFuses:\n((?: {2}.*\n)+)/m.exec(read('electron-builder.yml'))?.[1] ?? ''
      const found = Object.fromEntries([...block.matchAll(/^ {2}(\w+): (true|false)$/gm)].map((match) => [match[1], match[2] === 'true']))
      expect(found).toEqual(fuses)
      for (const fuse of Object.keys(fuses)) expect(read('docs/electron-security.md'), fuse).toContain(`\`${fuse}\``)
    },
  ],
  '20. Do not expose Electron APIs to untrusted web content': [
    async ({ page }) => {
      const given = await page.evaluate(async () => {
        type Bridge = { call(name: string, input: object): Promise<unknown>; listen(hear: (...args: unknown[]) => void): () => void }
        const { carrel } = globalThis as unknown as { carrel: Bridge }
        const heard = new Promise<readonly unknown[]>((resolve) => carrel.listen((...args) => resolve(args)))
        await carrel.call('settings.change', { density: 'compact' })
        return { keys: Object.keys(carrel), heard: (await heard).map((one) => Object.keys(one as object)) }
      })
      expect(given).toEqual({ keys: ['call', 'listen'], heard: [['name', 'value']] })
    },
    async ({ preload }) => expect(preload.match(/exposeInMainWorld/g)).toHaveLength(1),
  ],
}
