import type { ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import type { HallSheetQuery } from '../../../shared/wire/letters.ts'
import { useCore } from '../../core-client/core-context.tsx'
import { SheetButton as AnySheetButton } from '../../ui/sheet-button.tsx'
import { useReveal } from '../people/use-reveal.tsx'
import { useSecrets } from '../people/use-secrets.ts'

interface Props {
  readonly query: HallSheetQuery
  readonly label: string
  readonly title: string
}

/** A button that shows the contract or the protocol. The contract says where the tenant lives: of somebody hidden it is looked at with a reason; the protocol leaves it out. */
export function SheetButton({ query, ...words }: Props): ReactElement {
  const { t } = useTranslation()
  const { client } = useCore()
  const isHidden = useSecrets()(query.bookingId) && query.sheet === 'contract'
  const { ask, dialog } = useReveal('hall_bookings', query.bookingId)
  return (
    <>
      <AnySheetButton {...words} offline={t('halls.sheetOffline')} ask={() => client.halls.sheet(query)} {...(isHidden && { before: ask })} />
      {dialog}
    </>
  )
}
