import type { ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import type { Grant } from '../../../../shared/actor.ts'
import type { Department } from '../../../../shared/domains/staff/tables.ts'
import { taskInWords } from './people-rows.ts'

/** A task in words, with the group that gives it. */
export function TaskWords({ grant, departments }: { readonly grant: Grant; readonly departments: readonly Department[] }): ReactElement {
  const { t } = useTranslation()
  const task = taskInWords(grant, departments, role => t(`roles.${role}`))
  return <>{grant.fromGroup === undefined ? task : t('staff.fromGroup', { task, group: grant.fromGroup })}</>
}
