import type { ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import type { HallSheetQuery } from '../../../shared/wire/letters.ts'
import { useCore } from '../../core-client/core-context.tsx'
import { SheetButton as AnySheetButton } from '../../ui/sheet-button.tsx'

interface Props {
  readonly query: HallSheetQuery
  readonly label: string
  readonly title: string
}

/** A button that shows the contract or the protocol. */
export function SheetButton({ query, ...words }: Props): ReactElement {
  const { t } = useTranslation()
  const { client } = useCore()
  return <AnySheetButton {...words} offline={t('halls.sheetOffline')} ask={() => client.halls.sheet(query)} />
}
