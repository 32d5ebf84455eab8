import { useId, type ReactElement, type ReactNode } from 'react'
import { useFallenFocus } from './use-fallen-focus.ts'
import './screen.css'

interface Props {
  readonly title: string
  readonly intro?: ReactNode
  /** What can be done with the screen as a whole. */
  readonly actions?: ReactNode
  /** Figures and editors take more room than text. */
  readonly isWide?: boolean
  /** What fills the window and scrolls within itself takes all of it. */
  readonly isFull?: boolean
  /** Takes the focus whenever what had it goes away: for screens whose buttons vanish with what they do. */
  readonly holdsFocus?: boolean
  readonly children: ReactNode
}

/** The frame of a screen beside the cases: its heading, what it is for, and room for what it shows. */
export function Screen({ title, intro, actions, isWide = false, isFull = false, holdsFocus = false, children }: Props): ReactElement {
  const headingId = useId()
  const frame = useFallenFocus<HTMLElement>(holdsFocus)
  return (
    <section ref={frame} className={`screen${isWide ? ' screen--wide' : ''}${isFull ? ' screen--full' : ''}`} aria-labelledby={headingId} tabIndex={-1}>
      <header className="screen__head">
        <div>
          <h1 id={headingId} className="screen__title">{title}</h1>
          {intro && <div className="screen__intro">{intro}</div>}
        </div>
        {actions && <div className="row">{actions}</div>}
      </header>
      {children}
    </section>
  )
}
