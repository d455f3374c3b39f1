// A page that tries everything, and a page with every kind of link a reader can click. Every way out leads to `/trap/…`:
// whoever is harmless asks for none of them. The words between the attacks are an ordinary article.
import { html, paragraphs, type SiteRoom, sitePage } from './site-page.ts'

const text = paragraphs('keeping strangers out of the kitchen', 5)

const hostileBody = `<article onclick="fetch('/trap/article-onclick')"><h1>An honest headline</h1>
<script>document.title = 'script ran'; fetch('/trap/inline-script')</script>
<script src="/trap/outer-script.js"></script>
<base href="/trap/base/">
<meta http-equiv="refresh" content="30; url=/trap/meta-refresh">
<meta http-equiv="Set-Cookie" content="trap=1"><link rel="stylesheet" href="/trap/style.css"><link rel="prefetch" href="/trap/prefetch"><link rel="dns-prefetch" href="//trap.invalid">
<style>@import url("/trap/import.css"); body { background: url(/trap/style-element.png) } .x { display: none !important }</style>
${text}
<p style="background:url(/trap/style-attribute.png);position:fixed;inset:0;z-index:9999" onmouseover="fetch('/trap/onmouseover')">A paragraph that wants to cover the screen.</p>
<p><img src="/pictures/does-not-exist.png" onerror="fetch('/trap/onerror')" alt="broken"> <img src="/pictures/ring.png" onload="fetch('/trap/onload')" alt="A ring" usemap="#map"> <img src="javascript:fetch('/trap/image-script')" alt=""></p>
<p><img src="/pictures/hostile.svg" alt="A picture with a script"> <svg width="40" height="40" onload="fetch('/trap/inline-svg-onload')"><script>fetch('/trap/inline-svg-script')</script><a href="javascript:fetch('/trap/inline-svg-link')"><text y="20">svg link</text></a><use href="/trap/use.svg#a"/><animate attributeName="href" values="javascript:fetch('/trap/animate')"/></svg></p>
<p><a href="javascript:fetch('/trap/javascript-link')">javascript link</a> <a href=" jAvA&#x09;script:fetch('/trap/hidden-javascript-link')">hidden javascript link</a> <a href="data:text/html,&lt;script&gt;fetch('/trap/data-link')&lt;/script&gt;">data link</a> <a href="vbscript:x">vbscript link</a>
<a href="/trap/blank" target="_blank">new window</a> <a href="/trap/top" target="_top">top link</a> <a href="/trap/clicked" ping="/trap/ping">ping link</a> <a href="/trap/file.exe" download>download link</a></p>
<form action="/trap/form" method="post"><input name="a" value="1" autofocus onfocus="fetch('/trap/onfocus')"><button>Send form</button><input type="image" src="/trap/input-image.png"><button formaction="/trap/formaction">Send elsewhere</button></form>
<iframe src="/trap/frame" srcdoc="&lt;script&gt;parent.fetch('/trap/srcdoc')&lt;/script&gt;"></iframe><object data="/trap/object"></object><embed src="/trap/embed"><frameset><frame src="/trap/frameset"></frameset><portal src="/trap/portal"></portal>
<video src="/trap/video.mp4" autoplay poster="/pictures/wide-320.png"><track src="/trap/track.vtt" default></video><audio src="/trap/audio.mp3" autoplay></audio><input type="file"><dialog open>Please type your password</dialog>
<map name="map"><area shape="rect" coords="0,0,160,96" href="/trap/area"></map>
<math><mtext><table><mglyph><style><!--</style><img title="--&gt;&lt;img src=/trap/mxss onerror=fetch('/trap/mxss-script')&gt;"></mglyph></table></mtext></math>
<template><script>fetch('/trap/template')</script></template><noscript><p title="</noscript><img src=/trap/noscript onerror=fetch('/trap/noscript-script')>"></noscript>
<details ontoggle="fetch('/trap/ontoggle')" open><summary>More</summary>Nothing more.</details><marquee onstart="fetch('/trap/marquee')">old</marquee>
<form id="clobber"><input name="attributes"><input name="innerHTML"><input name="parentNode"></form><a id="body" name="head" href="/trap/clobber">clobber link</a>
<p>The last paragraph of the hostile page is as harmless as the first, and both belong to the article.</p></article>`

/** Text and address of every link on `/links`, in order: what a test clicks. */
export const linkKinds: readonly { readonly words: string; readonly html: string }[] = [
  { words: 'in-page link', html: '<a href="#far-below">in-page link</a>' },
  { words: 'relative link', html: '<a href="../trap/relative">relative link</a>' },
  { words: 'rooted link', html: '<a href="/trap/rooted">rooted link</a>' },
  { words: 'absolute link', html: '<a href="http://127.0.0.1:9/trap/absolute">absolute link</a>' },
  { words: 'series link', html: '<a href="/blog/small-structures-2-bit-set/#counting">series link</a>' },
  { words: 'protocol-relative link', html: '<a href="//127.0.0.1:9/trap/protocol-relative">protocol-relative link</a>' },
  { words: 'query link', html: '<a href="?trap=query">query link</a>' },
  { words: 'empty link', html: '<a href="">empty link</a>' },
  { words: 'mail link', html: '<a href="mailto:ida@example.org">mail link</a>' },
  { words: 'phone link', html: '<a href="tel:+491234567">phone link</a>' },
  { words: 'script link', html: '<a href="javascript:location=\'/trap/script\'">script link</a>' },
  { words: 'data link', html: '<a href="data:text/html,trap">data link</a>' },
  { words: 'file link', html: '<a href="file:///etc/hostname">file link</a>' },
  { words: 'own-scheme link', html: '<a href="carrel://save?url=trap">own-scheme link</a>' },
  { words: 'new-window link', html: '<a href="/trap/blank" target="_blank" rel="opener">new-window link</a>' },
  { words: 'top link', html: '<a href="/trap/top" target="_top">top link</a>' },
  { words: 'parent link', html: '<a href="/trap/parent" target="_parent">parent link</a>' },
  { words: 'download link', html: '<a href="/trap/download.zip" download>download link</a>' },
  { words: 'ping link', html: '<a href="/trap/pinged" ping="/trap/ping">ping link</a>' },
  { words: 'picture link', html: '<a href="/trap/picture"><img src="/pictures/ring.png" width="160" height="96" alt="picture link"></a>' },
  {
    words: 'area link',
    html: '<img src="/pictures/bits.png" width="160" height="96" usemap="#areas" alt="map of areas"><map name="areas"><area shape="default" href="/trap/area" alt="area link"></map>',
  },
  { words: 'form button', html: '<form action="/trap/form"><button>form button</button></form>' },
  { words: 'svg link', html: '<svg width="120" height="24"><a href="/trap/svg"><text x="4" y="16">svg link</text></a></svg>' },
]

const linksBody = `<article><h1>Every kind of link</h1>${paragraphs('links and where they lead', 2)}<ul>${linkKinds
  .map(({ html: link }) => `<li>Here is one of them: ${link}, and then the sentence goes on.</li>`)
  .join(
    '\n',
  )}</ul>${paragraphs('links and where they lead', 4)}<h2 id="far-below">Far below</h2>${paragraphs('what is at the end', 3)}</article>`

export const hostileRoom: SiteRoom = {
  '/hostile': sitePage({ title: 'An honest headline', body: hostileBody }),
  '/links': sitePage({ title: 'Every kind of link', body: linksBody }),
  '/links/': sitePage({ title: 'Every kind of link', body: linksBody }),
}

/** What every address under `/trap/` answers: something that would be noticed. */
export const trapAnswer = html('<!doctype html><title>Trapped</title><h1>You left the article.</h1>')
