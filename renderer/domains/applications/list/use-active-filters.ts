import { useTranslation } from 'react-i18next'
import type { FormFilter } from '../../../../shared/contract/form-filter.ts'
import { formatNumber, formatPlainDay } from '../../../ui/format.ts'
import { useLanguage } from '../../../ui/use-language.ts'
import type { FormField } from '../queries.ts'
import { CHOICES, withChoice, type Choice, type Filters } from './filters.ts'
import { useFilterItems } from './use-filter-items.tsx'

export interface ActiveFilter {
  readonly id: string
  readonly label: string
  readonly without: Filters
}

/** Filters by days: their name, and the two bounds they consist of. */
const DAYS = [['received', 'receivedFrom', 'receivedTo'], ['decided', 'decidedFrom', 'decidedTo'], ['closed', 'closedFrom', 'closedTo'], ['due', 'dueFrom', 'dueTo']] as const

/** Everything that narrows the list, in words, each with the filters as they are without it. */
export function useActiveFilters(filters: Filters, fields: readonly FormField[]): readonly ActiveFilter[] {
  const { t } = useTranslation()
  const language = useLanguage()
  const items = useFilterItems()
  const inWords = formFilterWords()
  const named = (name: string, value: string): string => t('list.filterActive', { name, value })
  const chosen = (choice: Choice): readonly ActiveFilter[] => filters[choice].map(value => ({
    id: `${choice}/${value}`,
    label: named(t(`list.filter.${choice}`), items[choice].find(({ id }) => id === value)?.name ?? value),
    without: withChoice(filters, choice, filters[choice].filter(other => other !== value)),
  }))
  const days = DAYS.flatMap(([name, from, to]): readonly ActiveFilter[] => {
    const words = daysWords(filters[from] ?? null, filters[to] ?? null)
    return words === undefined ? [] : [{ id: name, label: named(t(`list.filter.${name}`), words), without: { ...filters, [from]: null, [to]: null } }]
  })
  const rests = filters.restsUntil === null ? [] : [{ id: 'rests', label: named(t('list.filter.rests'), t('list.filter.restsUntil', { day: formatPlainDay(filters.restsUntil, language) })), without: { ...filters, restsUntil: null } }]
  const channels = (filters.channel ?? []).map((channel): ActiveFilter => ({
    id: `channel/${channel}`, label: named(t('list.filter.channel'), t(`list.filter.channels.${channel}`)), without: { ...filters, channel: (filters.channel ?? []).filter(other => other !== channel) },
  }))
  const late = filters.isLate ? [{ id: 'late', label: named(t('list.filter.late'), t('list.filter.isLate')), without: { ...filters, isLate: false } }] : []
  const form = filters.form.map((filter): ActiveFilter => ({
    id: `form/${filter.key}`, label: named(fields.find(({ key }) => key === filter.key)?.label[language] ?? filter.key, inWords(filter, fields)),
    without: { ...filters, form: filters.form.filter(other => other !== filter) },
  }))
  return [...CHOICES.flatMap(chosen), ...days, ...rests, ...channels, ...late, ...fromReport(), ...form]

  function fromReport(): readonly ActiveFilter[] {
    const { sentBack, askedFor } = filters
    const back = sentBack ? [{ id: 'sent-back', label: named(t(`list.filter.sentBack.${sentBack.how}`), daysWords(sentBack.from, sentBack.to) ?? ''), without: { ...filters, sentBack: null } }] : []
    if (!askedFor) return back
    const words = t('list.filter.askedWords', { label: askedFor.label || t('list.filter.ownWords'), days: daysWords(askedFor.from, askedFor.to) ?? '' })
    return [...back, { id: 'asked-for', label: named(t('list.filter.askedFor'), words), without: { ...filters, askedFor: null } }]
  }

  function daysWords(from: string | null, to: string | null): string | undefined {
    if (from === null && to === null) return undefined
    return boundsWords(from && formatPlainDay(from, language), to && formatPlainDay(to, language))
  }

  function boundsWords(from: string | null, to: string | null): string {
    return t(`list.filter.${from && to ? 'between' : from ? 'since' : 'until'}`, { from: from ?? '', to: to ?? '' })
  }

  function formFilterWords(): (filter: FormFilter, known: readonly FormField[]) => string {
    return (filter, known) => {
      switch (filter.kind) {
        case 'text': return t(`list.filter.${filter.how}Words`, { text: filter.text })
        case 'number': return boundsWords(filter.from === null ? null : formatNumber(filter.from, language), filter.to === null ? null : formatNumber(filter.to, language))
        case 'date': return boundsWords(filter.from && formatPlainDay(filter.from, language), filter.to && formatPlainDay(filter.to, language))
        case 'choice': return filter.values.map(value => known.find(({ key }) => key === filter.key)?.choices.find(choice => choice.value === value)?.label[language] ?? value).join(', ')
        case 'yes-no': return t(`list.filter.${filter.value ? 'yes' : 'no'}`)
        default: return filter satisfies never
      }
    }
  }
}
