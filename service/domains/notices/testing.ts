import { STANDARD_TEMPLATES } from '../../../shared/domains/letters/standard-templates.ts'
import { aLetterhead } from '../../../shared/domains/letters/testing.ts'
import type { Paper } from '../../../shared/domains/notices/tables.ts'

/** What a run of the town's standard notices is written on. */
export function aPaper(overrides: Partial<Paper> = {}): Paper {
  const template = STANDARD_TEMPLATES.find(({ id }) => id === 'notice')
  if (!template) throw new Error('there is no standard notice')
  return { template, letterhead: aLetterhead(), dated: '2026-11-23', ...overrides }
}
