// Windows are the desktop door's; where there are none, the answer says so and the browser's tab is the way.
import type { HandlersFor } from './handler.ts'
import type { Rooms } from './rooms.ts'

export function windowHandlers({ tools, openWindow, opensAtLogin }: Rooms): HandlersFor<'window'> {
  return {
    'window.can': () => ({ openWindows: openWindow !== undefined, openAtLogin: opensAtLogin }),
    'window.open': async ({ id }) => {
      const { item } = tools.cache.items.get(id)
      return { opened: (await openWindow?.(item.id)) ?? false }
    },
  }
}
