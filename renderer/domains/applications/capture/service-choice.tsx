import { useMemo, type ReactElement } from 'react'
import { Autocomplete, Header, Input, ListBox, ListBoxItem, ListBoxSection, SearchField, useFilter } from 'react-aria-components'
import { useTranslation } from 'react-i18next'
import { CASE_WORKERS } from '../../../../shared/domains/applications/rules.ts'
import type { TownService } from '../../../../shared/domains/applications/service-tables.ts'
import type { ServiceId } from '../../../../shared/ids.ts'
import { usePerson } from '../../../core-client/core-context.tsx'
import { Icon } from '../../../ui/icon.tsx'
import { useFirstFocus } from '../../../ui/use-first-focus.ts'
import { useLanguage } from '../../../ui/use-language.ts'
import { useFacets, useServices } from '../queries.ts'

/** The services of the departments in which the person works: typing narrows them, the arrows and Enter choose. */
export function ServiceChoice({ onChoose }: { readonly onChoose: (id: ServiceId) => void }): ReactElement {
  const { t } = useTranslation()
  const { contains } = useFilter({ sensitivity: 'base' })
  const field = useFirstFocus<HTMLInputElement>()
  const groups = useGroups()
  return (
    <section className="capture__panel" aria-labelledby="capture-service">
      <h2 id="capture-service" className="capture__subtitle">{t('capture.service')}</h2>
      <Autocomplete filter={contains}>
        <SearchField className="search capture__search" aria-label={t('capture.findService')}>
          <Icon name="search" size={16} />
          <Input ref={field} className="input" autoComplete="off" placeholder={t('capture.findService')} />
        </SearchField>
        <ListBox
          className="choices capture__services" aria-label={t('capture.service')} selectionMode="none"
          onAction={key => onChoose(String(key) as ServiceId)} renderEmptyState={() => <p className="choices__empty">{t('capture.noService')}</p>}
        >
          {groups.map(({ id, name, services }) => (
            <ListBoxSection key={id} id={id}>
              <Header className="capture__department">{name}</Header>
              {services.map(service => <ListBoxItem key={service.id} id={service.id} textValue={service.title} className="choice">{service.title}</ListBoxItem>)}
            </ListBoxSection>
          ))}
        </ListBox>
      </Autocomplete>
    </section>
  )
}

interface Group {
  readonly id: string
  readonly name: string
  readonly services: readonly { readonly id: ServiceId; readonly title: string }[]
}

function useGroups(): readonly Group[] {
  const { grants } = usePerson()
  const services = useServices()
  const { departments } = useFacets()
  const language = useLanguage()
  return useMemo(() => {
    const works = (id: string): boolean => grants.some(({ role, departmentId }) => CASE_WORKERS.some(own => own === role) && (departmentId === null || departmentId === id))
    const offered = (id: string): readonly TownService[] => services.filter(({ active, departmentId }) => active && departmentId === id)
    return departments.filter(({ id }) => works(id)).map(({ id, name }) => ({
      id, name, services: offered(id).map(service => ({ id: service.id, title: service.title[language] })),
    })).filter(group => group.services.length > 0)
  }, [grants, services, departments, language])
}
