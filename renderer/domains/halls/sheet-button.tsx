import { useMutation } from '@tanstack/react-query'
import type { ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import type { HallSheetQuery } from '../../../shared/wire/letters.ts'
import { useCore, useStatus } from '../../core-client/core-context.tsx'
import { ActionButton } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { PdfSheet } from '../../ui/pdf-sheet.tsx'
import { Problem } from '../../ui/problem.tsx'

interface Props {
  readonly query: HallSheetQuery
  readonly label: string
  readonly title: string
}

/** A button that shows the contract or the protocol, to be read and printed; it is set by the service, so it needs a link. */
export function SheetButton({ query, label, title }: Props): ReactElement {
  const { t } = useTranslation()
  const { client } = useCore()
  const isOnline = useStatus()?.connection === 'online'
  const { mutate, data, isPending, isError, isIdle, reset } = useMutation({ mutationFn: () => client.halls.sheet(query) })
  return (
    <>
      <ActionButton icon="eye" refusal={isOnline ? undefined : t('halls.sheetOffline')} onPress={() => mutate()}>{label}</ActionButton>
      <Dialog size="large" title={title} isOpen={!isIdle} onClose={reset}>
        {isPending && <output className="muted">{t('letter.setting')}</output>}
        {isError && <Problem refusal={{ code: 'request/unexpected' }} />}
        {data && !data.ok && <Problem refusal={data.error} />}
        {data?.ok && <PdfSheet pdf={data.value.pdf} title={title} />}
      </Dialog>
    </>
  )
}
