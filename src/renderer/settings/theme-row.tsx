// The theme, as six small sheets of paper.
import type { LucideIcon } from 'lucide-react'
import type { ThemeChoice } from '../design/theme.ts'
import { SettingRow } from './setting-row.tsx'

const themes: readonly { readonly value: ThemeChoice; readonly label: string }[] = [
  { value: 'light', label: 'Light' },
  { value: 'sepia', label: 'Sepia' },
  { value: 'grey', label: 'Grey' },
  { value: 'dark', label: 'Dark' },
  { value: 'black', label: 'Black' },
  { value: 'system', label: 'System' },
]

type Props = { readonly icon: LucideIcon; readonly theme: ThemeChoice; readonly onChoose: (theme: ThemeChoice) => void }

export function ThemeRow({ icon, theme, onChoose }: Props) {
  return (
    <SettingRow icon={icon} name="Theme" says="Of the window and of what you read in it">
      <div className="themes" role="radiogroup" aria-label="Theme">
        {themes.map(({ value, label }) => (
          <label key={value}>
            <input type="radio" name="theme" className="sr" value={value} checked={theme === value} onChange={() => onChoose(value)} />
            <i className={value} data-theme={value === 'system' ? undefined : value} aria-hidden="true">
              a
            </i>
            {label}
          </label>
        ))}
      </div>
    </SettingRow>
  )
}
