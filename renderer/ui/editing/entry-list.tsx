import type { ReactElement, ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { Button, IconButton } from '../button.tsx'
import { moved } from './moved.ts'
import { ProblemLine } from './problem-line.tsx'

interface Props<Entry> {
  /** What the entries are called, for the buttons: "Gebühr". */
  readonly noun: string
  readonly path: string
  readonly entries: readonly Entry[]
  readonly empty: string
  readonly add: { readonly label: string; readonly entry: () => Entry }
  readonly onChange: (entries: Entry[]) => void
  readonly children: (entry: Entry, index: number, change: (entry: Entry) => void) => ReactNode
}

/** A list that grows, shrinks and is put in order by buttons, so that the keyboard suffices. */
export function EntryList<Entry>({ noun, path, entries, empty, add, onChange, children }: Props<Entry>): ReactElement {
  const { t } = useTranslation()
  const name = (index: number): string => `${noun} ${index + 1}`
  return (
    <>
      <ProblemLine path={path} />
      {entries.length === 0 && <p className="muted">{empty}</p>}
      <ol className="entries">
        {entries.map((entry, index) => (
          <li key={index} className="entry">
            <div className="entry__fields">{children(entry, index, next => onChange(entries.map((one, place) => (place === index ? next : one))))}</div>
            <div className="entry__buttons">
              <IconButton icon="up" label={t('editing.moveUp', { what: name(index) })} isDisabled={index === 0} onPress={() => onChange(moved(entries, index, -1))} />
              <IconButton icon="down" label={t('editing.moveDown', { what: name(index) })} isDisabled={index === entries.length - 1} onPress={() => onChange(moved(entries, index, 1))} />
              <IconButton icon="trash" label={t('common.remove', { what: name(index) })} onPress={() => onChange(entries.filter((_, place) => place !== index))} />
            </div>
          </li>
        ))}
      </ol>
      <div><Button icon="plus" onPress={() => onChange([...entries, add.entry()])}>{add.label}</Button></div>
    </>
  )
}
