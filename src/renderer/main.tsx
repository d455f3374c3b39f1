// The window's beginning: theme first, then the door there is, then the screens.
import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import './design/tokens.css'
import './design/fonts.css'
import './design/base.css'
import './design/buttons.css'
import './design/lamp.css'
import './design/overlays.css'
import { App } from './app.tsx'
import { createClient } from './client/client.ts'
import { electronTransport } from './client/electron-transport.ts'
import { openDoorkeeper } from './client/first-answer-first.ts'
import { followEvents } from './client/follow-events.ts'
import { takeGivenAnswers } from './client/given-answers.ts'
import { httpTransport } from './client/http-transport.ts'
import { DoorClosed } from './client/transport.ts'
import { ClientProvider } from './client/use-call.ts'
import { createWindowCommands, WindowCommandsProvider } from './client/window-commands.ts'
import { createKeyMap } from './design/key-map.ts'
import { drawTheme, rememberedTheme } from './design/theme.ts'
import { KeysProvider } from './design/use-keys.ts'
import { askForFirstList } from './library/first-list.ts'

drawTheme(rememberedTheme())()

// The token has become a cookie; it has no business in the address, the history or a screenshot.
if (location.search !== '') history.replaceState(null, '', `${location.pathname}${location.hash}`)

const door = openDoorkeeper(window.carrel === undefined ? httpTransport() : electronTransport(window.carrel))
const client = createClient(door.transport)
const queries = new QueryClient({
  defaultOptions: {
    queries: {
      // Events say when something is no longer true; the window coming to the front does not change a library.
      staleTime: Number.POSITIVE_INFINITY,
      refetchOnWindowFocus: false,
      refetchOnReconnect: false,
      // The core answers or fails for good; only a closed door is worth another knock.
      retry: (count, error) => error instanceof DoorClosed && error.state === 'gone' && count < 2,
      // The library is on this machine: the browser's idea of being offline does not matter.
      networkMode: 'always',
    },
    mutations: { networkMode: 'always' },
  },
})
takeGivenAnswers(queries)
const firstList = askForFirstList(client, queries, location.hash)
if (firstList !== null) door.holdFor(firstList)
followEvents(client, queries)
const commands = createWindowCommands(client)

const root = document.getElementById('root')
if (root === null) throw new Error('the page has no root')
createRoot(root).render(
  <StrictMode>
    <QueryClientProvider client={queries}>
      <ClientProvider value={client}>
        <KeysProvider value={createKeyMap()}>
          <WindowCommandsProvider value={commands}>
            <App />
          </WindowCommandsProvider>
        </KeysProvider>
      </ClientProvider>
    </QueryClientProvider>
  </StrictMode>,
)
