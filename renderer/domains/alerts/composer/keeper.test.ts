import { expect, test } from 'vitest'
import type { Content } from '../../../../shared/domains/alerts/content.ts'
import { aContent, aWording } from '../../../../shared/domains/alerts/testing.ts'
import type { CommandAnswer } from '../../../ui/use-command-result.ts'
import { createKeeper } from './keeper.ts'

const said = (headline: string) => ({ wordings: [aWording({ headline })] })
const headlineOf = (content: Content | null | undefined): string | undefined => content?.wordings[0]?.headline

function begun(answer: CommandAnswer = { ok: true }) {
  const kept: Content[] = []
  const keeper = createKeeper(aContent(), content => {
    kept.push(content)
    return Promise.resolve(answer)
  })
  return { keeper, kept, shown: () => headlineOf(keeper.state.get().content) }
}

test('what was typed is kept once, and comes back as one\'s own', async () => {
  const { keeper, kept } = begun()
  keeper.change(said('Brand'))
  expect([headlineOf(await keeper.flush()), headlineOf(await keeper.flush()), kept.length, keeper.state.get().keeping]).toEqual(['Brand', 'Brand', 1, 'kept'])
  keeper.read(aContent(said('Brand')), 'Person 2')
  expect(keeper.state.get().followed).toBeNull()
})

test('what is typed while it is kept is kept after it', async () => {
  const { keeper, kept } = begun()
  keeper.change(said('Brand'))
  const first = keeper.flush()
  keeper.change(said('Brand am Bahnhof'))
  await Promise.all([first, keeper.flush()])
  expect([headlineOf(kept.at(-1)), keeper.state.get().keeping]).toEqual(['Brand am Bahnhof', 'kept'])
})

test('an older version of one\'s own that the desk still reads changes nothing while one types', async () => {
  const { keeper, shown } = begun()
  keeper.change(said('Brand'))
  await keeper.flush()
  keeper.change(said('Brand am Bahnhof'))
  keeper.read(aContent(said('Brand')), 'Person 2')
  keeper.read(aContent(), 'Person 2')
  expect([shown(), keeper.state.get().theirs]).toEqual(['Brand am Bahnhof', null])
})

test('somebody else\'s words are followed where nothing is typed', () => {
  const { keeper, shown } = begun()
  keeper.read(aContent(said('Von Person 2')), 'Person 2')
  expect([shown(), keeper.state.get().followed]).toEqual(['Von Person 2', 'Person 2'])
})

test.each(['takeTheirs', 'keepMine'] as const)('where both have written, nothing is kept until a person has chosen: %s', async choice => {
  const { keeper, kept, shown } = begun()
  keeper.change(said('Meine Worte'))
  keeper.read(aContent(said('Von Person 2')), 'Person 2')
  keeper.change(said('Meine letzten Worte'))
  expect([await keeper.flush(), kept.length, shown()]).toEqual([undefined, 0, 'Meine letzten Worte'])
  keeper[choice]()
  expect(headlineOf(await keeper.flush())).toBe(choice === 'keepMine' ? 'Meine letzten Worte' : 'Von Person 2')
  expect(kept).toHaveLength(choice === 'keepMine' ? 1 : 0)
})

test('words that could not be kept stay, with the reason', async () => {
  const { keeper, shown } = begun({ ok: false, error: { code: 'alerts/wrong-stage' } })
  keeper.change(said('Brand'))
  expect([await keeper.flush(), shown(), keeper.state.get().keeping]).toEqual([undefined, 'Brand', { refusal: { code: 'alerts/wrong-stage' } }])
})
