import type { ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import type { TimelineEntry } from '../../../shared/wire/people.ts'
import { IconButton } from '../../ui/button.tsx'
import { formatDay } from '../../ui/format.ts'
import { useLanguage } from '../../ui/use-language.ts'
import { recordOf } from './given-record.ts'
import { useEntryWords } from './use-entry-words.ts'

/** Leads to the record of an entry where there is a way to it. */
export interface WayToRecords {
  readonly onOpen: (entry: TimelineEntry) => void
  readonly canOpen: (entry: TimelineEntry) => boolean
}

interface Props extends WayToRecords {
  readonly entries: readonly TimelineEntry[]
  /** Puts a record into somebody else's file. */
  readonly onGive?: (entry: TimelineEntry) => void
}

/** What happened between a person and the town, newest first. */
export function Timeline({ entries, ...way }: Props): ReactElement {
  const { t } = useTranslation()
  if (entries.length === 0) return <p>{t('people.nothing')}</p>
  return <ol className="file-timeline">{entries.map(entry => <Entry key={`${entry.table}/${entry.id}`} entry={entry} {...way} />)}</ol>
}

function Entry({ entry, onOpen, canOpen, onGive }: Omit<Props, 'entries'> & { readonly entry: TimelineEntry }): ReactElement {
  const { t } = useTranslation()
  const language = useLanguage()
  const what = useEntryWords()(entry)
  const state = t(`people.states.${entry.state}`, { defaultValue: entry.state })
  const note = entry.how === 'by-hand' ? t('people.byHand') : entry.how === 'same-address' ? t('people.sameAddress') : ''
  return (
    <li className="file-timeline__entry">
      <time className="file-timeline__when" dateTime={entry.at}>{formatDay(entry.at, language)}</time>
      <span className="file-timeline__what">
        <span className="file-timeline__kind">{[t(`people.kinds.${entry.table}`), state, note].filter(Boolean).join(' · ')}</span>
        <span>{entry.title[language]}</span>
        {entry.detail !== '' && <span className="muted">{entry.detail}</span>}
      </span>
      <span className="file-timeline__ways">
        {onGive && recordOf(entry) && <IconButton icon="person" label={t('people.assign.open', { what })} onPress={() => onGive(entry)} />}
        {canOpen(entry) && <IconButton icon="forward" label={t('people.openRecordOf', { what })} onPress={() => onOpen(entry)} />}
      </span>
    </li>
  )
}
