// A recording's own file: nobody describes it, so it is called by its name.
import { decoded } from '../../../shared/address/decoded.ts'
import type { Provider } from '../provider.ts'

export const videoFile: Provider = (link) => [{ main: true, read: async () => ({ title: fileName(link.url) }) }]

function fileName(address: string): string {
  return decoded(new URL(address).pathname.split('/').at(-1) ?? '')
}
