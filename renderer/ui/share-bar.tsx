import type { ReactElement, ReactNode } from 'react'
import './share-bar.css'

/** A value as a bar with its words beside it: whoever does not see the bar misses nothing. */
export function ShareBar({ percent, children }: { readonly percent: number; readonly children: ReactNode }): ReactElement {
  return (
    <span className="share">
      <span className="share__track" aria-hidden="true"><span className="share__fill" style={{ inlineSize: `${Math.min(100, percent)}%` }} /></span>
      <span>{children}</span>
    </span>
  )
}
