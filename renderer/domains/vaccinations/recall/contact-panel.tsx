import { useId, useState, type ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import type { RecallContact } from '../../../../shared/domains/vaccinations/tables.ts'
import { fullName } from '../../../../shared/domains/vaccinations/vaccinee.ts'
import { ActionButton, Button, IconButton } from '../../../ui/button.tsx'
import { formatDayAndTime, formatPlainDay } from '../../../ui/format.ts'
import { TextArea } from '../../../ui/text-input.tsx'
import { useLanguage } from '../../../ui/use-language.ts'
import { addressOf } from '../records/record-parts.ts'
import { ContactMark } from './contact-mark.tsx'
import type { RecallRow } from './recall-rows.ts'

interface Props {
  readonly row: RecallRow
  /** Where they stand in the list that is worked through, from one on; zero where a filter has left them out. */
  readonly place: number
  readonly of: number
  readonly isClosed: boolean
  /** Just after a note: a second press would be about the next person. */
  readonly isResting: boolean
  readonly onNote: (state: RecallContact['state'], note: string) => void
  readonly onStep: (by: 1 | -1) => void
}

/** One person to be told: whom to call, and what became of it. The next one follows by itself. */
export function ContactPanel(props: Props): ReactElement {
  const { t } = useTranslation()
  const titleId = useId()
  const { row: { person: { person } }, place, of, onStep } = props
  return (
    <section className="recall-one" aria-labelledby={titleId}>
      <div className="recall-one__head">
        <span className="muted">{place > 0 ? t('vaccinationRecords.placeOf', { place, of }) : t('vaccinationRecords.notInList')}</span>
        <span className="row">
          <IconButton icon="up" label={t('vaccinationRecords.previous')} isDisabled={place <= 1} onPress={() => onStep(-1)} />
          <IconButton icon="down" label={t('vaccinationRecords.next')} isDisabled={place === of} onPress={() => onStep(1)} />
        </span>
      </div>
      <div aria-live="polite">
        <h3 id={titleId} className="recall-one__name">{fullName(person)}</h3>
        <p className="recall-one__phone">{person.phone ?? t('vaccinationRecords.noPhone')}</p>
      </div>
      <ToldSoFar row={props.row} />
      {props.isClosed ? <p className="muted">{t('vaccinationRecords.closedHint')}</p> : <NoteForm {...props} />}
      <Facts row={props.row} />
    </section>
  )
}

function ToldSoFar({ row: { state, told } }: Pick<Props, 'row'>): ReactElement {
  const language = useLanguage()
  return <p className="recall-one__told"><ContactMark state={state} />{told && <span className="muted">{[told.note, told.byName, formatDayAndTime(told.at, language)].filter(Boolean).join(' · ')}</span>}</p>
}

function Facts({ row: { person: { person, day, sessionTitle, placeName, number } } }: Pick<Props, 'row'>): ReactElement {
  const { t } = useTranslation()
  const language = useLanguage()
  const facts: readonly (readonly [string, string])[] = [
    [t('vaccinationRecords.born'), person.birthDay ? formatPlainDay(person.birthDay, language) : t('common.notGiven')],
    [t('vaccinationRecords.address'), addressOf(person) || t('common.notGiven')],
    [t('vaccinationRecords.email'), person.email ?? t('common.notGiven')],
    [t('vaccinationRecords.given'), [formatPlainDay(day, language), sessionTitle, placeName].filter(Boolean).join(' · ')],
    [t('vaccinationRecords.number'), number],
  ]
  return <dl className="record-facts">{facts.map(([name, value]) => <div key={name}><dt>{name}</dt><dd>{value}</dd></div>)}</dl>
}

const OTHERS = ['not-reached', 'letter', 'moved'] as const

function NoteForm({ row, isResting, onNote }: Props): ReactElement {
  const { t } = useTranslation()
  // Not drawn anew for the next person: the button that was pressed keeps the focus.
  const [typed, setTyped] = useState({ id: row.id, text: row.told?.note ?? '' })
  const note = typed.id === row.id ? typed.text : (row.told?.note ?? '')
  const save = (state: RecallContact['state']): void => { if (!isResting) onNote(state, note.trim()) }
  return (
    <div className="stack">
      <TextArea label={t('vaccinationRecords.note')} value={note} rows={2} maxLength={500} onChange={text => setTyped({ id: row.id, text })} onSubmit={() => save('reached')} />
      <div className="recall-one__steps">
        <ActionButton kind="primary" icon="check" isPrimary onPress={() => save('reached')}>{t('vaccinationRecords.contact.reached')}</ActionButton>
        {OTHERS.map(state => <Button key={state} onPress={() => save(state)}>{t(`vaccinationRecords.contact.${state}`)}</Button>)}
      </div>
    </div>
  )
}
