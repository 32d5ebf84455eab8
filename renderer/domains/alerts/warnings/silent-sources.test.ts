import { expect, test } from 'vitest'
import { ALERT_NOW } from '../../../../shared/domains/alerts/testing.ts'
import { instantFromMs, msOf } from '../../../../shared/time.ts'
import type { WarningSource } from '../../../../shared/wire/official-warnings.ts'
import { silentSources } from './silent-sources.ts'

const answered = (minutesAgo: number | null): WarningSource =>
  ({ kind: 'address', name: String(minutesAgo), askedAt: ALERT_NOW, answeredAt: minutesAgo === null ? null : instantFromMs(msOf(ALERT_NOW) - minutesAgo * 60_000), problem: null })

test('a source is silent that has not answered for ten minutes, or never, though nobody says why', () => {
  expect(silentSources([answered(1), answered(10), answered(11), answered(null)], ALERT_NOW).map(({ name }) => name)).toEqual(['11', 'null'])
})
