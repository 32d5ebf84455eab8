import { useState, type FormEvent, type ReactElement } from 'react'
import { Checkbox } from 'react-aria-components'
import { useTranslation } from 'react-i18next'
import { DepartmentId } from '../../../../shared/ids.ts'
import { usePerson } from '../../../core-client/core-context.tsx'
import { Button } from '../../../ui/button.tsx'
import { Dialog, DialogActions } from '../../../ui/dialog.tsx'
import { Icon } from '../../../ui/icon.tsx'
import { Select } from '../../../ui/select.tsx'
import { TextInput } from '../../../ui/text-input.tsx'
import { useFirstFocus } from '../../../ui/use-first-focus.ts'
import { useFacets } from '../queries.ts'

export interface ViewFields {
  readonly name: string
  readonly departmentId: DepartmentId | null
  readonly tellsWhenFilled: boolean
}

interface Props {
  readonly title: string
  readonly start: ViewFields
  /** Whether it may be given to others or taken back. */
  readonly isOwn: boolean
  readonly onSave: (fields: ViewFields) => Promise<boolean>
  readonly onClose: () => void
}

const ONLY_ME = 'me'

/** Name, for whom, and whether to tell: what a person says about a view they keep. */
export function ViewDialog({ title, start, isOwn, onSave, onClose }: Props): ReactElement {
  const { t } = useTranslation()
  const [fields, setFields] = useState(start)
  const [isSent, setSent] = useState(false)
  const name = useFirstFocus<HTMLInputElement>()
  const change = (part: Partial<ViewFields>): void => setFields(before => ({ ...before, ...part }))
  const lacksName = fields.name.trim() === ''
  const save = async (event: FormEvent): Promise<void> => {
    event.preventDefault()
    setSent(true)
    if (!lacksName && await onSave({ ...fields, name: fields.name.trim() })) onClose()
  }
  return (
    <Dialog title={title} isOpen onClose={onClose} size="small">
      <form noValidate className="stack" onSubmit={event => void save(event)}>
        <TextInput label={t('savedViews.name')} value={fields.name} maxLength={60} isRequired inputRef={name} error={isSent && lacksName ? t('savedViews.nameMissing') : undefined} onChange={text => change({ name: text })} />
        {isOwn && <ForWhom value={fields.departmentId} onChange={departmentId => change({ departmentId })} />}
        {isOwn && (
          <Checkbox className="view-tells" isSelected={fields.tellsWhenFilled} onChange={tellsWhenFilled => change({ tellsWhenFilled })}>
            {({ isSelected }) => (
              <>
                <span className={isSelected ? 'tick tick--on' : 'tick'} aria-hidden="true">{isSelected && <Icon name="check" size={14} />}</span>
                <span>{t('savedViews.tell')}</span>
              </>
            )}
          </Checkbox>
        )}
        <DialogActions>
          <Button onPress={onClose}>{t('common.cancel')}</Button>
          <Button kind="primary" type="submit">{t('savedViews.save')}</Button>
        </DialogActions>
      </form>
    </Dialog>
  )
}

/** The person alone, or a department they work in. */
function ForWhom({ value, onChange }: { readonly value: DepartmentId | null; readonly onChange: (id: DepartmentId | null) => void }): ReactElement | null {
  const { t } = useTranslation()
  const departments = useOwnDepartments()
  if (departments.length === 0) return null
  const items = [{ id: ONLY_ME, name: t('savedViews.onlyMe') }, ...departments.map(({ id, name }) => ({ id, name: t('savedViews.everybodyIn', { name }) }))]
  return <Select label={t('savedViews.forWhom')} items={items} value={value ?? ONLY_ME} onChange={id => onChange(id === ONLY_ME ? null : DepartmentId.parse(id))} />
}

function useOwnDepartments(): readonly { readonly id: string; readonly name: string }[] {
  const { grants } = usePerson()
  const { departments } = useFacets()
  const works = grants.filter(({ role }) => role === 'clerk' || role === 'lead')
  return departments.filter(({ id }) => works.some(({ departmentId }) => departmentId === null || departmentId === id))
}
