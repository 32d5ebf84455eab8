import { useState, type ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import type { PersonMerge } from '../../../shared/wire/people.ts'
import { Button } from '../../ui/button.tsx'
import { formatDay } from '../../ui/format.ts'
import { ReasonDialog } from '../../ui/reason-dialog.tsx'
import { useLanguage } from '../../ui/use-language.ts'
import { usePersonChange } from './use-person-change.ts'

/** Files that were made one; each can be taken back at any time. */
export function MergesPart({ merges, onChanged }: { readonly merges: readonly PersonMerge[]; readonly onChanged: () => void }): ReactElement {
  const { t } = useTranslation()
  const language = useLanguage()
  const [undoing, setUndoing] = useState<PersonMerge>()
  const { run, isRunning } = usePersonChange('undo', onChanged)
  return (
    <section className="citizen__part" aria-labelledby="person-merges">
      <h2 id="person-merges">{t('people.merges.title')}</h2>
      <ul className="citizen__lines">
        {merges.map(merge => (
          <li key={merge.id}>
            {t('people.merges.line', { from: merge.fromName, into: merge.intoName, day: formatDay(merge.at, language), name: merge.byName, reason: merge.reason })}{' '}
            {merge.undoneAt
              ? <span className="muted">{t('people.merges.undone', { day: formatDay(merge.undoneAt, language), name: merge.undoneByName ?? '', reason: merge.undoneReason ?? '' })}</span>
              : <Button kind="quiet" onPress={() => setUndoing(merge)}>{t('people.merges.undo')}</Button>}
          </li>
        ))}
      </ul>
      {undoing && (
        <ReasonDialog
          title={t('people.merges.undoTitle')} meaning={t('people.merges.undoMeaning')} label={t('people.merges.why')} missing={t('people.duplicates.whyMissing')} confirm={t('people.merges.undoNow')} isRunning={isRunning}
          onSend={reason => run({ id: undoing.id, reason })} onClose={() => setUndoing(undefined)}
        />
      )}
    </section>
  )
}
