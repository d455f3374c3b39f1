// The first screen anybody sees: one drawing, one sentence that names the first step, the field that does it, and the welcome article.
import { BookOpen, ClipboardPaste, FileInput } from 'lucide-react'
import { useRef, useState } from 'react'
import { useClient } from '../client/use-call.ts'
import { Icon } from '../design/icon.tsx'
import { KeysShown } from '../design/keys-shown.tsx'
import type { LibraryFrame } from './library-page.tsx'
import './library.css'
import './first-run.css'

export function FirstRun({ frame }: { readonly frame: LibraryFrame }) {
  const client = useClient()
  const [text, setText] = useState('')
  /** Typed here, sign by sign; what is dropped into the field is not. */
  const byHand = useRef(true)
  const welcome = () => frame.actions.attempt(async () => frame.onOpen((await client.call('library.welcome', {})).item))
  return (
    <main className="page" id="page" tabIndex={-1}>
      <div className="first-run scrolls">
        <svg className="scene" viewBox="0 0 320 168" aria-hidden="true">
          <g fill="none" stroke="currentColor" strokeWidth="1.75" strokeLinecap="round" strokeLinejoin="round">
            <path className="beam" d="M146 62 L174 62 L236 122 L84 122 Z" />
            <path d="M60 152V26a8 8 0 0 1 8-8h184a8 8 0 0 1 8 8v126" />
            <path d="M48 122h224" />
            <path d="M60 46h200" />
            <path d="M78 46V27M86 46V24M95 46V29M103 46l5-19" />
            <path d="M160 46v6m-14 10c0-6 6-10 14-10s14 4 14 10z" />
            <path className="book" d="M160 117c-10-9-26-11-40-7v-20c14-4 30-2 40 8c10-10 26-12 40-8v20c-14-4-30-2-40 7zM160 98v19" />
          </g>
        </svg>
        <h1>Paste the first thing you mean to read.</h1>
        <p className="lede">
          A link, a list of links, or the whole comment somebody wrote you. Carrel keeps a clean, complete copy on this machine, and from
          then on you need no network.
        </p>
        <form
          className="field paste"
          onSubmit={(event) => {
            event.preventDefault()
            if (text.trim() !== '') frame.onAdd(text, byHand.current)
          }}
        >
          <label className="sr" htmlFor="first-link">
            Links or text
          </label>
          <input
            id="first-link"
            // biome-ignore lint/a11y/noAutofocus: it is the only thing to do here, and the drawing says so
            autoFocus
            autoComplete="off"
            spellCheck={false}
            placeholder="Paste links or text"
            value={text}
            onChange={(event) => setText(event.target.value)}
            onDrop={() => {
              byHand.current = false
            }}
            onPaste={(event) => {
              const pasted = event.clipboardData.getData('text/plain')
              if (pasted.trim() === '') return
              event.preventDefault()
              const html = event.clipboardData.getData('text/html')
              frame.onAdd(text + pasted, false, text === '' ? { html } : {})
            }}
          />
          <KeysShown keys="Mod+V" />
        </form>
        <ul className="ways">
          <li>
            <button type="button" onClick={welcome}>
              <Icon of={BookOpen} />
              <span>
                <b>Read the welcome</b>A few minutes, already here, shows every mark
              </span>
            </button>
          </li>
          <li>
            <Icon of={ClipboardPaste} />
            <span>
              <b>Paste anywhere</b>In every screen of this window; you see what was understood before anything is fetched
            </span>
          </li>
          <li>
            <Icon of={FileInput} />
            <span>
              <b>Drop a page you have</b>A saved page (HTML, MHTML), a folder with its pictures, a PDF or a text
            </span>
          </li>
        </ul>
        <p className="foot quiet">
          Everything stays in one folder you can open. No account. The network is touched only when you save or refresh.
        </p>
      </div>
    </main>
  )
}
