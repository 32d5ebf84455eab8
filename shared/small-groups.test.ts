import fc from 'fast-check'
import { expect, test } from 'vitest'
import { isSmall, SMALLEST_GROUP, unionOf, withoutSmallGroups, type Group } from './small-groups.ts'

const SEED = Number(process.env['FC_SEED'] ?? Math.floor(Math.random() * 2 ** 31))

const aGroup: fc.Arbitrary<Group> = fc.record({
  cases: fc.integer({ min: 1, max: 14 }),
  people: fc.uniqueArray(fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f', 'g', 'h'), { minLength: 1, maxLength: 8 }).map(names => new Set(names)),
  isAgreed: fc.boolean(),
})
const groups = fc.array(aGroup, { maxLength: 12 })

const about = (cases: number, people: string, isAgreed = false): Group => ({ cases, people: new Set(people), isAgreed })

test(`no figure shown is about fewer than five cases or persons (seed ${SEED})`, () => {
  fc.assert(fc.property(groups, all => {
    const { shown } = withoutSmallGroups(all)
    expect(shown.filter(({ cases }) => cases < SMALLEST_GROUP)).toEqual([])
    expect(shown.filter(({ people, isAgreed }) => !isAgreed && people.size < SMALLEST_GROUP)).toEqual([])
  }), { seed: SEED, numRuns: 2_000 })
})

test(`total minus what is shown is nothing, or no small group: subtraction finds nobody (seed ${SEED})`, () => {
  fc.assert(fc.property(groups, all => {
    const { shown, hidden } = withoutSmallGroups(all)
    expect(shown.length > 0 && hidden.length > 0 && isSmall(unionOf(hidden))).toBe(false)
  }), { seed: SEED, numRuns: 2_000 })
})

test(`every group is either shown or hidden, in the order it came, and nothing is hidden without need (seed ${SEED})`, () => {
  fc.assert(fc.property(groups, all => {
    const { shown, hidden } = withoutSmallGroups(all)
    expect(all.filter(group => shown.includes(group))).toEqual(shown)
    expect(shown.length + hidden.length).toBe(all.length)
    expect(all.some(isSmall) ? [] : hidden).toEqual([])
  }), { seed: SEED, numRuns: 2_000 })
})

test('one small group alone takes the next smallest with it', () => {
  const [small, middle, large] = [about(2, 'ab'), about(9, 'abcdef'), about(40, 'abcdef')]
  expect(withoutSmallGroups([large, small, middle])).toEqual({ shown: [large], hidden: [small, middle] })
})

test('two groups that are small by their persons protect each other once they are many together', () => {
  const groupsOfTwo = [about(8, 'ab'), about(9, 'cd'), about(7, 'ef')]
  const large = about(40, 'abcdef')
  expect(withoutSmallGroups([...groupsOfTwo, large]).shown).toEqual([large])
})

test('where the staff agreed, persons may be found, single cases not', () => {
  expect(isSmall(about(5, 'a', true))).toBe(false)
  expect(isSmall(about(4, 'abcdef', true))).toBe(true)
  expect(isSmall(unionOf([about(30, 'ab', true), about(30, 'ab')]))).toBe(true)
})
