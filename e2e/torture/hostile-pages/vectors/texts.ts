// What stands where a page says something of itself (title, author, site …): text that some place would take for markup, a script, an address
// or an order to a terminal.

/** Signs no line shown to a reader may carry: controls, escapes to a terminal, marks that turn a line of text around. */
export const forbiddenSigns = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]/

/** `RUN` and `GET` as in a recipe. */
export const hostileTexts: readonly string[] = [
  '</title><script>RUN</script>',
  '<img src=x onerror=RUN>',
  '"><img src=x onerror=RUN>',
  "'><svg onload=RUN>",
  '" onmouseover="RUN" x="',
  'javascript:RUN',
  'data:text/html,<script>RUN</script>',
  '[click](javascript:RUN)',
  '![picture](GET)',
  '<a href="javascript:RUN">x</a>',
  '\u0024{RUN}{{RUN}}<%=RUN%>',
  '</script><script>RUN</script>',
  '--><img src=x onerror=RUN>',
  ']]><img src=x onerror=RUN>',
  '&lt;img src=x onerror=RUN&gt;',
  '&amp;lt;script&amp;gt;RUN&amp;lt;/script&amp;gt;',
  '\u001b]0;trapped\u0007\u001b[2J\u001b[31mred',
  '\u001b]52;c;dHJhcA==\u0007clipboard',
  '\u001b]8;;http://127.0.0.1:9/trap\u001b\\link\u001b]8;;\u001b\\',
  '\u009b31mred\u009d0;trapped\u009c',
  '&#27;[2J&#x1b;]0;trapped&#7;',
  'before \u202egpj.exe\u202c after',
  '\u2067turned\u2066around',
  'one\r\ntwo\u2028three\u0000four\u0008\u007f',
  '\u0002marked\u0003 \u0002\u0002',
  '__proto__',
]
