import { useState, type ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import type { Department } from '../../../../shared/domains/staff/tables.ts'
import { DepartmentId } from '../../../../shared/ids.ts'
import { plainId } from '../../../ui/editing/plain-id.ts'
import { FormDialog } from '../../../ui/form-dialog.tsx'
import { TextInput } from '../../../ui/text-input.tsx'
import { useDepartmentCommand } from '../mutations.ts'

interface Props {
  readonly departments: readonly Department[]
  /** The one that gets another name; without one a department is added. */
  readonly department: Department | undefined
  readonly onClose: () => void
}

/** So much of a name becomes an id: each letter may become two, and a number may follow. */
const NAMED_BY = 18

/** The name of a department; its id follows from the first one and stays. */
export function DepartmentDialog({ departments, department, onClose }: Props): ReactElement {
  const { t } = useTranslation()
  const [name, setName] = useState(department?.name ?? '')
  const [isSent, setSent] = useState(false)
  const add = useDepartmentCommand('add')
  const rename = useDepartmentCommand('rename')
  const send = async (): Promise<void> => {
    setSent(true)
    const given = name.trim()
    if (given === '') return
    const isDone = department
      ? await rename.run({ departmentId: department.id, name: given })
      : await add.run({ departmentId: DepartmentId.parse(plainId(given.slice(0, NAMED_BY), departments.map(({ id }) => id), 'abteilung')), name: given })
    if (isDone) onClose()
  }
  return (
    <FormDialog
      title={t(department ? 'staff.renameTitle' : 'staff.addDepartment')} confirm={t(department ? 'staff.save' : 'staff.addDepartment')}
      isRunning={add.isRunning || rename.isRunning} onSend={() => void send()} onClose={onClose}
    >
      <TextInput label={t('staff.departmentName')} value={name} onChange={setName} maxLength={120} isRequired error={isSent && name.trim() === '' ? t('staff.departmentNameMissing') : undefined} />
      {department && <p>{t('staff.renameText')}</p>}
    </FormDialog>
  )
}
