// The theme of the window and of what is read in it, as six small sheets of paper.
import { useId } from 'react'
import type { ThemeChoice } from '../design/theme.ts'
import './type.css'

const themes: readonly { readonly value: ThemeChoice; readonly label: string }[] = [
  { value: 'light', label: 'Light' },
  { value: 'sepia', label: 'Sepia' },
  { value: 'grey', label: 'Grey' },
  { value: 'dark', label: 'Dark' },
  { value: 'black', label: 'Black' },
  { value: 'system', label: 'System' },
]

export function ThemeChoiceRow({ theme, onChoose }: { readonly theme: ThemeChoice; readonly onChoose: (theme: ThemeChoice) => void }) {
  const name = useId()
  return (
    <div className="themes" role="radiogroup" aria-label="Theme">
      {themes.map(({ value, label }) => (
        <label key={value}>
          <input type="radio" name={name} className="sr" value={value} checked={theme === value} onChange={() => onChoose(value)} />
          <i className={value} data-theme={value === 'system' ? undefined : value} aria-hidden="true">
            a
          </i>
          {label}
        </label>
      ))}
    </div>
  )
}
