// Calls about preferences.
import type { HandlersFor } from './handler.ts'
import type { Rooms } from './rooms.ts'

export function settingsHandlers({ tools, queue }: Rooms): HandlersFor<'settings'> {
  return {
    'settings.get': () => tools.cache.settings.get(),
    'settings.change': (changes) => {
      const settings = tools.cache.settings.change(changes)
      if (changes.proxy !== undefined) tools.network.changeProxy(settings.proxy)
      queue.wake()
      return settings
    },
  }
}
