import { expect, test } from 'vitest'
import { aBatch } from '../../../../shared/domains/vaccinations/testing.ts'
import { EMPTY_STOCK, readStock, stockDraftOf } from './stock-draft.ts'

const batchId = aBatch().id
const line = { batchId, doses: 20, wasted: 2, wastedReason: 'Kühlkette' }

test('a line of the stock that is read and written stays what it is', () => {
  expect(readStock(stockDraftOf(line), 0).line).toEqual(line)
  expect(readStock({ ...stockDraftOf(line), wasted: '' }, 0).line).toEqual({ batchId, doses: 20, wasted: 0, wastedReason: '' })
})

test('what is missing or cannot be is named', () => {
  const problem = (part: Partial<typeof EMPTY_STOCK>, given = 0) => readStock({ ...stockDraftOf(line), ...part }, given).problem
  expect([readStock(EMPTY_STOCK, 0).problem, problem({ doses: '' }), problem({ doses: '-1' }), problem({ wasted: 'x' }), problem({ wasted: '21' }), problem({ wastedReason: ' ' }), problem({}, 18), problem({}, 19)])
    .toEqual(['batch', 'doses', 'doses', 'wasted', 'too-much', 'reason', undefined, 'too-much'])
})
