import type { ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import type { PlaceId } from '../../../../shared/ids.ts'
import { CopyButton } from '../../../ui/copy-button.tsx'
import { Problem } from '../../../ui/problem.tsx'
import { TextArea } from '../../../ui/text-input.tsx'
import { TakeBack } from '../address/take-back.tsx'
import { useRenewableAddress } from '../address/use-renewable-address.ts'
import './feed.css'

export function SubscribeForm({ placeId }: { readonly placeId: PlaceId }): ReactElement {
  const { t } = useTranslation()
  const { address, ...renewal } = useRenewableAddress('feed', placeId)
  if (address.kind === 'refused') return <Problem refusal={address.refusal} />
  if (address.kind === 'loading') return <p className="muted">{t('common.loading')}</p>
  return (
    <div className="feed">
      <p>{t('calendarFiles.subscribeIntro')} {t('calendarFiles.contains')}</p>
      <div className="feed__address">
        <TextArea isReadOnly rows={2} label={t('calendarFiles.address')} hint={t('calendarFiles.addressHint')} value={address.value.url} onChange={() => undefined} />
        <CopyButton text={address.value.url} label={t('calendarFiles.copy')} />
      </div>
      <h3 className="feed__title">{t('calendarFiles.how')}</h3>
      <ul className="feed__ways">
        <li>{t('calendarFiles.outlook')}</li>
        <li>{t('calendarFiles.thunderbird')}</li>
        <li>{t('calendarFiles.phone')}</li>
      </ul>
      <TakeBack {...renewal} question={t('calendarFiles.renewAsk')} />
    </div>
  )
}
