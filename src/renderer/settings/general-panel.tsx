// How the window looks, how much is fetched at once, and whether Carrel opens with the system.
import { Gauge, Palette, Pause, Power, Rows3 } from 'lucide-react'
import { useCall, useClient } from '../client/use-call.ts'
import { Choice } from '../design/choice.tsx'
import { ThemeChoiceRow } from '../type/theme-choice-row.tsx'
import { useReadingSettings } from '../type/use-reading-settings.ts'
import { SettingRow } from './setting-row.tsx'
import type { SettingsPanelProps } from './settings-panel-props.ts'
import { withNow } from './with-now.ts'

const jobs = ['1', '2', '4', '6', '8', '12', '16'] as const

export function GeneralPanel({ now, change, actions }: SettingsPanelProps) {
  const client = useClient()
  const { theme, setTheme } = useReadingSettings(actions.attempt)
  const can = useCall('window.can', {}).data
  return (
    <>
      <ul className="set">
        <SettingRow icon={Palette} name="Theme" says="Of the window and of what you read in it">
          <ThemeChoiceRow theme={theme} onChoose={setTheme} />
        </SettingRow>
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
      </ul>
      <h2>Saving</h2>
      <ul className="set">
        <SettingRow icon={Gauge} name="Pages at once" says="How many pages are fetched at the same time; each site still has its turn">
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
      </ul>
      <h2>Starting</h2>
      <ul className="set">
        <SettingRow
          icon={Power}
          name="Open with the system"
          says={
            can === undefined || can.openAtLogin
              ? 'Carrel’s window opens when you log in; off until you say so'
              : 'Only the program with a window of its own can do this; here Carrel is open in a browser'
          }
        >
          <input
            type="checkbox"
            className="switch"
            aria-label="Open with the system"
            disabled={can?.openAtLogin !== true}
            checked={now.openAtLogin}
            onChange={(event) => change({ openAtLogin: event.target.checked })}
          />
        </SettingRow>
      </ul>
    </>
  )
}
