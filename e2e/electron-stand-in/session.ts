// electron.protocol and electron.session on the stand-in: which requests pass, and who answers our own scheme.
import { lifecycle } from './app.ts'
import { answerDriver } from './driver-channel.ts'
import { emitter } from './emitter.ts'
import { onlyKeys, strict, violation } from './strict.ts'

type Answerer = (request: Request) => Response | Promise<Response>
type BeforeRequest = (details: object, answer: (response: { readonly cancel?: boolean }) => void) => void
type PermissionRequest = (contents: unknown, permission: string, answer: (granted: boolean) => void, details: object) => void
type PermissionCheck = (contents: unknown, permission: string, origin: string, details: object) => boolean

const privileged = new Set<string>()
const answerers = new Map<string, Answerer>()
let beforeRequest: BeforeRequest | null = null
let permissionRequest: PermissionRequest | null = null
let permissionCheck: PermissionCheck | null = null
let permissionDevice: (() => boolean) | null = null

function afterReady(what: string): void {
  if (!lifecycle.isReady()) throw violation(`${what} was used before ready`)
}

export const protocol = strict('protocol', {
  registerSchemesAsPrivileged(schemes: readonly { readonly scheme: string; readonly privileges: object }[]): void {
    if (lifecycle.isReady()) throw violation('protocol.registerSchemesAsPrivileged came after ready')
    for (const { scheme, privileges } of schemes) {
      onlyKeys('privileges', privileges, ['standard', 'secure', 'supportFetchAPI', 'stream', 'codeCache'])
      // The https address that stands for the scheme has all four; a scheme without them would behave otherwise.
      for (const wanted of ['standard', 'secure', 'supportFetchAPI', 'stream'] as const) {
        if ((privileges as Record<string, unknown>)[wanted] !== true) throw violation(`a scheme that is not ${wanted} is not modelled`)
      }
      privileged.add(scheme)
    }
  },
  handle(scheme: string, answerer: Answerer): void {
    afterReady('protocol')
    if (!privileged.has(scheme)) throw violation(`protocol.handle for ${scheme}, which is not privileged`)
    if (answerers.has(scheme)) throw violation(`a second protocol.handle for ${scheme}`)
    answerers.set(scheme, answerer)
  },
})

const sessionEvents = emitter('session', ['will-download'])
const defaultSession = strict('session.defaultSession', {
  ...sessionEvents.members,
  setPermissionRequestHandler(handler: PermissionRequest): void {
    permissionRequest = handler
  },
  setPermissionCheckHandler(handler: PermissionCheck): void {
    permissionCheck = handler
  },
  setDevicePermissionHandler(handler: () => boolean): void {
    permissionDevice = handler
  },
  webRequest: strict('session.webRequest', {
    onBeforeRequest(listener: BeforeRequest): void {
      if (typeof listener !== 'function') throw violation('webRequest.onBeforeRequest with a filter is not modelled')
      beforeRequest = listener
    },
  }),
})

export const session = strict('session', {
  get defaultSession() {
    afterReady('session.defaultSession')
    return defaultSession
  },
})

answerDriver({
  /** Whether the program cancels a request. */
  'before-request': (url: string, resourceType: string, method: string) => {
    const listener = beforeRequest
    if (listener === null) return false
    return new Promise<boolean>((resolve) => {
      listener(strict('OnBeforeRequestListenerDetails', { id: 1, url, method, resourceType }), ({ cancel }) => resolve(cancel === true))
    })
  },
  async protocol(url: string, method: string, headers: Record<string, string>) {
    const answerer = answerers.get(new URL(url).protocol.replace(/:$/, ''))
    if (answerer === undefined) return null
    const response = await answerer(new Request(url, { method, headers }))
    if (!(response instanceof Response)) throw violation('a protocol handler gave no Response')
    if (response.status >= 300 && response.status < 400) throw violation('a redirect by a protocol handler is not modelled')
    return { status: response.status, headers: Object.fromEntries(response.headers), body: new Uint8Array(await response.arrayBuffer()) }
  },
  /** True when the program would grant it: asked of the check and of the request, as Chromium does. */
  permission(permission: string, url: string) {
    if (permissionRequest === null || permissionCheck === null || permissionDevice === null)
      throw violation('a permission handler is missing')
    let granted = false
    const decide = (answer: boolean): void => {
      granted = answer
    }
    permissionRequest(null, permission, decide, strict('PermissionRequest', { requestingUrl: url, isMainFrame: true }))
    const checked = permissionCheck(null, permission, `${new URL(url).protocol}//${new URL(url).host}/`, {})
    return granted || checked || permissionDevice()
  },
  /** True when the program refuses the download. */
  download: () => sessionEvents.tell('will-download'),
})
