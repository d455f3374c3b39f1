// How the journeys and the bench start their Chromium: without the pages it keeps for its own address bar.

// Playwright's own list (chromiumSwitches.ts), which must be said again: of two such arguments Chromium hears the last only.
const offInPlaywright = [
  'AvoidUnnecessaryBeforeUnloadCheckSync',
  'DestroyProfileOnBrowserClose',
  'HttpsUpgrades',
  'HttpsFirstBalancedModeAutoEnable',
  'LensOverlay',
  'MediaRouter',
  'PaintHolding',
  'ThirdPartyStoragePartitioning',
  'AvoidCorsURLLoaderRestartOnRedirect',
  'TcpPortRandomizationWin',
  'OptimizationHints',
  'NetworkTimeServiceQuerying',
  'AimEnabled',
  'PreconnectToSearch',
]

// With every new window Chromium 156 loads two hidden pages that show suggestions under its address bar: 0.7 of the 1.0 seconds of a processor
// a window costs. No window of Electron has an address bar, and no journey types into one.
const pagesOfTheAddressBar = ['WebUIOmniboxPopup', 'WebUIOmniboxAimPopup']

/** @returns {readonly string[]} what every Chromium of the journeys and the bench is started with; as root Chromium has no sandbox */
export function browserArguments() {
  const asRoot = process.platform === 'linux' && process.getuid?.() === 0
  return [`--disable-features=${[...offInPlaywright, ...pagesOfTheAddressBar].join(',')}`, ...(asRoot ? ['--no-sandbox'] : [])]
}
