import { useState, type ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import type { Absence } from '../../../../shared/domains/messages/conversation-tables.ts'
import { germanDayAt } from '../../../../shared/german-days.ts'
import { useNow, usePerson } from '../../../core-client/core-context.tsx'
import { Button } from '../../../ui/button.tsx'
import { Dialog, DialogActions } from '../../../ui/dialog.tsx'
import { useFirstFocus } from '../../../ui/use-first-focus.ts'
import { useLanguage } from '../../../ui/use-language.ts'
import { AbsenceFields, readAbsence, typedAbsence } from './absence-fields.tsx'
import { useInboxCommand } from './mutations.ts'
import type { Desks } from './queries.ts'

/** When one is away oneself. */
export function AbsenceDialog({ desks, onClose }: { readonly desks: Desks; readonly onClose: () => void }): ReactElement {
  const { t } = useTranslation()
  const { accountId, personId } = usePerson()
  const today = germanDayAt(useNow())
  const language = useLanguage()
  const before = desks.absences.find(({ id }) => id === personId)?.absence ?? null
  const [typed, setTyped] = useState(() => typedAbsence(before, today, language))
  const first = useFirstFocus<HTMLInputElement>()
  const { run, isRunning } = useInboxCommand('set-absence')
  const save = async (absence: Absence | null | undefined): Promise<void> => {
    if (absence !== undefined && !isRunning && (await run({ accountId, absence }))) onClose()
  }
  return (
    <Dialog title={t('inbox.absenceDialog.title')} isOpen onClose={onClose}>
      <form noValidate className="stack" onSubmit={event => { event.preventDefault(); void save(readAbsence(typed)) }}>
        <p>{t('inbox.absenceDialog.intro')}</p>
        <AbsenceFields typed={typed} firstRef={first} onChange={setTyped} />
        <DialogActions>
          <Button onPress={onClose}>{t('common.cancel')}</Button>
          {before && <Button onPress={() => void save(null)}>{t('inbox.absenceDialog.remove')}</Button>}
          <Button kind="primary" type="submit" isDisabled={isRunning}>{t('inbox.absenceDialog.save')}</Button>
        </DialogActions>
      </form>
    </Dialog>
  )
}
