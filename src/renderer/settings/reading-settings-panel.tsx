// How every article is set, with a few lines to see it on.
import type { ItemActions } from '../client/item-actions.ts'
import { readingVariables } from '../type/reading-variables.ts'
import { ThemeChoiceRow } from '../type/theme-choice-row.tsx'
import { TypeControls } from '../type/type-controls.tsx'
import { useReadingSettings } from '../type/use-reading-settings.ts'

export function ReadingSettingsPanel({ actions }: { readonly actions: ItemActions }) {
  const { reading, theme, change, setTheme, reset } = useReadingSettings(actions.attempt)
  return (
    <div className="reading-settings">
      <section aria-label="Type and theme" className="dials">
        <TypeControls reading={reading} onChange={change} canHyphenate />
        <hr />
        <ThemeChoiceRow theme={theme} onChoose={setTheme} />
        <p className="do">
          <button type="button" className="btn sm" onClick={reset}>
            Reset
          </button>
          <span className="quiet">Face, dials and switches as Carrel came.</span>
        </p>
      </section>
      <div
        className={`specimen${reading.hyphenate ? ' hyphens' : ''}${reading.wrapCode ? ' wraps' : ''}`}
        style={readingVariables(reading)}
        lang="en"
        aria-hidden="true"
      >
        <p>
          A carrel is the small desk in a library where you are left alone with what you chose to read. Nobody asks what for, and nobody
          counts the pages. The lamp is yours until the doors close.
        </p>
        <pre>{'def lamp(desk):\n    return desk.light if desk.reader else None  # somebody is still reading here'}</pre>
        <p>Pack my box with five dozen liquor jugs: 0123456789, “quoted”, naïve café, Ελληνικά, Кириллица.</p>
      </div>
    </div>
  )
}
