import type { ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import type { CardOrganisation } from '../../../shared/domains/service-cards/tables.ts'
import { formatPlainDay } from '../../ui/format.ts'
import { Select } from '../../ui/select.tsx'
import { TextArea, TextInput } from '../../ui/text-input.tsx'
import { useFirstFocus } from '../../ui/use-first-focus.ts'
import { useLanguage } from '../../ui/use-language.ts'
import { useToday } from './card-words.tsx'
import type { DraftProblem, RequestDraft } from './request-draft.ts'

interface Props {
  readonly draft: RequestDraft
  readonly organisation: CardOrganisation
  readonly organisations: readonly CardOrganisation[]
  readonly problems: ReadonlySet<DraftProblem>
  readonly change: (changed: Partial<RequestDraft>) => void
}

/** What a card says, field by field. */
export function RequestFields({ draft, organisation, organisations, problems, change }: Props): ReactElement {
  const { t } = useTranslation()
  const first = useFirstFocus<HTMLInputElement>(true)
  const wrong = (problem: 'familyName' | 'givenName' | 'unit' | 'rank'): string | undefined => (problems.has(problem) ? t(`serviceCards.missing.${problem}`) : undefined)
  return (
    <>
      <div className="card-fields">
        <TextInput label={t('serviceCards.givenName')} value={draft.givenName} maxLength={80} isRequired inputRef={first} error={wrong('givenName')} onChange={givenName => change({ givenName })} />
        <TextInput label={t('serviceCards.familyName')} value={draft.familyName} maxLength={80} isRequired error={wrong('familyName')} onChange={familyName => change({ familyName })} />
        {organisations.length > 1 && <Select label={t('serviceCards.organisation')} value={draft.organisationId} items={organisations.map(({ id, name }) => ({ id, name }))} onChange={organisationId => change({ organisationId })} />}
        <Select label={t('serviceCards.unit')} value={draft.unitId} isRequired error={wrong('unit')} items={organisation.units.filter(({ active }) => active).map(({ id, name }) => ({ id, name }))} onChange={unitId => change({ unitId })} />
        <Select label={t('serviceCards.rank')} value={draft.rank} isRequired error={wrong('rank')} items={organisation.ranks.map(name => ({ id: name, name }))} onChange={rank => change({ rank })} />
        <TextInput label={t('serviceCards.duty')} value={draft.duty} maxLength={80} onChange={duty => change({ duty })} />
        <Days draft={draft} organisation={organisation} problems={problems} change={change} />
      </div>
      <TextArea label={t('serviceCards.authority')} value={draft.authority} maxLength={300} onChange={authority => change({ authority })} />
    </>
  )
}

function Days({ draft, organisation, problems, change }: Pick<Props, 'draft' | 'organisation' | 'problems' | 'change'>): ReactElement {
  const { t } = useTranslation()
  const example = formatPlainDay(useToday(), useLanguage())
  const noDay = t('serviceCards.missing.day', { example })
  const untilWrong = problems.has('validUntil') ? noDay : problems.has('order') ? t('serviceCards.missing.order') : problems.has('long') ? t('serviceCards.missing.long', { years: organisation.validYears }) : undefined
  return (
    <>
      <TextInput label={t('serviceCards.validFrom')} value={draft.validFrom} maxLength={10} isRequired placeholder={t('list.filter.dateHint')} error={problems.has('validFrom') ? noDay : undefined} onChange={validFrom => change({ validFrom })} />
      <TextInput label={t('serviceCards.validUntil')} value={draft.validUntil} maxLength={10} isRequired placeholder={t('list.filter.dateHint')} error={untilWrong} onChange={validUntil => change({ validUntil })} />
    </>
  )
}
