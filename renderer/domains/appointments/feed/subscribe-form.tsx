import { useState, type ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import type { PlaceId } from '../../../../shared/ids.ts'
import { Button } from '../../../ui/button.tsx'
import { CopyButton } from '../../../ui/copy-button.tsx'
import { DialogActions } from '../../../ui/dialog.tsx'
import { Problem } from '../../../ui/problem.tsx'
import { TextArea } from '../../../ui/text-input.tsx'
import { useFirstFocus } from '../../../ui/use-first-focus.ts'
import './feed.css'
import { useFeedAddress } from './use-feed-address.ts'

export function SubscribeForm({ placeId }: { readonly placeId: PlaceId }): ReactElement {
  const { t } = useTranslation()
  const { address, ...renewal } = useFeedAddress(placeId)
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
      <Renewal {...renewal} />
    </div>
  )
}

/** Taking the address back is asked for once more: whatever reads it stops. */
function Renewal({ renew, isRenewing, isRenewed, refusal }: Omit<ReturnType<typeof useFeedAddress>, 'address'>): ReactElement {
  const { t } = useTranslation()
  const [isAsking, setAsking] = useState(false)
  const goOn = (): void => {
    setAsking(false)
    renew()
  }
  if (isAsking) return <Question onYes={goOn} onNo={() => setAsking(false)} />
  return (
    <>
      <output className="feed__renewed">{isRenewed ? t('calendarFiles.renewed') : ''}</output>
      {refusal && <Problem refusal={refusal} />}
      <DialogActions>
        <Button kind="quiet" icon="turn" isDisabled={isRenewing} onPress={() => setAsking(true)}>{t('calendarFiles.renew')}</Button>
      </DialogActions>
    </>
  )
}

function Question({ onYes, onNo }: { readonly onYes: () => void; readonly onNo: () => void }): ReactElement {
  const { t } = useTranslation()
  const first = useFirstFocus<HTMLButtonElement>()
  return (
    <>
      <p>{t('calendarFiles.renewAsk')}</p>
      <DialogActions>
        <Button ref={first} kind="quiet" onPress={onNo}>{t('common.cancel')}</Button>
        <Button kind="danger" onPress={onYes}>{t('calendarFiles.renewNow')}</Button>
      </DialogActions>
    </>
  )
}
