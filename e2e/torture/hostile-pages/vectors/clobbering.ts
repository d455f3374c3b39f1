// Names that take the place of something a script asks for by name: of the window, of the document, of a form, of our own screens.
import { crossed, type VectorClass } from '../vector.ts'

const names =
  `__proto__ constructor prototype hasOwnProperty toString valueOf then attributes body head cookie location parent parentNode top self opener name
  children childNodes firstChild innerHTML outerHTML textContent nodeName nodeType ownerDocument getElementById createElement querySelector
  querySelectorAll getElementsByTagName defaultView documentElement activeElement forms images links scripts all adoptNode removeChild
  removeAttributeNode setAttribute getAttribute hasAttribute remove append cloneNode submit acceptCharset namespaceURI isConnected implementation
  currentScript fonts styleSheets CSS highlights history navigator document window globalThis carrel root page leaf article note toasts client
  fn-1 fnref-1 p- p-p- data-theme`.split(/\s+/)

export const clobbering: readonly VectorClass[] = [
  {
    name: 'names that take a place',
    recipes: crossed(
      names,
      [
        '<a id="@" name="@" href="GET">x</a><h2 id="@">x</h2>',
        '<form id="@" name="@" onclick=RUN><input name="@"><input id="@"><button name="@">x</button></form>',
        '<img name="@" id="@" src="/pictures/ring.png" alt=x onload=RUN><object id="@" name="@"></object><embed name="@">',
        '<a href="#@">x</a><p id="@">x</p><p id="@">y</p><iframe name="@"></iframe><label for="@">x</label>',
      ],
      (name, form) => form.replaceAll('@', name),
    ),
  },
  {
    name: 'names and places that are odd',
    recipes: [
      '<h2 id="javascript:RUN">x</h2><a href="#javascript:RUN">x</a>',
      '<h2 id="a b\tc\nd">x</h2><a href="#a b\tc\nd">x</a>',
      '<h2 id="&quot;><img src=x onerror=RUN>">x</h2><a href="#&quot;><img src=x onerror=RUN>">x</a>',
      '<h2 id="%00%ff%">x</h2><a href="#%00%ff%">x</a><a href="#%">x</a><a href="#">x</a>',
      '<p id="fn-1">x</p><p id="fnref-1-2">x</p><p id="fn-99999999999999999999">x</p><a href="#fn-1">1</a>',
      '<p id="p-x">x</p><p id="x">y</p><a href="#x">z</a><a href="#p-x">z</a>',
      '<h2 id="\u202egnp.exe">x</h2><a href="#\u202egnp.exe">x</a>',
      '<h2 id="]"></h2><h2 id="\\">x</h2><h2 id="\'">x</h2><h2 id="\u0024{RUN}">x</h2><h2 id="{{RUN}}">x</h2>',
      '<code class="language-x language-y onclick=RUN language-__proto__">x</code><pre class="language-constructor" data-language="&quot;onclick=RUN">x</pre>',
      '<pre><code class="language-\u202ex hljs lang-javascript:RUN" data-lang="<img src=x onerror=RUN>">x</code></pre>',
      '<sup><a href="#fn:&quot;><img src=x onerror=RUN>">1</a></sup><ol><li id="fn:&quot;><img src=x onerror=RUN>">x <a href="#fnref:1">↩</a></ol>',
      '<span data-carrel-formula="__proto__">x</span><span data-carrel-formula="0">x</span><span data-carrel-formula="99">x</span>',
      '<img data-carrel-image="0" src="x" alt=x><img data-carrel-image="__proto__" alt=x><p data-carrel-embed="javascript:RUN">x</p>',
      '<img src="carrel-asset:0000000000000000-0" alt=x><img src="asset/0000000000000000000000000000000000000000000000000000000000000000" alt=x>',
      '<img src="asset/../../../call/item.list" alt=x><a href="asset/x">x</a><a href="carrel-asset:x">x</a>',
      '<article class="article"><h2>x</h2></article></article><div class="leaf dialog toast">x</div>',
      '<p role=dialog aria-modal=true aria-live=assertive aria-label="Carrel">x</p><p role=alert>x</p><p role=button tabindex=0>x</p>',
      '<table border="expression(RUN)" width="99999999" height="-1"><td colspan="99999999" rowspan="99999999" scope="x">x</table>',
      '<img width="99999999999" height="-9" alt="x" src="/pictures/ring.png"><ol start="99999999999999999999"><li value="-99999999999999999">x</ol>',
    ],
  },
]
