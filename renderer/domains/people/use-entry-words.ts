import { useTranslation } from 'react-i18next'
import type { TimelineEntry } from '../../../shared/wire/people.ts'
import { formatDay } from '../../ui/format.ts'
import { useLanguage } from '../../ui/use-language.ts'

/** An entry as a sentence names it: what it is, its title and its day. */
export function useEntryWords(): (entry: TimelineEntry) => string {
  const { t } = useTranslation()
  const language = useLanguage()
  return ({ table, title, at }) => t('people.assign.what', { kind: t(`people.kinds.${table}`), title: title[language], day: formatDay(at, language) })
}
