import { useTranslation } from 'react-i18next'
import type { Offer } from '../../../../shared/contract/capture.ts'
import { receiptOn } from '../../../../shared/domains/applications/capture-command.ts'
import { problemsForStaff } from '../../../../shared/domains/applications/form-problems.ts'
import { textOf } from '../../../../shared/domains/applications/problem-texts.ts'
import { valuesOf } from '../../../../shared/domains/applications/typed-values.ts'
import { instantFromMs } from '../../../../shared/time.ts'
import { useNow } from '../../../core-client/core-context.tsx'
import { errorSentences } from '../../../ui/error-sentences.ts'
import { parseDay } from '../../../ui/format.ts'
import { useLanguage } from '../../../ui/use-language.ts'
import type { CaptureDraft } from './capture-draft.ts'

/** Stands for the day of receipt among the keys of the form, none of which begins so. */
export const RECEIVED_ON = ' receivedOn'

/** What stands against the draft, by key and in the order of the screen: the very rules that the service decides by. */
export function useProblems({ form }: Offer, draft: CaptureDraft): ReadonlyMap<string, string> {
  const { t } = useTranslation()
  const language = useLanguage()
  const now = instantFromMs(useNow())
  const day = parseDay(draft.receivedOn)
  const receipt = day === undefined ? undefined : receiptOn(day, now)
  const said = receipt === undefined ? t('list.filter.dateWrong') : receipt.ok ? undefined : errorSentences(t, receipt.error).happened
  const found = problemsForStaff(form, valuesOf(form, new Map(Object.entries(draft.typed))))
  return new Map([
    ...(said === undefined ? [] : [[RECEIVED_ON, said] as const]),
    ...found.map(problem => [problem.key, textOf(problem)[language]] as const),
  ])
}
