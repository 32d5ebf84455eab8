import fc from 'fast-check'
import { expect, test } from 'vitest'
import { createSelection, EVERYTHING, isMarked, markedCount, NOTHING, toggled, withMarked, type Selection } from './selection.ts'

const LIST = ['a', 'b', 'c', 'd'] as const
const anyId = fc.constantFrom(...LIST)

test('marks are what a plain set of ids would hold, whether single cases or the whole list came first', () => {
  const anyStep = fc.oneof(
    fc.record({ kind: fc.constant('toggle' as const), id: anyId }),
    fc.record({ kind: fc.constant('mark' as const), ids: fc.array(anyId) }),
    fc.record({ kind: fc.constant('all' as const) }),
    fc.record({ kind: fc.constant('none' as const) }),
  )
  fc.assert(fc.property(fc.array(anyStep), steps => {
    let selection: Selection = NOTHING
    let plain = new Set<string>()
    for (const step of steps) {
      if (step.kind === 'toggle') {
        selection = toggled(selection, step.id)
        plain = plain.has(step.id) ? new Set([...plain].filter(id => id !== step.id)) : new Set([...plain, step.id])
      }
      if (step.kind === 'mark') {
        selection = withMarked(selection, step.ids)
        plain = new Set([...plain, ...step.ids])
      }
      if (step.kind === 'all') [selection, plain] = [EVERYTHING, new Set(LIST)]
      if (step.kind === 'none') [selection, plain] = [NOTHING, new Set()]
    }
    expect(LIST.filter(id => isMarked(selection, id))).toEqual(LIST.filter(id => plain.has(id)))
    expect(markedCount(selection, LIST.length)).toBe(plain.size)
  }), { verbose: true })
})

test('whoever listens is told of every change', () => {
  const store = createSelection()
  let told = 0
  store.subscribe(() => { told++ })
  store.change(selection => toggled(selection, 'a'))
  store.clear()
  expect({ told, selection: store.get() }).toEqual({ told: 2, selection: NOTHING })
})

test('marks are gone once another list is shown, and stay with their own', () => {
  const store = createSelection()
  store.belongTo('all')
  store.change(() => EVERYTHING)
  store.belongTo('all')
  expect(store.get()).toBe(EVERYTHING)
  store.belongTo('filtered')
  expect(store.get()).toBe(NOTHING)
})
