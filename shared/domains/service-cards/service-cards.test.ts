import fc from 'fast-check'
import { expect, test } from 'vitest'
import { instantFromMs } from '../../time.ts'
import { rowsUnderCommands } from '../../testing.ts'
import { anActor } from '../staff/testing.ts'
import { isCardPhoto, judgedContent, lastDayFrom } from './card-content.ts'
import { CARD_STEPS, canBeFollowed, canStep, cardStateOn, cardStepped, cardTodo, isOut, isToRenew } from './card-steps.ts'
import { blockCard, handOverCard } from './decide-commands.ts'
import { renewCards, withdrawCards } from './request-commands.ts'
import { CARD_STATUSES, type ServiceCard } from './tables.ts'
import { aCardContent, aCardOrganisation, aCardPhoto, aServiceCard } from './testing.ts'

const TODAY = '2026-11-24'
const NOW = instantFromMs(Date.UTC(2026, 10, 24, 9))

test('the way from request to the card in its holder’s hand, and no other', () => {
  const steps = Object.fromEntries(CARD_STATUSES.map(status => [status, CARD_STEPS.filter(step => canStep(status, step))]))
  expect(steps).toEqual({
    requested: ['approve', 'refuse', 'withdraw'], approved: ['withdraw', 'issue'], issued: ['hand-over', 'block', 'replace'], 'handed-over': ['block', 'replace'],
    blocked: [], replaced: [], refused: [], withdrawn: [],
  })
})

test('whatever steps are tried, a card is out from its issue to its end, never without an approval, and an end stays one', () => {
  fc.assert(fc.property(fc.array(fc.constantFrom(...CARD_STEPS), { maxLength: 12 }), tried => {
    let card = aServiceCard()
    const taken: string[] = []
    for (const step of tried) {
      const stepped = cardStepped(card, step)
      expect(stepped.ok).toBe(canStep(card.status, step))
      if (!stepped.ok) continue
      card = stepped.value
      taken.push(step)
    }
    const ended = taken.some(step => ['refuse', 'withdraw', 'block', 'replace'].includes(step))
    expect(isOut(card)).toBe(taken.includes('issue') && !ended)
    expect(!taken.includes('issue') || taken.slice(0, 2).join(' ') === 'approve issue').toBe(true)
  }))
})

test.each([
  ['handed-over', '2026-11-24', 'handed-over'], ['handed-over', '2026-11-23', 'expired'], ['issued', '2026-11-23', 'expired'], ['blocked', '2026-11-23', 'blocked'], ['requested', '2026-11-23', 'requested'],
] as const)('a card that is %s and ends on %s is today %s', (status, validUntil, state) => {
  expect(cardStateOn({ status, validUntil }, TODAY)).toBe(state)
})

test.each([
  ['requested', '2031-11-30', null, 'approve'], ['approved', '2031-11-30', null, 'issue'], ['issued', '2031-11-30', null, 'hand-over'], ['handed-over', '2031-11-30', null, undefined],
  ['handed-over', '2027-02-22', null, 'renew'], ['handed-over', '2027-02-23', null, undefined], ['handed-over', '2026-09-01', null, 'renew'], ['handed-over', '2026-08-20', null, undefined],
  ['handed-over', '2027-01-01', aServiceCard('next').id, undefined], ['blocked', '2027-01-01', null, undefined], ['issued', '2026-11-01', aServiceCard('next').id, undefined],
] as const)('what is to be done with a card that is %s until %s, followed by %s: %s', (status, validUntil, renewedById, todo) => {
  expect(cardTodo({ status, validUntil, renewedById }, aCardOrganisation(), TODAY)).toBe(todo)
})

test('a card whose days are over is still to be renewed', () => {
  expect(isToRenew(aServiceCard('over', { status: 'handed-over', validUntil: '2026-11-01' }), TODAY, 90)).toBe(true)
})

test.each([
  [{}, null], [{ familyName: ' ' }, 'service-cards/name-missing'], [{ rank: 'General' }, 'service-cards/no-such-unit'], [{ unitId: aCardOrganisation().units[1]?.id ?? aCardContent().unitId }, 'service-cards/no-such-unit'],
  [{ validUntil: '2026-11-30' }, 'service-cards/wrong-days'], [{ validUntil: '2031-12-01' }, 'service-cards/wrong-days'], [{ validUntil: '2026-12-01' }, null],
] as const)('content with %j is judged %s', (change, code) => {
  const judged = judgedContent(aCardOrganisation(), aCardContent(change))
  expect(judged.ok ? null : judged.error.code).toBe(code)
})

test('words are trimmed and the unit is named', () => {
  expect(judgedContent(aCardOrganisation(), aCardContent({ givenName: ' Änne ' }))).toMatchObject({ ok: true, value: { givenName: 'Änne', unitName: 'Ortsfeuerwehr Uchtdorf' } })
})

test('the longest validity ends the day before the same day some years on', () => {
  expect([lastDayFrom('2026-12-01', { validYears: 5 }), lastDayFrom('2028-02-29', { validYears: 1 })]).toEqual(['2031-11-30', '2029-02-27'])
})

test('only a picture of exactly the size of cards is a photo', () => {
  const { picture } = aCardPhoto()
  const otherWidth = Buffer.from(picture, 'base64')
  otherWidth[10] = 0x5f
  expect([isCardPhoto(picture, TODAY), isCardPhoto(otherWidth.toString('base64'), TODAY), isCardPhoto(Buffer.from('GIF89a').toString('base64'), TODAY)]).toEqual([true, false, false])
})

/** Cards that follow one another, the oldest first, all of them out. */
function followingCards(...made: readonly (readonly [label: string, handedOver: boolean])[]): readonly ServiceCard[] {
  const cards = made.map(([label, isHandedOver]) => aServiceCard(label, { status: isHandedOver ? 'handed-over' : 'issued', handedOverAt: isHandedOver ? NOW : null }))
  return cards.map((card, index) => ({ ...card, renewsId: cards[index - 1]?.id ?? null, renewedById: cards[index + 1]?.id ?? null }))
}

test.each([
  ['the one that its holder had', [['had', true], ['next', false]], [], ['replaced', 'handed-over']],
  ['the one that its holder had all the while, where the one between was lost before anybody was given it', [['had', true], ['lost', false], ['next', false]], ['lost'], ['replaced', 'blocked', 'handed-over']],
  ['the one that its holder had, where two between were lost', [['had', true], ['lost', false], ['gone', false], ['next', false]], ['lost', 'gone'], ['replaced', 'blocked', 'blocked', 'handed-over']],
  ['the one that was left lying too', [['had', true], ['lying', false], ['next', false]], [], ['replaced', 'replaced', 'handed-over']],
  ['none that was blocked', [['had', true], ['next', false]], ['had'], ['blocked', 'handed-over']],
] as const)('handing over a card ends %s', (_what, made, lost, statuses) => {
  const cards = followingCards(...made)
  const [last] = cards.slice(-1)
  const rows = rowsUnderCommands(cards.map(row => ({ table: 'service_cards', row })), anActor('lead'), NOW)
  for (const label of lost) expect(rows.run(blockCard, { cardId: aServiceCard(label).id, reason: 'lost' as const, note: '' })).toBe('ok')
  expect(rows.run(handOverCard, { cardId: last?.id ?? aServiceCard().id })).toBe('ok')
  const after = cards.map(({ id }) => rows.get('service_cards', id))
  expect(after.map(card => card?.status)).toEqual(statuses)
  expect(after.flatMap(card => (card?.status === 'replaced' ? [card.endedAt] : []))).toEqual(statuses.filter(status => status === 'replaced').map(() => NOW))
})

const renewalOf = (card: ServiceCard) => ({ organisationId: aCardOrganisation().id, cardIds: [card.id], validFrom: '2031-12-01', validUntil: '2036-11-30' })

/** What has been asked for, whether a next one can follow, and whether it stands in the list of what is to be renewed, for the cards of one holder. */
function standOf(cards: readonly (ServiceCard | undefined)[]) {
  return cards.map(card => card && { isFollowable: canBeFollowed(card, cards.find(one => one?.id === card.renewsId)), todo: cardTodo(card, aCardOrganisation(), '2031-11-01') })
}

test('a next card that was blocked before its holder had it leaves the one before to be renewed, and it alone', () => {
  const cards = followingCards(['had', true], ['lost', false])
  const [had, lost] = [aServiceCard('had'), aServiceCard('lost')]
  const rows = rowsUnderCommands([{ table: 'card_organisations', row: aCardOrganisation() }, ...cards.map(row => ({ table: 'service_cards', row }) as const)], anActor('lead'), NOW)
  const now = () => standOf(cards.map(({ id }) => rows.get('service_cards', id)))
  expect(now()).toEqual([{ isFollowable: false, todo: undefined }, { isFollowable: true, todo: 'renew' }])
  expect(rows.run(blockCard, { cardId: lost.id, reason: 'lost' as const, note: '' })).toBe('ok')
  expect(now()).toEqual([{ isFollowable: true, todo: 'renew' }, { isFollowable: false, todo: undefined }])
  expect([rows.run(renewCards, renewalOf(lost)), rows.run(renewCards, renewalOf(had))]).toEqual([expect.objectContaining({ code: 'service-cards/wrong-status' }), 'ok'])
  expect(now()).toEqual([{ isFollowable: false, todo: undefined }, { isFollowable: false, todo: undefined }])
})

test('a card that its holder had and lost is followed itself, and one lost first of all, too', () => {
  const [first, ...next] = followingCards(['had', true], ['had too', true])
  const alone = aServiceCard('alone', { status: 'issued' })
  const all = [first ?? alone, ...next, alone].map(row => ({ table: 'service_cards', row: row.id === first?.id ? { ...row, status: 'replaced' as const } : row }) as const)
  const rows = rowsUnderCommands([{ table: 'card_organisations', row: aCardOrganisation() }, ...all], anActor('lead'), NOW)
  for (const { row } of all.slice(1)) expect([rows.run(blockCard, { cardId: row.id, reason: 'lost' as const, note: '' }), rows.run(renewCards, renewalOf(row))]).toEqual(['ok', 'ok'])
})

test('where another had been asked for already, it follows the card that its holder has, and gives it free when it is withdrawn', () => {
  const cards = followingCards(['had', true], ['lost', false], ['next', false]).map(card => (card.id === aServiceCard('next').id ? { ...card, status: 'requested' as const } : card))
  const rows = rowsUnderCommands(cards.map(row => ({ table: 'service_cards', row })), anActor('lead'), NOW)
  const joined = () => cards.map(({ id }) => rows.get('service_cards', id)).map(card => [cards.findIndex(({ id }) => id === card?.renewsId), cards.findIndex(({ id }) => id === card?.renewedById)])
  expect(rows.run(blockCard, { cardId: aServiceCard('lost').id, reason: 'lost' as const, note: '' })).toBe('ok')
  expect(joined()).toEqual([[-1, 2], [0, -1], [0, -1]])
  expect(rows.run(withdrawCards, { cardIds: [aServiceCard('next').id], reason: 'Ausgetreten' })).toBe('ok')
  expect(joined()).toEqual([[-1, -1], [0, -1], [0, -1]])
})
