import { useId, type ReactElement, type ReactNode } from 'react'

/** A table with its heading and the sentence on what it means for whoever plans. */
export function StatisticsPart({ title, meaning, children }: { readonly title: string; readonly meaning: string; readonly children: ReactNode }): ReactElement {
  const titleId = useId()
  return (
    <section className="hours__part" aria-labelledby={titleId}>
      <h2 id={titleId} className="panel__title">{title}</h2>
      <p className="statistics__meaning">{meaning}</p>
      {children}
    </section>
  )
}
