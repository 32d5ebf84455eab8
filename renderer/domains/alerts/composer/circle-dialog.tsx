import { useState, type FormEvent, type ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import { LARGEST_RADIUS_KM, SMALLEST_RADIUS_KM, type Area } from '../../../../shared/domains/alerts/area.ts'
import type { Locality } from '../../../../shared/domains/alerts/tables.ts'
import { Button } from '../../../ui/button.tsx'
import { Dialog, DialogActions } from '../../../ui/dialog.tsx'
import { parseNumber } from '../../../ui/format.ts'
import { Select } from '../../../ui/select.tsx'
import { TextInput } from '../../../ui/text-input.tsx'
import { useLanguage } from '../../../ui/use-language.ts'

interface Props {
  readonly localities: readonly Locality[]
  readonly onAdd: (area: Area) => void
  readonly onClose: () => void
}

const BY_NUMBERS = ''

/** All within some distance of a point: of a locality, or of a place known by its degrees. */
export function CircleDialog({ localities, onAdd, onClose }: Props): ReactElement {
  const { t } = useTranslation()
  const language = useLanguage()
  const [around, setAround] = useState(localities[0]?.name ?? BY_NUMBERS)
  const [typed, setTyped] = useState({ name: '', latitude: '', longitude: '', km: '1' })
  const [isSent, setSent] = useState(false)
  const type = (part: Partial<typeof typed>): void => setTyped({ ...typed, ...part })
  const centre = localities.find(({ name }) => name === around)?.centre
  const [latitude, longitude, radiusKm] = [within(parseNumber(typed.latitude, language), 90), within(parseNumber(typed.longitude, language), 180), within(parseNumber(typed.km, language), LARGEST_RADIUS_KM)]
  const place = centre ?? (latitude !== undefined && longitude !== undefined ? [latitude, longitude] as const : undefined)
  const isRadius = radiusKm !== undefined && radiusKm >= SMALLEST_RADIUS_KM
  const name = typed.name.trim() || (centre ? around : '')
  const add = (event: FormEvent): void => {
    event.preventDefault()
    setSent(true)
    if (!place || !isRadius || name === '') return
    onAdd({ kind: 'circle', name, centre: [place[0], place[1]], radiusKm })
    onClose()
  }
  return (
    <Dialog title={t('alerts.addCircle')} isOpen onClose={onClose} size="small">
      <form noValidate className="stack" onSubmit={add}>
        {localities.length > 0 && <Select hasFocus label={t('alerts.around')} value={around} items={[...localities.map(one => ({ id: one.name, name: one.name })), { id: BY_NUMBERS, name: t('alerts.byNumbers') }]} onChange={setAround} />}
        {!centre && (
          <div className="alert-fields">
            <TextInput label={t('alerts.latitude')} value={typed.latitude} placeholder="52,4350" maxLength={20} isRequired error={isSent && latitude === undefined ? t('alerts.latitudeWrong') : undefined} onChange={value => type({ latitude: value })} />
            <TextInput label={t('alerts.longitude')} value={typed.longitude} placeholder="11,8000" maxLength={20} isRequired error={isSent && longitude === undefined ? t('alerts.longitudeWrong') : undefined} onChange={value => type({ longitude: value })} />
          </div>
        )}
        <TextInput label={t('alerts.radius')} value={typed.km} maxLength={8} isRequired error={isSent && !isRadius ? t('alerts.radiusWrong') : undefined} onChange={km => type({ km })} />
        <TextInput label={t('alerts.circleName')} value={typed.name} placeholder={centre ? around : ''} maxLength={80} error={isSent && name === '' ? t('alerts.circleNameMissing') : undefined} onChange={value => type({ name: value })} />
        <DialogActions>
          <Button onPress={onClose}>{t('common.cancel')}</Button>
          <Button kind="primary" type="submit">{t('alerts.takeCircle')}</Button>
        </DialogActions>
      </form>
    </Dialog>
  )
}

const within = (value: number | undefined, most: number): number | undefined => (value !== undefined && Math.abs(value) <= most ? value : undefined)
