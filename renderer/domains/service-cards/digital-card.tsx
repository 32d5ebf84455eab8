import { useMutation } from '@tanstack/react-query'
import type { ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import type { ServiceCardId } from '../../../shared/ids.ts'
import { useCore, useStatus } from '../../core-client/core-context.tsx'
import { ActionButton } from '../../ui/button.tsx'
import { CopyButton } from '../../ui/copy-button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { Problem } from '../../ui/problem.tsx'
import { QrCode } from '../../ui/qr-code.tsx'

/** Shows the code of the signed card, for the telephone of its holder. */
export function DigitalCard({ cardId }: { readonly cardId: ServiceCardId }): ReactElement {
  const { t } = useTranslation()
  const { client } = useCore()
  const isOnline = useStatus()?.connection === 'online'
  const { mutate, data, isPending, isError, isIdle, reset } = useMutation({ mutationFn: () => client['service-cards'].digital({ cardId }) })
  return (
    <>
      <ActionButton icon="phone" refusal={isOnline ? undefined : t('serviceCards.sheetOffline')} onPress={() => mutate()}>{t('serviceCards.digital')}</ActionButton>
      <Dialog title={t('serviceCards.digital')} isOpen={!isIdle} onClose={reset}>
        {isPending && <output className="muted">{t('common.loading')}</output>}
        {isError && <Problem refusal={{ code: 'request/unexpected' }} />}
        {data && !data.ok && <Problem refusal={data.error} />}
        {data?.ok && <><p>{t('serviceCards.digitalHint')}</p><div className="card-code"><QrCode text={data.value.address} label={t('serviceCards.digitalCode')} /></div><div><CopyButton text={data.value.address} label={t('serviceCards.digitalCopy')} /></div></>}
      </Dialog>
    </>
  )
}
