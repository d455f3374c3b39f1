// The page of ours around a player of the web: the player's one host and nothing else, in a frame that can only play. The screens' own policy stays as it is.
import { createHash } from 'node:crypto'
import { everyAnswer, type Headers } from './security-headers.ts'

const style = 'html,body,iframe{margin:0;border:0;width:100%;height:100%;display:block;background:#000;overflow:hidden}'
const styleHash = createHash('sha256').update(style).digest('base64')

/** `url`: an https address of a known player. */
export function playerPage(url: string): { readonly html: string; readonly headers: Headers } {
  const { href, origin } = new URL(url)
  const html =
    `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Player</title><style>${style}</style></head><body>` +
    // YouTube's player wants to know the page around it (its error 153); it is told the origin, which is this machine's own, and no more.
    `<iframe title="Player" src="${escapeText(href)}" sandbox="allow-scripts allow-same-origin allow-presentation" ` +
    `referrerpolicy="strict-origin-when-cross-origin" allow="fullscreen"></iframe></body></html>`
  const policy = [
    "default-src 'none'",
    `frame-src ${origin}`,
    `style-src 'sha256-${styleHash}'`,
    "form-action 'none'",
    "base-uri 'none'",
    "frame-ancestors 'self'",
  ].join('; ')
  const permissions = (everyAnswer['permissions-policy'] ?? '').replace('fullscreen=(self)', `fullscreen=(self "${origin}")`)
  return { html, headers: { 'content-security-policy': policy, 'permissions-policy': permissions } }
}

function escapeText(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')
}
