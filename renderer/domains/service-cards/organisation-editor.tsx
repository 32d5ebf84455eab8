import { useState, type FormEvent, type ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import type { CardOrganisation } from '../../../shared/domains/service-cards/tables.ts'
import { CardOrganisationId, CardUnitId, type DepartmentId } from '../../../shared/ids.ts'
import { cardScope } from '../../../shared/scope.ts'
import { useStatus } from '../../core-client/core-context.tsx'
import { Button } from '../../ui/button.tsx'
import { Dialog, DialogActions } from '../../ui/dialog.tsx'
import { Select } from '../../ui/select.tsx'
import { TextArea, TextInput } from '../../ui/text-input.tsx'
import { Tick } from '../../ui/tick.tsx'
import { useCardCommand } from './mutations.ts'
import { contentOf, NUMBERS, writtenOrganisation, type WrittenOrganisation } from './written-organisation.ts'

interface Props {
  readonly organisations: readonly CardOrganisation[]
  readonly departmentId: DepartmentId
  readonly onClose: () => void
}

const NEW = 'new'

/** Sets up who gets cards, in which units and ranks, and how long everything is kept. */
export function OrganisationEditor({ organisations: all, departmentId, onClose }: Props): ReactElement {
  const { t } = useTranslation()
  const organisations = all.filter(({ scope }) => scope === cardScope(departmentId))
  const [chosen, setChosen] = useState<string>(organisations[0]?.id ?? NEW)
  const known = organisations.find(({ id }) => id === chosen)
  return (
    <Dialog size="large" title={t('serviceCards.setUp.title')} isOpen onClose={onClose}>
      <Select label={t('serviceCards.setUp.organisation')} hasFocus value={chosen} items={[...organisations.map(({ id, name }) => ({ id, name })), { id: NEW, name: t('serviceCards.setUp.new') }]} onChange={setChosen} />
      <OrganisationForm key={chosen} known={known} position={known?.position ?? organisations.length} departmentId={departmentId} onClose={onClose} />
    </Dialog>
  )
}

interface FormProps extends Omit<Props, 'organisations'> {
  readonly known: CardOrganisation | undefined
  readonly position: number
}

function OrganisationForm({ known, position, departmentId, onClose }: FormProps): ReactElement {
  const { t } = useTranslation()
  const isOnline = useStatus()?.connection === 'online'
  const [written, setWritten] = useState(() => writtenOrganisation(known))
  const [isSent, setSent] = useState(false)
  const { run, isRunning } = useCardCommand('set-organisation')
  const content = contentOf(written, position)
  const change = (changed: Partial<WrittenOrganisation>): void => setWritten({ ...written, ...changed })
  const send = async (event: FormEvent): Promise<void> => {
    event.preventDefault()
    setSent(true)
    if (content && isOnline && !isRunning && (await run({ organisationId: known?.id ?? CardOrganisationId.parse(crypto.randomUUID()), departmentId, content }))) onClose()
  }
  return (
    <form noValidate className="stack" onSubmit={event => void send(event)}>
      {!isOnline && <p className="callout">{t('serviceCards.setUp.offline')}</p>}
      <div className="card-fields">
        <TextInput label={t('serviceCards.setUp.name')} value={written.name} maxLength={80} isRequired onChange={name => change({ name })} />
        <TextInput label={t('serviceCards.setUp.prefix')} value={written.prefix} maxLength={4} isRequired onChange={prefix => change({ prefix })} />
        <label className="field"><span className="field__label">{t('serviceCards.setUp.colour')}</span><input type="color" className="input card-colour" value={written.colour} onChange={event => change({ colour: event.target.value })} /></label>
        {NUMBERS.map(field => <TextInput key={field} label={t(`serviceCards.setUp.${field}`)} value={written[field]} maxLength={3} isRequired onChange={text => change({ [field]: text })} />)}
      </div>
      <Units written={written} change={change} />
      <TextArea label={t('serviceCards.setUp.ranks')} hint={t('serviceCards.setUp.ranksHint')} rows={6} value={written.ranks} maxLength={2_400} isRequired onChange={ranks => change({ ranks })} />
      <TextArea label={t('serviceCards.setUp.authority')} value={written.authority} maxLength={300} onChange={authority => change({ authority })} />
      <Tick label={t('serviceCards.setUp.active')} isOn={written.active} onChange={active => change({ active })} />
      {isSent && !content && <p role="alert" className="field__hint field__hint--error">{t('serviceCards.setUp.wrong')}</p>}
      <DialogActions>
        <Button onPress={onClose}>{t('common.cancel')}</Button>
        <Button kind="primary" type="submit" isDisabled={isRunning || !isOnline}>{t('serviceCards.setUp.save')}</Button>
      </DialogActions>
    </form>
  )
}

function Units({ written: { units }, change }: { readonly written: WrittenOrganisation; readonly change: (changed: Partial<WrittenOrganisation>) => void }): ReactElement {
  const { t } = useTranslation()
  const set = (index: number, changed: Partial<WrittenOrganisation['units'][number]>): void => change({ units: units.map((unit, place) => (place === index ? { ...unit, ...changed } : unit)) })
  return (
    <fieldset className="stack" aria-describedby="card-units-hint">
      <legend className="field__label">{t('serviceCards.setUp.units')}</legend>
      <p id="card-units-hint" className="field__hint">{t('serviceCards.setUp.unitsHint')}</p>
      {units.map((unit, index) => (
        <div key={unit.id} className="card-unit">
          <TextInput label={t('serviceCards.setUp.unit', { number: index + 1 })} value={unit.name} maxLength={80} isRequired onChange={name => set(index, { name })} />
          <Tick label={t('serviceCards.setUp.unitActive', { name: unit.name || t('serviceCards.setUp.unit', { number: index + 1 }) })} isOn={unit.active} onChange={active => set(index, { active })} />
        </div>
      ))}
      <div><Button icon="plus" isDisabled={units.length >= 60} onPress={() => change({ units: [...units, { id: CardUnitId.parse(crypto.randomUUID()), name: '', active: true }] })}>{t('serviceCards.setUp.addUnit')}</Button></div>
    </fieldset>
  )
}
