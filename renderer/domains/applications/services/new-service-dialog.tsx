import { useState, type FormEvent, type ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import type { ServiceId } from '../../../../shared/ids.ts'
import { Button } from '../../../ui/button.tsx'
import { Dialog, DialogActions } from '../../../ui/dialog.tsx'
import type { RefusalShown } from '../../../ui/error-sentences.ts'
import { Problem } from '../../../ui/problem.tsx'
import { Select } from '../../../ui/select.tsx'
import { TextInput } from '../../../ui/text-input.tsx'
import { useFirstFocus } from '../../../ui/use-first-focus.ts'
import { useKeepDraft } from './mutations.ts'
import { newServiceContent, newServiceId } from './new-service.ts'
import type { TownServices } from './queries.ts'

interface Props {
  readonly town: TownServices
  readonly onClose: () => void
  readonly onBegun: (id: ServiceId) => void
}

/** Asks for what a service cannot be begun without: its name and who is in charge. */
export function NewServiceDialog({ town, onClose, onBegun }: Props): ReactElement {
  const { t } = useTranslation()
  const [title, setTitle] = useState({ de: '', en: '' })
  const [departmentId, setDepartmentId] = useState<string | null>(null)
  const [isSent, setSent] = useState(false)
  const [refusal, setRefusal] = useState<RefusalShown>()
  const keep = useKeepDraft()
  const first = useFirstFocus<HTMLInputElement>()
  const missing = (isMissing: boolean): string | undefined => (isSent && isMissing ? t('services.problems.missing') : undefined)
  const begin = async (event: FormEvent): Promise<void> => {
    event.preventDefault()
    setSent(true)
    if (title.de.trim() === '' || title.en.trim() === '' || !departmentId) return
    const serviceId = newServiceId(title.de, town.services.map(({ id }) => id))
    const answer = await keep({ serviceId, content: newServiceContent(title, departmentId), basedOn: null, isBegun: false, departmentId })
    if (answer.ok) onBegun(serviceId)
    else setRefusal(answer.error)
  }
  return (
    <Dialog title={t('services.new')} isOpen onClose={onClose}>
      <form noValidate className="stack" onSubmit={event => void begin(event)}>
        <p>{t('services.newText')}</p>
        {refusal && <Problem refusal={refusal} />}
        <TextInput label={t('services.inLanguage', { label: t('services.fields.title'), language: t('services.languages.de') })} inputRef={first} error={missing(title.de.trim() === '')} value={title.de} maxLength={120} isRequired onChange={de => setTitle({ ...title, de })} />
        <TextInput label={t('services.inLanguage', { label: t('services.fields.title'), language: t('services.languages.en') })} error={missing(title.en.trim() === '')} value={title.en} maxLength={120} isRequired onChange={en => setTitle({ ...title, en })} />
        <Select label={t('services.fields.department')} items={town.departments} value={departmentId} placeholder={t('services.choose')} error={missing(!departmentId)} isRequired onChange={setDepartmentId} />
        <DialogActions>
          <Button onPress={onClose}>{t('common.cancel')}</Button>
          <Button kind="primary" type="submit">{t('services.begin')}</Button>
        </DialogActions>
      </form>
    </Dialog>
  )
}
