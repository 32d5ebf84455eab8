import { useState, type ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import type { PersonId } from '../../../shared/ids.ts'
import type { PersonRecord, TimelineEntry } from '../../../shared/wire/people.ts'
import { Button } from '../../ui/button.tsx'
import { ReasonDialog } from '../../ui/reason-dialog.tsx'
import type { Receiver } from './give-dialog.tsx'
import { useEntryWords } from './use-entry-words.ts'
import { usePersonChange } from './use-person-change.ts'

/** A record that was put into another file from here, and whether it has been taken back. */
export interface Given {
  readonly entry: TimelineEntry
  readonly record: PersonRecord
  readonly from: PersonId
  readonly to: Receiver
  readonly isBack: boolean
}

interface Props {
  readonly given: Given
  /** Whether there is nothing left in the file it came from. */
  readonly isGone: boolean
  readonly onBack: () => void
}

/** Where a record went, the way there and the way back. It stays as long as the file is open. */
export function GivenNote({ given: { entry, record, from, to, isBack }, isGone, onBack }: Props): ReactElement {
  const { t } = useTranslation()
  const what = useEntryWords()(entry)
  const [isUndoing, setUndoing] = useState(false)
  const { run, isRunning } = usePersonChange('assign', onBack)
  if (isBack) return <p className="callout citizen__note">{t('people.assign.back', { what })}</p>
  return (
    <div className="callout stack citizen__note">
      <p>{to === 'new' ? t('people.assign.givenNew', { what }) : t('people.assign.given', { what, to: to.name })} {isGone && t('people.assign.gone')}</p>
      <div className="row">
        {!isGone && <Button icon="undo" onPress={() => setUndoing(true)}>{t('people.merges.undo')}</Button>}
        {to !== 'new' && <Button icon="forward" onPress={() => { window.location.hash = `#/people/${to.id}` }}>{t('people.openOf', { name: to.name })}</Button>}
      </div>
      {isUndoing && (
        <ReasonDialog
          title={t('people.assign.undoTitle')} meaning={t('people.assign.undoMeaning', { what })} label={t('people.merges.why')} missing={t('people.duplicates.whyMissing')} confirm={t('people.merges.undoNow')} isRunning={isRunning}
          onSend={reason => run({ ...record, personId: from, reason })} onClose={() => setUndoing(false)}
        />
      )}
    </div>
  )
}
