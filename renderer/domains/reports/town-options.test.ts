import { QueryClient, QueryObserver } from '@tanstack/react-query'
import { expect, test } from 'vitest'
import type { Period } from '../../../shared/domains/reports/periods.ts'
import { townOptions } from './town-options.ts'

const OCTOBER = { from: '2026-10-01', to: '2026-10-31' }
const NOVEMBER = { from: '2026-11-01', to: '2026-11-22' }

test('figures that stay until the new ones are there keep the days they are about', async () => {
  const arriving = Promise.withResolvers<number>()
  const answers = new Map([[OCTOBER.from, Promise.resolve(10)], [NOVEMBER.from, arriving.promise]])
  const optionsOf = (period: Period) => townOptions(['town', period], period, ({ from }) => answers.get(from) ?? Promise.reject(new Error(from)))
  const queryClient = new QueryClient()
  await queryClient.fetchQuery(optionsOf(OCTOBER))
  const observer = new QueryObserver(queryClient, optionsOf(OCTOBER))
  const stop = observer.subscribe(() => undefined)
  observer.setOptions(optionsOf(NOVEMBER))
  expect(observer.getCurrentResult()).toMatchObject({ isFetching: true, data: { period: OCTOBER, answer: 10 } })
  arriving.resolve(11)
  await queryClient.fetchQuery(optionsOf(NOVEMBER))
  expect(observer.getCurrentResult().data).toEqual({ period: NOVEMBER, answer: 11 })
  stop()
  queryClient.clear()
})
