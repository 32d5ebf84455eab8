import { useMutation } from '@tanstack/react-query'
import { useState, type ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import { grantsIn } from '../../../../shared/actor.ts'
import { PLANNERS } from '../../../../shared/domains/vaccinations/roles.ts'
import type { Vaccination, Visit } from '../../../../shared/domains/vaccinations/tables.ts'
import { useCore, usePerson } from '../../../core-client/core-context.tsx'
import { ActionButton, Button } from '../../../ui/button.tsx'
import { formatDayAndTime } from '../../../ui/format.ts'
import { Problem } from '../../../ui/problem.tsx'
import { useLanguage } from '../../../ui/use-language.ts'
import { useVaccinationCommand } from '../mutations.ts'
import { CertificateButton } from '../certificate/certificate-button.tsx'
import { GiveOutButton } from '../exchange/give-out-button.tsx'
import { useCatalogue } from '../queries.ts'
import { ReasonDialog } from '../station/observe-dialogs.tsx'
import { CorrectDialog } from './correct-dialog.tsx'
import { SuspectDialog } from './suspect-dialog.tsx'

interface Props {
  readonly record: Vaccination
  readonly visit: Visit | null
  readonly isArchived: boolean
  readonly purpose: string
  readonly onChanged: () => void
}

type Asking = 'correct' | 'void' | 'suspect'

/** What can be done with a documentation that counts. One in the archive is fetched back to the desks first. */
export function RecordActions({ record, visit, isArchived, purpose, onChanged }: Props): ReactElement {
  const { t } = useTranslation()
  const [asking, setAsking] = useState<Asking>()
  const catalogue = useCatalogue()
  const mayVoid = grantsIn(usePerson(), PLANNERS, record.scope).length > 0
  const withdraw = useVaccinationCommand('void')
  const inArchive = isArchived ? t('vaccinationRecords.archivedHint') : undefined
  const close = (): void => setAsking(undefined)
  return (
    <>
      {isArchived && <FetchBack record={record} purpose={purpose} onChanged={onChanged} />}
      <div className="row">
        <CertificateButton records={[record]} />
        <GiveOutButton vaccinationId={record.id} person={record.person} />
        <ActionButton icon="pencil" refusal={inArchive} onPress={() => setAsking('correct')}>{t('vaccinationRecords.correct')}</ActionButton>
        <ActionButton icon="warning" refusal={inArchive} onPress={() => setAsking('suspect')}>{t('vaccinations.suspect')}</ActionButton>
        <ActionButton icon="trash" refusal={inArchive ?? (mayVoid ? undefined : t('vaccinationRecords.plannersOnly'))} onPress={() => setAsking('void')}>{t('vaccinations.void')}</ActionButton>
      </div>
      {asking === 'correct' && catalogue && <CorrectDialog record={record} visit={visit} catalogue={catalogue} onClose={close} />}
      {asking === 'suspect' && <SuspectDialog record={record} onClose={close} />}
      {asking === 'void' && (
        <ReasonDialog title={t('vaccinations.void')} label={t('vaccinations.voidReason')} confirm={t('vaccinations.void')} onClose={close} onSend={reason => void withdraw.run({ vaccinationId: record.id, reason }).then(isSaved => isSaved && close())}>
          <p className="callout">{t('vaccinationRecords.voidMeaning')}</p>
        </ReasonDialog>
      )}
    </>
  )
}

/** Brings it back from the archive for some days. */
function FetchBack({ record, purpose, onChanged }: Pick<Props, 'record' | 'purpose' | 'onChanged'>): ReactElement {
  const { t } = useTranslation()
  const language = useLanguage()
  const { client } = useCore()
  const fetching = useMutation({ mutationFn: () => client.vaccinations['fetch-back']({ vaccinationId: record.id, purpose }), onSuccess: onChanged })
  return (
    <div className="callout stack">
      <p>{t('vaccinationRecords.archivedMeaning')}</p>
      {fetching.data?.ok && <output>{t('vaccinationRecords.backUntil', { at: formatDayAndTime(fetching.data.value.until, language) })}</output>}
      {fetching.data && !fetching.data.ok && <Problem refusal={fetching.data.error} />}
      {fetching.isError && <Problem refusal={{ code: 'request/unexpected' }} />}
      <div><Button icon="undo" isDisabled={fetching.isPending} onPress={() => fetching.mutate()}>{t('vaccinationRecords.fetchBack')}</Button></div>
    </div>
  )
}
