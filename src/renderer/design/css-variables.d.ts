// Our measures cross from React to the style sheets as custom properties (`--min`, `--read`, `--done`).
import 'react'

declare module 'react' {
  interface CSSProperties {
    readonly [variable: `--${string}`]: string | number | undefined
  }
}
