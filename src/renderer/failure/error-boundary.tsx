// The last net: a screen that broke says so and offers itself again; the rest of the window goes on.
import { Component, type ReactNode } from 'react'
import { ErrorNotice } from './failure-notice.tsx'

type Props = { readonly children: ReactNode }
type State = { readonly error: unknown; readonly broke: boolean }

export class ErrorBoundary extends Component<Props, State> {
  override state: State = { error: null, broke: false }

  static getDerivedStateFromError(error: unknown): State {
    return { error, broke: true }
  }

  override render() {
    if (!this.state.broke) return this.props.children
    return (
      <main className="page broken" id="page" tabIndex={-1}>
        <h1 className="sr">Something went wrong</h1>
        <ErrorNotice error={this.state.error} onAgain={() => this.setState({ error: null, broke: false })} />
      </main>
    )
  }
}
