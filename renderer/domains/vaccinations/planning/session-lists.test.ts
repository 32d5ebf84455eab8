import { expect, test } from 'vitest'
import { aSession } from '../../../../shared/domains/vaccinations/testing.ts'
import { PlaceId, SessionId } from '../../../../shared/ids.ts'
import { possibleSteps, sessionLists } from './session-lists.ts'

const TODAY = '2026-11-24'
const on = (day: string, status: ReturnType<typeof aSession>['status'], n = 1) => aSession({ id: SessionId.parse(`0192a000-0000-7000-8000-00000000ad0${n}`), day, status })

test('sessions stand under today, ahead and past; one that was cancelled is past wherever its day lies', () => {
  const elsewhere = aSession({ placeId: PlaceId.parse('0192a000-0000-7000-8000-000000000e09') })
  const lists = sessionLists([on('2026-11-20', 'closed'), on('2026-11-23', 'closed', 2), on(TODAY, 'open', 3), on('2026-12-01', 'planned', 4), on('2026-12-02', 'cancelled', 5), elsewhere], aSession().placeId, TODAY)
  expect(Object.values(lists).map((list: readonly { day: string }[]) => list.map(({ day }) => day))).toEqual([[TODAY], ['2026-12-01'], ['2026-12-02', '2026-11-23', '2026-11-20']])
})

test('a session is opened on its day, changed until it is over, and cancelled before it was opened', () => {
  const steps = (day: string, status: ReturnType<typeof aSession>['status']) => Object.entries(possibleSteps(on(day, status), TODAY)).filter(([, may]) => may).map(([step]) => step)
  expect(steps('2026-12-01', 'planned')).toEqual(['change', 'cancel'])
  expect(steps(TODAY, 'planned')).toEqual(['change', 'open', 'cancel'])
  expect(steps(TODAY, 'open')).toEqual(['change', 'close'])
  expect(steps(TODAY, 'closed')).toEqual(['open'])
  expect(steps('2026-11-20', 'open')).toEqual(['close'])
  expect(steps('2026-12-01', 'cancelled')).toEqual([])
})
