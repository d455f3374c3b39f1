// The Aa panel: how every article is set, live. Chosen is kept with the library (type/use-reading-settings.ts).
import { ALargeSmall } from 'lucide-react'
import { useEffect, useId, useRef } from 'react'
import { Icon } from '../design/icon.tsx'
import { ThemeChoiceRow } from '../type/theme-choice-row.tsx'
import { TypeControls } from '../type/type-controls.tsx'
import type { ReadingSettings } from '../type/use-reading-settings.ts'

type Props = { readonly settings: ReadingSettings; readonly canHyphenate: boolean }

export function ReadingPanel({ settings, canHyphenate }: Props) {
  const id = useId()
  const panel = useRef<HTMLElement>(null)
  // A press inside the article is a press elsewhere, but the window hears of it only as losing the focus to the frame.
  useEffect(() => {
    const leave = () => {
      if (document.activeElement instanceof HTMLIFrameElement) panel.current?.hidePopover()
    }
    addEventListener('blur', leave)
    return () => removeEventListener('blur', leave)
  }, [])
  return (
    <>
      <button type="button" className="tool" aria-label="Type and theme" title="Type and theme" popoverTarget={id}>
        <Icon of={ALargeSmall} />
      </button>
      <section
        ref={panel}
        id={id}
        popover="auto"
        role="dialog"
        aria-label="Type and theme"
        className="pop aa scrolls"
        onToggle={(event) => {
          if (event.newState === 'open') panel.current?.querySelector<HTMLElement>('input:checked')?.focus()
        }}
      >
        <TypeControls reading={settings.reading} onChange={settings.change} canHyphenate={canHyphenate} />
        <hr />
        <ThemeChoiceRow theme={settings.theme} onChoose={settings.setTheme} />
        <div className="aa-foot">
          <span className="quiet">For every article</span>
          <button type="button" className="link" onClick={settings.reset}>
            Reset
          </button>
        </div>
      </section>
    </>
  )
}
