import { expect, test } from 'vitest'
import { GERMAN_CLOCK } from '../../../../shared/domains/notices/clock/phrases-de.ts'
import { STANDARD_RULE_SETS } from '../../../../shared/domains/notices/clock/standard-rule-sets.ts'
import { TRIAL_WAYS, triedByLaw, triedByVersion } from './trial.ts'

const [law] = STANDARD_RULE_SETS
const rules = law?.versions.at(-1)
if (!law || !rules) throw new Error('there is no standard law')

test('a trial says by the version of its day and by another one when a letter would be final', () => {
  expect(triedByLaw(law, 'inland', '2026-03-02', GERMAN_CLOCK).join(' ')).toContain('am 6. März 2026, dem vierten Tag danach')
  expect(triedByVersion(law, { ...rules, from: '2027-01-01', postInland: { kind: 'after-days', days: 6, basis: '§ 1', shiftBasis: null } }, 'inland', '2026-03-02', GERMAN_CLOCK).join(' ')).toContain('am 8. März 2026, dem sechsten Tag danach')
})

test.each(TRIAL_WAYS)('every way has its words: %s', way => {
  expect(triedByLaw(law, way, '2026-03-02', GERMAN_CLOCK).length).toBeGreaterThan(0)
})

test('in the mailbox it makes a difference whether it is opened', () => {
  expect(triedByLaw(law, 'mailbox-opened', '2026-03-02', GERMAN_CLOCK).at(-1)).toMatch(/^Bestandskräftig/)
  expect(triedByLaw(law, 'mailbox', '2026-03-02', GERMAN_CLOCK).at(-1)).not.toMatch(/^Bestandskräftig/)
})
