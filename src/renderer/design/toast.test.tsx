// @vitest-environment jsdom
import { act } from 'react'
import { createRoot } from 'react-dom/client'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { createKeyMap } from './key-map.ts'
import { Toast, type ToastWords } from './toast.tsx'
import { KeysProvider } from './use-keys.ts'

beforeEach(() => {
  vi.useFakeTimers()
  Object.assign(globalThis, { IS_REACT_ACT_ENVIRONMENT: true })
})
afterEach(() => {
  vi.useRealTimers()
})

function shown() {
  const root = createRoot(document.body.appendChild(document.createElement('div')))
  const keys = createKeyMap()
  const gone = vi.fn()
  const show = (toast: ToastWords | null) =>
    act(() =>
      root.render(
        <KeysProvider value={keys}>
          <Toast toast={toast} onGone={gone} />
        </KeysProvider>,
      ),
    )
  return { show, gone, wait: (ms: number) => act(() => vi.advanceTimersByTime(ms)) }
}

test('a toast stays under the pointer; the one after it was dismissed goes by itself', () => {
  const { show, gone, wait } = shown()
  show({ words: 'Archived' })
  act(() => {
    document.querySelector('.toast')?.dispatchEvent(new MouseEvent('mouseover', { bubbles: true }))
  })
  wait(20_000)
  expect(gone).not.toHaveBeenCalled()
  show(null)
  show({ words: 'Deleted' })
  wait(20_000)
  expect(gone).toHaveBeenCalledOnce()
})
