import { useState } from 'react'
import { germanDayAt, plusCalendarDays } from '../../../shared/german-days.ts'
import { useNow } from '../../core-client/core-context.tsx'
import { useTypedDraft, type TypedDraft, type TypedDraftParts } from '../../ui/editing/use-typed-draft.ts'
import { formatPlainDay } from '../../ui/format.ts'
import { useLanguage } from '../../ui/use-language.ts'
import { EMPTY_REQUEST, isBegun, keptRequestFrom, type KeptRequest } from './request-draft.ts'

const DAYS_AHEAD = 14

/** What the person has typed of a request for a house and not sent yet; a new one begins in two weeks. */
export function useRequestDraft(): TypedDraft<KeptRequest> {
  const language = useLanguage()
  const today = germanDayAt(useNow())
  const [parts] = useState<TypedDraftParts<KeptRequest>>(() => {
    const empty = { ...EMPTY_REQUEST, day: formatPlainDay(plusCalendarDays(today, DAYS_AHEAD), language) }
    return { key: 'hall-request-draft', empty, read: stored => keptRequestFrom(stored) ?? empty, toStore: draft => ({ ...draft }), isBegun }
  })
  return useTypedDraft(parts)
}
