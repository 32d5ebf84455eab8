import type { ReactElement, ReactNode } from 'react'
import './screen.css'

interface Props {
  readonly title: string
  readonly intro?: string
  /** What can be done with the screen as a whole. */
  readonly actions?: ReactNode
  readonly children: ReactNode
}

/** The frame of a screen beside the cases: its heading, what it is for, and room for what it shows. */
export function Screen({ title, intro, actions, children }: Props): ReactElement {
  return (
    <div className="screen">
      <header className="screen__head">
        <div>
          <h1 className="screen__title">{title}</h1>
          {intro && <p className="screen__intro">{intro}</p>}
        </div>
        {actions && <div className="row">{actions}</div>}
      </header>
      {children}
    </div>
  )
}
