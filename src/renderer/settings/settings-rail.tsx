// The left rail while the settings are shown: the way back, and the sections.
import { ArrowLeft } from 'lucide-react'
import { Icon } from '../design/icon.tsx'
import { KeysShown } from '../design/keys-shown.tsx'
import { hashOf, type SettingsSection } from '../routes.ts'
import { settingsSections } from './settings-sections.ts'
import './settings.css'

type Props = { readonly here: SettingsSection; readonly onLeave: () => void; readonly over: boolean }

export function SettingsRail({ here, onLeave, over }: Props) {
  return (
    <nav className={over ? 'rail over' : 'rail'} aria-label="Settings">
      <button type="button" className="btn lamp-ink to-library" onClick={onLeave}>
        <Icon of={ArrowLeft} />
        Library
        <KeysShown keys="Escape" />
      </button>
      <div className="scroll scrolls">
        <ul>
          {settingsSections.map(({ name, title, icon }) => (
            <li key={name}>
              <a href={hashOf({ screen: 'settings', section: name })} aria-current={here === name ? 'page' : undefined}>
                <Icon of={icon} />
                {title}
              </a>
            </li>
          ))}
        </ul>
      </div>
    </nav>
  )
}
