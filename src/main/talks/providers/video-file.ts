// A recording's own file: nobody describes it, so it is called by its name.
import type { Provider } from '../provider.ts'

export const videoFile: Provider = (link) => [{ main: true, read: async () => ({ title: fileName(link.url) }) }]

function fileName(address: string): string {
  const last = new URL(address).pathname.split('/').at(-1) ?? ''
  try {
    return decodeURIComponent(last)
  } catch {
    return last
  }
}
