// Addresses that lead elsewhere: by status, by meta refresh, in circles, to nowhere, to where nobody should go.
import { seriesPath } from './series.ts'
import { html, redirect, type SiteRoom } from './site-page.ts'

const first = seriesPath(1)

export const redirectRoom: SiteRoom = {
  '/moved/chain': redirect('/moved/chain-2'),
  '/moved/chain-2': redirect('chain-3', 302),
  '/moved/chain-3': redirect(`../${first.slice(1)}#the-box`, 308),
  '/moved/loop-a': redirect('/moved/loop-b', 302),
  '/moved/loop-b': redirect('/moved/loop-a', 302),
  '/moved/endless': ({ query }) => redirect(`/moved/endless?n=${Number(query.get('n') ?? 0) + 1}`, 302),
  '/moved/see-other': redirect(seriesPath(2), 303),
  '/moved/nowhere': { status: 302, body: 'Somewhere else.' },
  '/moved/to-file': redirect('file:///etc/hostname', 302),
  '/moved/to-mail': redirect('mailto:ida@example.org', 302),
  // The address clouds answer with their keys.
  '/moved/to-metadata': redirect('http://169.254.169.254/latest/meta-data/', 302),
  '/moved/to-script': redirect('javascript:alert(1)', 302),
  '/moved/refresh': html(
    `<!doctype html><html><head><meta http-equiv="refresh" content="0; url=${first}"><title>Moved</title></head><body><p>This page has <a href="${first}">moved</a>.</p></body></html>`,
  ),
}
