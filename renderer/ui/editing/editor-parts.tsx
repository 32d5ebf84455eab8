import type { ReactElement, ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '../button.tsx'
import { Icon } from '../icon.tsx'
import './editing.css'

interface Props<Name extends string> {
  /** What the list of parts is called. */
  readonly label: string
  readonly names: readonly Name[]
  readonly title: (name: Name) => string
  /** How many problems each part has. */
  readonly counts: ReadonlyMap<Name, number>
  readonly onGo: (name: Name) => void
  readonly children: (name: Name) => ReactNode
}

/** All parts of what is edited one below the other, with a list beside them that leads to each. */
export function EditorParts<Name extends string>({ label, names, title, counts, onGo, children }: Props<Name>): ReactElement {
  return (
    <div className="editor__columns">
      <nav className="editor__nav" aria-label={label}>
        <ul>
          {names.map(name => (
            <li key={name}>
              <button type="button" className="editor__link" onClick={() => onGo(name)}>
                <span>{title(name)}</span>
                <MissingCount count={counts.get(name) ?? 0} />
              </button>
            </li>
          ))}
        </ul>
      </nav>
      <div className="editor__parts">
        {names.map(name => (
          <section key={name} className="panel" aria-labelledby={`part-${name}`}>
            <h2 id={`part-${name}`} tabIndex={-1} className="panel__title">{title(name)}</h2>
            {children(name)}
          </section>
        ))}
      </div>
    </div>
  )
}

function MissingCount({ count }: { readonly count: number }): ReactElement | null {
  const { t } = useTranslation()
  if (count === 0) return null
  return <span className="badge"><span aria-hidden="true">{count}</span><span className="sr-only">{t('editing.missingCount', { count })}</span></span>
}

/** What keeps it from being published, by part; each leads there. */
export function MissingNotice<Name extends string>({ names, title, counts, onGo, children }: Omit<Props<Name>, 'label' | 'children'> & { readonly children: ReactNode }): ReactElement {
  return (
    <div className="problem" role="alert">
      <Icon name="warning" />
      <div className="problem__text">
        <p className="problem__title">{children}</p>
        <ul className="row">
          {names.filter(name => counts.has(name)).map(name => (
            <li key={name}><Button kind="quiet" onPress={() => onGo(name)}>{`${title(name)} (${counts.get(name) ?? 0})`}</Button></li>
          ))}
        </ul>
      </div>
    </div>
  )
}

/** How many of the problems belong to each part. */
export const countsOf = <Problem, Name extends string>(problems: readonly Problem[], partOf: (problem: Problem) => Name): ReadonlyMap<Name, number> =>
  new Map([...Map.groupBy(problems, partOf)].map(([name, found]) => [name, found.length]))
