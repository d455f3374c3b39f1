// Pages that are not the article one came for: gone, signed out, asked for consent, empty until scripts run.
import { html, paragraphs, redirect, type SiteRoom, sitePage } from './site-page.ts'

const loginForm =
  '<div class="login-box"><h1>Sign in to continue</h1><p>Members read for free. Please sign in.</p><form action="/trap/login" method="post">' +
  '<label>E-mail <input type="email" name="email"></label><label>Password <input type="password" name="password" autocomplete="current-password"></label>' +
  '<button>Sign in</button></form><p><a href="/trap/forgot">Forgot your password?</a></p></div>'

export const wallRoom: SiteRoom = {
  '/gone': html('<!doctype html><title>Gone</title><h1>410 Gone</h1><p>This page was taken away on purpose.</p>', 410),
  '/missing': html('<!doctype html><title>Not found</title><h1>404</h1><p>There is no such page.</p>', 404),
  '/soft-404': sitePage({
    title: 'Page not found',
    body: '<div class="error"><h1>Page not found</h1><p>Sorry, the page you are looking for does not exist or has been moved. Try the search.</p></div>',
  }),
  '/login': sitePage({ title: 'Sign in', body: loginForm }),
  '/login-401': {
    ...html(`<!doctype html><title>Sign in</title>${loginForm}`, 401),
    headers: { 'content-type': 'text/html', 'www-authenticate': 'Basic realm="members"' },
  },
  '/login-403': html(`<!doctype html><title>Forbidden</title>${loginForm}`, 403),
  '/login-wall': redirect('/login?next=%2Flogin-wall', 302),
  '/refused': html('<!doctype html><title>Forbidden</title><h1>403 Forbidden</h1><p>Robots are not welcome.</p>', 403),
  '/paywall': sitePage({
    title: 'A story for members',
    head: '<script type="application/ld+json">{"@context":"https://schema.org","@type":"NewsArticle","headline":"A story for members","isAccessibleForFree":false}</script>',
    body: `<article><h1>A story for members</h1>${paragraphs('a story that stops in the middle', 1)}</article><div class="paywall"><h2>Subscribe to read on</h2><p>You have read your three free stories this month. Already a member? <a href="/login">Sign in</a>.</p><button>Subscribe</button></div>`,
  }),
  '/consent': html(
    '<!doctype html><html lang="en"><head><title>Before you continue</title></head><body><div id="consent" role="dialog"><h1>We value your privacy</h1>' +
      '<p>We and our 842 partners store and access information on your device, such as cookies. By clicking “Accept all” you agree to this processing.</p>' +
      '<form action="/trap/consent" method="post"><button name="all">Accept all</button><button name="none">Reject all</button><a href="/trap/partners">Manage options</a></form></div></body></html>',
  ),
  '/app': html(
    '<!doctype html><html lang="en"><head><title>The App</title><script type="module" src="/script.js"></script></head>' +
      '<body><noscript>You need to enable JavaScript to run this app.</noscript><div id="root"></div></body></html>',
  ),
  '/empty': html(''),
}
