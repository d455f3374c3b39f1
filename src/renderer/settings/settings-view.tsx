// Settings: one section at a time. These settings belong to this library and are the same in every window and on the command line.
import type { ReactNode } from 'react'
import type { Settings } from '../../shared/settings.ts'
import type { ItemActions } from '../client/item-actions.ts'
import { useCall, useClient } from '../client/use-call.ts'
import { useKeys } from '../design/use-keys.ts'
import { ErrorNotice } from '../failure/failure-notice.tsx'
import type { SettingsSection } from '../routes.ts'
import { AboutPanel } from './about-panel.tsx'
import { DoctorPanel } from './doctor-panel.tsx'
import { GeneralPanel } from './general-panel.tsx'
import { KeysPanel } from './keys-panel.tsx'
import { NetworkPanel } from './network-panel.tsx'
import { ReadingSettingsPanel } from './reading-settings-panel.tsx'
import { RepairPanel } from './repair-panel.tsx'
import type { SettingsPanelProps } from './settings-panel-props.ts'
import { settingsSections } from './settings-sections.ts'
import { StoragePanel } from './storage-panel.tsx'
import './settings.css'

type Props = { readonly section: SettingsSection; readonly actions: ItemActions; readonly onLeave: () => void }

const ledes: Readonly<Record<SettingsSection, string>> = {
  general: 'These settings belong to this library and are the same in every window and on the command line.',
  reading: 'How every article is set. The same dials stand behind Aa while you read.',
  keys: 'Every key, and the place to choose another. A single key never acts while you type.',
  storage: 'What the library weighs, and a way to make it lighter.',
  network: 'Reading contacts nobody. Only saving and refreshing do, and whom they contacted is listed here.',
  diagnostics: 'Everything Carrel needs from this machine, checked when you ask.',
  about: 'An offline reader: a small desk where you are left alone with what you chose to read.',
}

export function SettingsView({ section, actions, onLeave }: Props) {
  const client = useClient()
  const settings = useCall('settings.get', {})
  const change = (changes: Partial<Settings>) => actions.attempt(() => client.call('settings.change', changes))
  useKeys([{ keys: 'Escape', says: 'Back to the library', group: 'The window', run: onLeave }])

  const panel = (given: SettingsPanelProps): ReactNode => {
    switch (section) {
      case 'general':
        return <GeneralPanel {...given} />
      case 'reading':
        return <ReadingSettingsPanel actions={actions} />
      case 'keys':
        return <KeysPanel {...given} />
      case 'storage':
        return <StoragePanel {...given} />
      case 'network':
        return <NetworkPanel {...given} />
      case 'diagnostics':
        return (
          <>
            <DoctorPanel />
            <RepairPanel />
          </>
        )
      case 'about':
        return <AboutPanel />
    }
  }
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls, so the keyboard must reach it
    <main className="page scrolls" id="page" tabIndex={0}>
      <div className="settings">
        <div>
          <h1>{settingsSections.find(({ name }) => name === section)?.title}</h1>
          <p className="lede">{ledes[section]}</p>
          {settings.error === null ? null : <ErrorNotice error={settings.error} onAgain={() => void settings.refetch()} />}
          {settings.data === undefined ? null : panel({ now: settings.data, change, actions })}
        </div>
      </div>
    </main>
  )
}
