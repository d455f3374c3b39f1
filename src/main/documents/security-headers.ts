// The policies that go with every answer: one for our own screens, one for a cached page, one for a picture.
// Which answer gets which is decided in respond.ts.

export type Headers = Readonly<Record<string, string>>

/** Headers of every answer, whatever it is. */
export const everyAnswer: Headers = {
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
  'cross-origin-resource-policy': 'same-origin',
  'cross-origin-opener-policy': 'same-origin',
  // A browser may look up the hosts of a page's links before anybody follows one; reading asks nobody anything.
  'x-dns-prefetch-control': 'off',
  'permissions-policy':
    'accelerometer=(), autoplay=(), camera=(), clipboard-read=(), display-capture=(), encrypted-media=(), geolocation=(), gyroscope=(), ' +
    'hid=(), idle-detection=(), magnetometer=(), microphone=(), midi=(), payment=(), publickey-credentials-get=(), screen-wake-lock=(), ' +
    'serial=(), usb=(), xr-spatial-tracking=(), clipboard-write=(self), fullscreen=(self)',
}

/**
 * Our own screens. No inline style: React sets styles through the object model, which no policy forbids.
 * `frame-src 'self'` is what keeps a link inside a cached page from leading its frame out to the web.
 */
export const shellPolicy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' data: blob:",
  "font-src 'self'",
  // A talk's recording, from this machine.
  "media-src 'self'",
  "connect-src 'self'",
  "frame-src 'self'",
  "object-src 'none'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ')

/**
 * A cached page. The sandbox stands in the header too, so that it holds when the page is opened outside our frame.
 * `allow-same-origin` lets the parent add its one stylesheet and take every click; scripts stay off without `allow-scripts`.
 * `allow-modals` is for the print dialog, which the parent opens over it: without scripts nobody inside can open anything.
 * Style elements and style attributes of the page are dead: the look is the reader's, set by that stylesheet.
 */
export const copyPolicy = [
  "default-src 'none'",
  "img-src 'self' data:",
  "style-src 'self'",
  "font-src 'self'",
  "form-action 'none'",
  "base-uri 'none'",
  "frame-ancestors 'self'",
  'sandbox allow-same-origin allow-modals',
].join('; ')

/** A picture opened by itself; an SVG is a document then, and may still carry its own styles. */
export const picturePolicy = "default-src 'none'; style-src 'unsafe-inline'; sandbox"

/** A recording, sound or film; opened by itself it can do nothing but be played. */
export const recordingPolicy = "default-src 'none'; media-src 'self'; sandbox"

/** Words of ours without any page around them. */
export const wordsPolicy = "default-src 'none'; frame-ancestors 'self'; sandbox"
