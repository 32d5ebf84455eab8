import { useMutation } from '@tanstack/react-query'
import type { ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import type { VaccinationSheetQuery } from '../../../../shared/wire/vaccinations.ts'
import { useCore, useStatus } from '../../../core-client/core-context.tsx'
import { ActionButton } from '../../../ui/button.tsx'
import { Dialog } from '../../../ui/dialog.tsx'
import { PdfSheet } from '../../../ui/pdf-sheet.tsx'
import { Problem } from '../../../ui/problem.tsx'

interface Props {
  readonly query: VaccinationSheetQuery
  readonly label: string
  /** Why not, where it is not for lack of a link. */
  readonly refusal?: string | undefined
}

/** A button that shows documentations on paper, to be read and printed; they are set by the service, so it needs a link. */
export function VaccinationSheetButton({ query, label, refusal }: Props): ReactElement {
  const { t } = useTranslation()
  const { client } = useCore()
  const isOnline = useStatus()?.connection === 'online'
  const { mutate, data, isPending, isError, isIdle, reset } = useMutation({ mutationFn: () => client.vaccinations.sheet(query) })
  return (
    <>
      <ActionButton icon="print" refusal={isOnline ? refusal : t('vaccinationCertificate.offline')} onPress={() => mutate()}>{label}</ActionButton>
      <Dialog size="large" title={label} isOpen={!isIdle} onClose={reset}>
        {isPending && <output className="muted">{t('letter.setting')}</output>}
        {isError && <Problem refusal={{ code: 'request/unexpected' }} />}
        {data && !data.ok && <Problem refusal={data.error} />}
        {data?.ok && <PdfSheet pdf={data.value.pdf} title={label} />}
      </Dialog>
    </>
  )
}
