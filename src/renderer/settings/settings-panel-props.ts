// What every section of the settings is given.
import type { Settings } from '../../shared/settings.ts'
import type { ItemActions } from '../client/item-actions.ts'

export type SettingsPanelProps = {
  readonly now: Settings
  readonly change: (changes: Partial<Settings>) => void
  readonly actions: ItemActions
}
