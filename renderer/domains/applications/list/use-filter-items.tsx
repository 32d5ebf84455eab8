import { APPLICATION_STATUSES } from '../../../../shared/domains/applications/tables.ts'
import { useTranslation } from 'react-i18next'
import { usePerson } from '../../../core-client/core-context.tsx'
import type { ChoiceItem } from '../../../ui/choice-filter.tsx'
import { StatusMark } from '../../../ui/status-mark.tsx'
import { useLanguage } from '../../../ui/use-language.ts'
import { useFacets, useServices } from '../queries.ts'
import type { Choice } from './filters.ts'

const OUTCOMES = ['granted', 'refused'] as const

/** The values of every filter that is a choice, with the words for them. */
export function useFilterItems(): Readonly<Record<Choice, readonly ChoiceItem[]>> {
  const { t } = useTranslation()
  const language = useLanguage()
  const { localities, departments, staff } = useFacets()
  const me = usePerson().personId
  const services = useServices()
  const people = staff.map(({ personId, name }) => ({ id: personId, name }))
  return {
    status: APPLICATION_STATUSES.map(status => ({ id: status, name: t(`status.${status}`), mark: <StatusMark status={status} outcome={null} /> })),
    outcome: OUTCOMES.map(outcome => ({ id: outcome, name: t(`outcome.${outcome}`) })),
    serviceId: services.map(({ id, title }) => ({ id, name: title[language] })).toSorted(byName),
    locality: localities.map(locality => ({ id: locality, name: locality })),
    assigneeId: [...people.filter(({ id }) => id === me).map(({ id, name }) => ({ id, name: `${t('list.me')} (${name})` })), ...people.filter(({ id }) => id !== me)],
    departmentId: departments.map(({ id, name }) => ({ id, name })),
  }
}

const byName = (one: ChoiceItem, other: ChoiceItem): number => one.name.localeCompare(other.name, 'de')
