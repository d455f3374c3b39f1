// Settings: how it looks, how much is fetched at once, what the library weighs, and whether everything works.
import { Gauge, HardDrive, Palette, Pause, Rows3 } from 'lucide-react'
import type { Settings } from '../../shared/settings.ts'
import type { ItemActions } from '../client/item-actions.ts'
import { useCall, useClient } from '../client/use-call.ts'
import { bytes } from '../design/amounts.ts'
import { Choice } from '../design/choice.tsx'
import { useKeys } from '../design/use-keys.ts'
import { ErrorNotice } from '../failure/failure-notice.tsx'
import { DoctorPanel } from './doctor-panel.tsx'
import { SettingRow } from './setting-row.tsx'
import { StoragePanel } from './storage-panel.tsx'
import { ThemeRow } from './theme-row.tsx'
import './settings.css'

const jobs = ['1', '2', '4', '6', '8', '12', '16'] as const
const limits = [2, 5, 10, 20, 50, 100, 200].map((gigabytes) => String(gigabytes * 1_000_000_000))

export function SettingsView({ actions, onLeave }: { readonly actions: ItemActions; readonly onLeave: () => void }) {
  const client = useClient()
  const settings = useCall('settings.get', {})
  const change = (changes: Partial<Settings>) => actions.attempt(() => client.call('settings.change', changes))
  useKeys([{ keys: 'Escape', says: 'Back to the library', group: 'The window', run: onLeave }])

  const now = settings.data
  return (
    <main className="page" id="page" tabIndex={-1}>
      <div className="settings scrolls">
        <div>
          <h1>Settings</h1>
          <p className="lede">They belong to this library and are the same in every window and on the command line.</p>
          {settings.error === null ? null : <ErrorNotice error={settings.error} onAgain={() => void settings.refetch()} />}
          {now === undefined ? null : (
            <>
              <ul className="set">
                <ThemeRow icon={Palette} theme={now.theme} onChoose={(theme) => change({ theme })} />
                <SettingRow icon={Rows3} name="Density" says="How high a row of the library is">
                  <Choice
                    name="Density"
                    look="field"
                    value={now.density}
                    options={[
                      { value: 'comfortable', label: 'Comfortable' },
                      { value: 'compact', label: 'Compact' },
                    ]}
                    onChoose={(density) => change({ density })}
                  />
                </SettingRow>
                <SettingRow
                  icon={Gauge}
                  name="Pages at once"
                  says="How many pages are fetched at the same time; each site still has its turn"
                >
                  <Choice
                    name="Pages at once"
                    look="field"
                    value={String(now.jobsAtOnce)}
                    options={withNow(jobs, String(now.jobsAtOnce)).map((value) => ({ value, label: value }))}
                    onChoose={(value) => change({ jobsAtOnce: Number(value) })}
                  />
                </SettingRow>
                <SettingRow icon={Pause} name="Pause saving" says="Links are still taken; nothing is fetched until you go on">
                  <input
                    type="checkbox"
                    className="switch"
                    aria-label="Pause saving"
                    checked={now.paused}
                    onChange={(event) => {
                      const { checked } = event.target
                      actions.attempt(() => client.call('job.pause', { paused: checked }))
                    }}
                  />
                </SettingRow>
                <SettingRow icon={HardDrive} name="Size limit" says="Earlier copies go first; then it is said, before the disk is full">
                  <Choice
                    name="Size limit"
                    look="field"
                    value={String(now.maxBytes)}
                    options={withNow(limits, String(now.maxBytes)).map((value) => ({ value, label: bytes(Number(value)) }))}
                    onChoose={(value) => change({ maxBytes: Number(value) })}
                  />
                </SettingRow>
              </ul>
              <StoragePanel actions={actions} />
              <DoctorPanel />
            </>
          )}
        </div>
      </div>
    </main>
  )
}

/** The usual values, and the one that is set now if it is another. */
function withNow(values: readonly string[], now: string): readonly string[] {
  return values.includes(now) ? values : [...values, now].sort((a, b) => Number(a) - Number(b))
}
