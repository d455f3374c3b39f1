// The colours the system draws for us: the window before its first paint, and the strip with its buttons beside our title bar.
import type { Settings } from '../../shared/settings.ts'

export type WindowColours = { readonly desk: string; readonly ink: string }

// The desk and ink of each theme in src/renderer/design/tokens.css; window-colours.test.ts holds the two together.
const themes: Readonly<Record<Exclude<Settings['theme'], 'system'>, WindowColours>> = {
  light: { desk: '#dfe6e0', ink: '#18201c' },
  sepia: { desk: '#e7d9bc', ink: '#2e2417' },
  grey: { desk: '#2a2e2d', ink: '#e6eae7' },
  dark: { desk: '#0c1210', ink: '#dde5e0' },
  black: { desk: '#000000', ink: '#cfd8d3' },
}

export function windowColours(theme: Settings['theme'], systemIsDark: boolean): WindowColours {
  return themes[theme === 'system' ? (systemIsDark ? 'dark' : 'light') : theme]
}

/** What the system's own parts (title bar, menus, dialogs) and `prefers-color-scheme` follow. */
export function themeSourceOf(theme: Settings['theme']): 'system' | 'light' | 'dark' {
  if (theme === 'system') return 'system'
  return theme === 'light' || theme === 'sepia' ? 'light' : 'dark'
}
