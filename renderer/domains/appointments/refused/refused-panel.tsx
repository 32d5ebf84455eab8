import type { ReactElement } from 'react'
import { Button } from '../../../ui/button.tsx'
import { Icon } from '../../../ui/icon.tsx'
import { useKeptFocus } from '../counter/use-kept-focus.ts'
import './refused.css'

/** Something the service would not do, with what can be decided about it. */
export interface RefusedEntry {
  readonly id: string
  readonly what: string
  readonly happened: string
  /** How it is now, and what helps. */
  readonly stands: string
  readonly leave: Act
  readonly goOn: Act | undefined
}

interface Act {
  readonly label: string
  readonly run: () => void
}

/** What the service refused, at once or hours later: told where people work, until somebody has decided on it. */
export function RefusedPanel({ title, entries }: { readonly title: string; readonly entries: readonly RefusedEntry[] }): ReactElement {
  const part = useKeptFocus<HTMLDivElement>()
  return (
    <div ref={part} className="refused" aria-live="polite" tabIndex={-1}>
      {entries.length > 0 && (
        <section aria-label={title}>
          {entries.map(entry => <Refused key={entry.id} {...entry} />)}
        </section>
      )}
    </div>
  )
}

function Refused({ what, happened, stands, leave, goOn }: RefusedEntry): ReactElement {
  return (
    <div className="callout refused__one">
      <Icon name="warning" />
      <div className="refused__text">
        <p><strong>{what}</strong> {happened}</p>
        <p>{stands}</p>
      </div>
      <div className="refused__acts">
        <Button onPress={leave.run}>{leave.label}</Button>
        {goOn && <Button kind="primary" onPress={goOn.run}>{goOn.label}</Button>}
      </div>
    </div>
  )
}
