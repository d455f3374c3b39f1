// Writes the theme on <html>. "system" is worked out here, because the tokens know five themes and no media query.

export type ThemeChoice = 'system' | 'light' | 'sepia' | 'grey' | 'dark' | 'black'
export type ThemeName = Exclude<ThemeChoice, 'system'>

const names: readonly ThemeName[] = ['light', 'sepia', 'grey', 'dark', 'black']
const remembered = 'carrel.theme'

/** The theme to draw: the chosen one, or the system's. */
export function themeToDraw(choice: ThemeChoice, systemIsDark: boolean): ThemeName {
  return choice === 'system' ? (systemIsDark ? 'dark' : 'light') : choice
}

/**
 * Draws `choice` now and again whenever the system changes its mind; it is remembered in this window, so that the next start
 * opens in it before the settings have been asked for. Answers how to stop following the system.
 */
export function drawTheme(choice: ThemeChoice): () => void {
  const system = matchMedia('(prefers-color-scheme: dark)')
  const draw = () => {
    document.documentElement.dataset.theme = themeToDraw(choice, system.matches)
  }
  draw()
  try {
    localStorage.setItem(remembered, choice)
  } catch {
    // No storage here (a private window): the settings bring the theme a moment later.
  }
  system.addEventListener('change', draw)
  return () => system.removeEventListener('change', draw)
}

/** The theme this window had last, for the moment before the settings are here. */
export function rememberedTheme(): ThemeChoice {
  try {
    const kept = localStorage.getItem(remembered)
    return names.find((name) => name === kept) ?? 'system'
  } catch {
    return 'system'
  }
}
