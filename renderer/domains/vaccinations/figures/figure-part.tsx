import { useId, type ReactElement, type ReactNode } from 'react'

interface Props {
  readonly title: string
  readonly action: ReactNode
  readonly children: ReactNode
}

/** A table with its heading, and what can be done with it. */
export function FigurePart({ title, action, children }: Props): ReactElement {
  const titleId = useId()
  return (
    <section className="figure-part" aria-labelledby={titleId}>
      <div className="figure-part__head"><h2 id={titleId} className="panel__title">{title}</h2>{action}</div>
      {children}
    </section>
  )
}
