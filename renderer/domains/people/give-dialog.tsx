import { useState, type ReactElement } from 'react'
import { Menu, MenuItem } from 'react-aria-components'
import { useTranslation } from 'react-i18next'
import type { PersonFile, PersonRecord, PersonSummary, TimelineEntry } from '../../../shared/wire/people.ts'
import { Button } from '../../ui/button.tsx'
import { Dialog, DialogActions } from '../../ui/dialog.tsx'
import { formatPlainDay } from '../../ui/format.ts'
import { Problem } from '../../ui/problem.tsx'
import { ReasonDialog } from '../../ui/reason-dialog.tsx'
import { useLanguage } from '../../ui/use-language.ts'
import { addressLine } from './contact-words.ts'
import { isAlone } from './given-record.ts'
import { PersonSearchForm, usePersonSearch } from './person-search.tsx'
import { SecrecyBadge } from './secrecy-badge.tsx'
import { useEntryWords } from './use-entry-words.ts'
import { usePersonChange } from './use-person-change.ts'

/** Whose a record is said to be: somebody with a file, or nobody who has one yet. */
export type Receiver = PersonSummary | 'new'

interface Props {
  readonly file: PersonFile
  readonly entry: TimelineEntry
  readonly record: PersonRecord
  readonly onGiven: (to: Receiver) => void
  readonly onClose: () => void
}

/** Puts a record that stands in the wrong file into the right one: who it is of is looked for, and what follows is told before it is done. */
export function GiveDialog({ file, entry, record, onGiven, onClose }: Props): ReactElement {
  const { t } = useTranslation()
  const wordsOf = useEntryWords()
  const [to, setTo] = useState<Receiver>()
  const looked = usePersonSearch()
  const isLast = isLastOf(file, entry)
  return (
    <>
      <Dialog title={t('people.assign.title')} size="large" isOpen onClose={onClose}>
        <p>{t('people.assign.who', { what: wordsOf(entry) })}</p>
        <PersonSearchForm {...looked} />
        {looked.found?.answer.kind === 'asking' && <output className="muted">{t('common.loading')}</output>}
        {looked.found?.answer.kind === 'refused' && <Problem refusal={looked.found.answer.refusal} />}
        {looked.found?.answer.kind === 'told' && <Found {...looked.found.answer.value} search={looked.search} ownId={file.person.id} onChoose={setTo} />}
        <DialogActions>
          <Button onPress={onClose}>{t('common.cancel')}</Button>
          {!isLast && <Button icon="plus" onPress={() => setTo('new')}>{t('people.assign.newFile')}</Button>}
        </DialogActions>
      </Dialog>
      {to && <ConfirmDialog {...{ file, entry, record, to, onGiven }} onClose={() => setTo(undefined)} />}
    </>
  )
}

/** Without it there is no file any more: a new one instead would only know less. */
const isLastOf = (file: PersonFile, entry: TimelineEntry): boolean => !file.hasMore && isAlone(file.entries, entry)

interface FoundProps {
  readonly people: readonly PersonSummary[]
  readonly hasMore: boolean
  readonly search: string
  /** In whose file the record stands now. */
  readonly ownId: PersonSummary['id']
  readonly onChoose: (person: PersonSummary) => void
}

function Found({ people, hasMore, search, ownId, onChoose }: FoundProps): ReactElement {
  const { t } = useTranslation()
  const others = people.filter(({ id }) => id !== ownId)
  if (others.length === 0) return <output>{t('people.assign.nobody', { search })}</output>
  return (
    <>
      <output className="muted">{t('people.found', { count: others.length })} {hasMore && t('people.more')}</output>
      <Menu className="menu picker__list" aria-label={t('people.assign.found')} items={others} onAction={key => { const person = others.find(({ id }) => id === key); if (person) onChoose(person) }}>
        {person => <MenuItem id={person.id} className="menu__item people__hit" textValue={person.name}><PersonLine person={person} /></MenuItem>}
      </Menu>
    </>
  )
}

/** Enough to tell people of one name apart; of somebody under secrecy no more than that. */
function PersonLine({ person }: { readonly person: PersonSummary }): ReactElement {
  const { t } = useTranslation()
  const language = useLanguage()
  const facts = [person.birthDay && t('people.assign.born', { day: formatPlainDay(person.birthDay, language) }), person.addresses[0] && addressLine(person.addresses[0]), person.emails[0], person.phones[0]].filter(Boolean)
  const others = person.otherNames.length > 0 ? ` (${t('people.otherNames', { names: person.otherNames.join(', ') })})` : ''
  return (
    <>
      <span><strong>{person.name}</strong>{others}</span>
      <span className="muted">{person.isHidden ? t('people.secrecy.hidden') : facts.join(' · ') || t('people.unknown')}</span>
      {person.secretUntil && <SecrecyBadge />}
    </>
  )
}

function ConfirmDialog({ file, entry, record, to, onGiven, onClose }: Props & { readonly to: Receiver }): ReactElement {
  const { t } = useTranslation()
  const what = useEntryWords()(entry)
  const { run, isRunning } = usePersonChange('assign', () => onGiven(to))
  const from = file.person.name
  const isLast = isLastOf(file, entry)
  const isSecret = to !== 'new' && to.secretUntil !== null
  const meaning = [
    to === 'new' ? t('people.assign.meaningNew', { what, from }) : t('people.assign.meaning', { what, from, to: to.name }),
    record.table === 'applications' && t('people.assign.withCase'),
    record.table === 'conversations' && t('people.assign.withConversation'),
    isSecret && t('people.assign.secretThen'),
    !isSecret && file.person.secretUntil && t('people.assign.openThen'),
    t(isLast ? 'people.assign.last' : 'people.assign.canBeUndone'),
  ].filter(Boolean).join(' ')
  return (
    <ReasonDialog
      title={t('people.assign.title')} meaning={meaning} label={t('people.duplicates.why')} missing={t('people.duplicates.whyMissing')} confirm={t('people.assign.confirm')} isRunning={isRunning}
      onSend={reason => run({ ...record, personId: to === 'new' ? null : to.id, reason })} onClose={onClose}
    />
  )
}
