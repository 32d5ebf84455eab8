import { useState, type ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import type { Device } from '../../../../shared/wire/staff.ts'
import { ActionButton } from '../../../ui/button.tsx'
import { DataTable } from '../../../ui/data-table.tsx'
import { formatDayAndTime } from '../../../ui/format.ts'
import { Icon } from '../../../ui/icon.tsx'
import { Problem } from '../../../ui/problem.tsx'
import { useLanguage } from '../../../ui/use-language.ts'
import { useDevices } from '../queries.ts'
import { CutOffDialog } from './cut-off-dialog.tsx'
import { deviceName } from './device-name.ts'

/** Every computer that people work at: whose, which, and since when it was last seen. A stolen one is cut off here. */
export function DevicesPart({ isOnline }: { readonly isOnline: boolean }): ReactElement {
  const { t } = useTranslation()
  const { answer, renew } = useDevices()
  const [asked, setAsked] = useState<Device>()
  if (answer.kind === 'loading') return <p className="muted">{t('common.loading')}</p>
  if (answer.kind === 'refused') return <Problem refusal={answer.refusal} />
  const { devices, here } = answer.value
  return (
    <div className="staff">
      <p>{t('staff.devicesIntro')}</p>
      {devices.length === 0 && <div className="empty"><Icon name="keyboard" size={32} /><p>{t('staff.noDevices')}</p></div>}
      {devices.length > 0 && (
        <DataTable
          caption={t('staff.devicesPart')} isCaptionUnseen isStackable
          heads={[t('staff.device'), t('staff.devicePeople'), t('staff.lastSeen'), t('staff.presence'), { title: t('staff.acts'), isUnseen: true }]}
        >
          {devices.map(device => <Line key={device.deskId} device={device} isOwn={device.deskId === here} isOnline={isOnline} onAsk={() => setAsked(device)} />)}
        </DataTable>
      )}
      {asked && <CutOffDialog device={asked} isOwn={asked.deskId === here} onClose={() => { setAsked(undefined); renew() }} />}
    </div>
  )
}

function Line({ device, isOwn, isOnline, onAsk }: { readonly device: Device; readonly isOwn: boolean; readonly isOnline: boolean; readonly onAsk: () => void }): ReactElement {
  const { t } = useTranslation()
  const language = useLanguage()
  const { cutOffAt, cutOffByName, erasedAt, version } = device
  const name = deviceName(t, device)
  const refusal = isOnline ? undefined : t('staff.offline')
  return (
    <tr className={cutOffAt ? 'staff__gone' : undefined}>
      <th scope="row">{name}{isOwn && ` · ${t('staff.thisDevice')}`}<br /><span className="muted">{t(`staff.shells.${device.shell}`)}{version && ` ${version}`}</span></th>
      <td>{device.people.map(person => person.name).join(', ')}</td>
      <td>{formatDayAndTime(device.lastSeenAt, language)}</td>
      <td>
        {!cutOffAt && <span className="status status--good"><Icon name="checkCircle" size={16} />{t('staff.deviceAllowed')}</span>}
        {cutOffAt && <span className="status"><Icon name="crossCircle" size={16} />{t('staff.deviceCutOff', { at: formatDayAndTime(cutOffAt, language), name: cutOffByName ?? '' })}</span>}
        {cutOffAt && <p className="muted">{erasedAt ? t('staff.deviceErased', { at: formatDayAndTime(erasedAt, language) }) : t(version === '' ? 'staff.deviceTooOld' : 'staff.deviceNotErased')}</p>}
      </td>
      <td className="staff__act">
        <div className="row row--end">
          {cutOffAt
            ? <ActionButton icon="undo" label={t('staff.allowAgainOf', { name })} refusal={refusal} onPress={onAsk}>{t('staff.allowAgain')}</ActionButton>
            : <ActionButton icon="lock" label={t('staff.cutOffOf', { name })} refusal={refusal} onPress={onAsk}>{t('staff.cutOff')}</ActionButton>}
        </div>
      </td>
    </tr>
  )
}
