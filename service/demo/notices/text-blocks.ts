import type { TextBlock } from '../../../shared/domains/letters/tables.ts'
import { TOWN_SCOPE } from '../../../shared/scope.ts'
import { plusDays, type Instant } from '../../../shared/time.ts'
import { demoStaff } from '../staff.ts'

export const PAYMENT_BLOCK = 'zahlung'
export const PRIVACY_BLOCK = 'datenschutz'

/** What all notices of the demo town say alike; how to pay was once said in fewer words. */
export function demoTextBlocks(now: Instant): readonly TextBlock[] {
  const author = demoStaff(now).find(({ login }) => login === 'lars.behrends')
  if (!author) throw new Error('nobody writes the letters of the demo town')
  const by = (daysAgo: number) => ({ publishedAt: plusDays(now, -daysAgo), publishedBy: author.personId, publishedByName: author.name })
  const { publishedAt, publishedByName } = by(400)
  return [
    {
      id: PAYMENT_BLOCK, scope: TOWN_SCOPE, version: 0, title: 'Zahlung', active: true, ...by(62), blockVersion: 2,
      paragraphs: ['# Zahlung', 'Bitte zahlen Sie bis zum {{payableBy}} und geben Sie das Kassenzeichen {{cashReference}} an.'],
      earlier: [{ blockVersion: 1, paragraphs: ['# Zahlung', 'Bitte zahlen Sie bis zum {{payableBy}}.'], publishedAt, publishedByName }],
    },
    {
      id: PRIVACY_BLOCK, scope: TOWN_SCOPE, version: 0, title: 'Datenschutz', active: true, ...by(62), blockVersion: 1, earlier: [],
      paragraphs: ['Wofür wir Ihre Angaben brauchen und wie lange wir sie behalten, sagen wir Ihnen gern.'],
    },
  ]
}
