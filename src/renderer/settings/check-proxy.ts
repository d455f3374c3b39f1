// Whether what was typed can be a proxy's address. Pure.

export type CheckedProxy = { readonly ok: true; readonly proxy: string | null } | { readonly ok: false; readonly says: string }

/** Empty: no proxy of ours. A host with a port alone is taken as http. */
export function checkProxy(text: string): CheckedProxy {
  const typed = text.trim()
  if (typed === '') return { ok: true, proxy: null }
  const whole = /^[a-z][a-z0-9+.-]*:\/\//i.test(typed) ? typed : `http://${typed}`
  if (!URL.canParse(whole)) return { ok: false, says: 'This is not an address; one looks like http://proxy.example:3128' }
  const url = new URL(whole)
  if (url.protocol !== 'http:' && url.protocol !== 'https:')
    return { ok: false, says: `A proxy is reached over http or https, not over ${url.protocol.replace(':', '')}` }
  if (url.pathname !== '/' || url.search !== '' || url.hash !== '')
    return { ok: false, says: 'A proxy has a host and a port, and nothing behind them' }
  return { ok: true, proxy: url.href.replace(/\/$/, '') }
}
