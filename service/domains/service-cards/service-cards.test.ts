import { beforeEach, describe, expect, test } from 'vitest'
import type { Change } from '../../../shared/command.ts'
import { aCardContent, aCardOrganisation, aCardPhoto, aServiceCard } from '../../../shared/domains/service-cards/testing.ts'
import type { ServiceCard } from '../../../shared/domains/service-cards/tables.ts'
import { anActor } from '../../../shared/domains/staff/testing.ts'
import { CardOrganisationId, DepartmentId, derivedUuid } from '../../../shared/ids.ts'
import type { Json } from '../../../shared/json.ts'
import { TOWN_SCOPE } from '../../../shared/scope.ts'
import { instantFromMs, plusDays } from '../../../shared/time.ts'
import type { RowOf, TableName } from '../../../shared/tables.ts'
import { aCommand, commandId, testPipeline } from '../../commands/testing.ts'
import { commitChanges } from '../../store/commit.ts'
import { loadRecords } from '../../store/records.ts'
import { anOrigin, testEngines } from '../../store/testing.ts'
import { publishedTownKeys } from '../../store/town-keys.ts'
import { openCard, openList } from '../../portal/card-check-verdict.ts'
import { COMPLETIONS } from '../completions.ts'
import { TEST_GUARDS, townPerTest } from '../testing.ts'
import { signedBlockList } from './block-list.ts'
import { deleteOldPhotos, forgetOldCards } from './forget-cards.ts'
import { verifyEd25519 } from './testing.ts'

type Role = 'clerk' | 'lead' | 'officer'
const NOW = instantFromMs(Date.UTC(2026, 10, 24, 9))

describe.each(testEngines())('service ID cards on $kind', ({ open }) => {
  const own = townPerTest(open)
  beforeEach(() => add([
    { table: 'departments', row: { id: DepartmentId.parse('ordnung'), scope: TOWN_SCOPE, version: 0, name: 'Ordnung', position: 1, letterhead: null, closedAt: null } },
    { table: 'card_organisations', row: aCardOrganisation() }, { table: 'card_photos', row: aCardPhoto() },
  ]))

  const add = (changes: readonly Change[]) => own.database.db.transaction().execute(trx => commitChanges(trx, { ...anOrigin(), townId: own.townId }, changes))
  const stored = async <Name extends TableName>(table: Name, id: string) => (await loadRecords(own.database.db, own.townId, [{ table, id }], false)).get(`${table}/${id}`) as RowOf<Name> | undefined
  const card = async (id: string): Promise<ServiceCard> => {
    const row = await stored('service_cards', id)
    if (!row) throw new Error('no such card')
    return row
  }
  /** Sends as the person of the label's first sign; `about` are the cards as they stand. */
  const run = async (label: string, name: string, input: Json, about: readonly string[] = [], role: Role = 'lead'): Promise<string> => {
    const basedOn = await Promise.all(about.map(async id => ({ table: 'service_cards', id, version: (await card(id)).version }) as const))
    const [answer] = await testPipeline(own.database, { guards: TEST_GUARDS, completions: COMPLETIONS }).run(anActor(role, label.startsWith('2') ? '2' : '1', { townId: own.townId }), [aCommand(label, `service-cards.${name}`, input, { basedOn })])
    return answer?.kind === 'refused' ? answer.code : (answer?.kind ?? 'none')
  }
  const ask = (label: string, renewsId: string | null = null, photo: string | null = aCardPhoto().picture) =>
    run(label, 'request', { organisationId: aCardOrganisation().id, content: { ...aCardContent() }, photo, renewsId }, [], 'clerk')
  const idAsked = (label: string): string => derivedUuid(commandId(label), 'card')
  const issued = async (label: string): Promise<ServiceCard> => {
    await ask(`1/${label}`)
    const id = idAsked(`1/${label}`)
    expect([await run(`2/a/${label}`, 'approve', { cardIds: [id] }, [id]), await run(`2/i/${label}`, 'issue', { cardIds: [id] }, [id])]).toEqual(['applied', 'applied'])
    return card(id)
  }

  /** The list as a telephone opens it. */
  const opened = async () => {
    const list = await signedBlockList(own.database.db, own.townId, NOW)
    const { keys } = await publishedTownKeys(own.database.db, 'card_keys', own.townId)
    return openList(list, { town: own.townId, keys }, verifyEd25519)
  }

  test('from the request to the card in its holder’s hand; who asks does not approve', async () => {
    expect(await ask('1/r')).toBe('applied')
    const id = idAsked('1/r')
    expect(await card(id)).toMatchObject({ status: 'requested', number: '', token: '', unitName: 'Ortsfeuerwehr Uchtdorf', photoId: derivedUuid(commandId('1/r'), 'photo') })
    const on = { cardIds: [id] }
    expect([await run('2/c', 'approve', on, [id], 'clerk'), await run('1/o', 'approve', on, [id]), await run('2/i', 'issue', on, [id]), await run('2/a', 'approve', on, [id], 'officer')])
      .toEqual(['commands/not-allowed', 'service-cards/own-request', 'service-cards/wrong-status', 'applied'])
    expect([await run('2/j', 'issue', on, [id], 'officer'), await run('1/j', 'issue', on, [id])]).toEqual(['commands/not-allowed', 'applied'])
    const made = await card(id)
    expect(made).toMatchObject({ status: 'issued', number: 'FW-2026-0001', decidedByName: 'Person 2', issuedByName: 'Person 1' })
    const { keys } = await publishedTownKeys(own.database.db, 'card_keys', own.townId)
    expect(await openCard(made.token, { town: own.townId, keys }, verifyEd25519)).toEqual({
      t: own.townId, n: 'FW-2026-0001', p: ['Großkopf', 'Änne'], o: 'Freiwillige Feuerwehr', u: 'Ortsfeuerwehr Uchtdorf', r: 'Hauptfeuerwehrfrau', f: 'Gruppenführerin', v: ['2026-12-01', '2031-11-30'],
    })
    expect([await run('1/h', 'hand-over', { cardId: id }, [id], 'clerk'), (await card(id)).status]).toEqual(['applied', 'handed-over'])
  })

  test('whoever corrects a request becomes one of its authors; without a photo nobody agrees', async () => {
    await ask('1/r', null, null)
    const id = idAsked('1/r')
    expect(await run('2/a', 'approve', { cardIds: [id] }, [id])).toBe('service-cards/photo-missing')
    const corrected = { cardId: id, content: { ...aCardContent({ givenName: 'Anne' }) }, photo: aCardPhoto().picture }
    expect([await run('2/x', 'correct', { ...corrected, photo: 'R0lGODlh' }, [id], 'clerk'), await run('2/k', 'correct', corrected, [id], 'clerk'), await run('2/b', 'approve', { cardIds: [id] }, [id])])
      .toEqual(['service-cards/photo-wrong', 'applied', 'service-cards/own-request'])
    expect(await card(id)).toMatchObject({ givenName: 'Anne', authors: [anActor('clerk', '1').personId, anActor('clerk', '2').personId] })
  })

  test('a list is renewed, approved and issued at once; the cards before hold until the next ones are handed over', async () => {
    const before = [await issued('x'), await issued('y')]
    const ids = before.map(({ id }) => id)
    expect(await run('1/h', 'hand-over', { cardId: ids[0] ?? '' }, ids.slice(0, 1))).toBe('applied')
    const renewal = { organisationId: aCardOrganisation().id, cardIds: ids, validFrom: '2031-12-01', validUntil: '2036-11-30' }
    expect([await run('1/n', 'renew', { ...renewal, validUntil: '2036-12-01' }, ids, 'clerk'), await run('1/m', 'renew', renewal, ids, 'clerk'), await run('1/o', 'renew', renewal, ids, 'clerk')])
      .toEqual(['service-cards/wrong-days', 'applied', 'service-cards/already-renewed'])
    const next = ids.map(id => derivedUuid(commandId('1/m'), `card/${id}`))
    expect(await Promise.all(next.map(card))).toMatchObject(before.map(({ id, holderId, photoId }) => ({ renewsId: id, holderId, photoId, status: 'requested', validFrom: '2031-12-01', number: '' })))
    expect([await run('2/p', 'approve', { cardIds: next }, next), await run('2/q', 'issue', { cardIds: next }, next)]).toEqual(['applied', 'applied'])
    expect([(await card(ids[0] ?? '')).status, (await card(next[1] ?? '')).number]).toEqual(['handed-over', 'FW-2026-0004'])
    await run('1/i', 'hand-over', { cardId: next[0] ?? '' }, [next[0] ?? ''])
    expect([(await card(ids[0] ?? '')).status, (await card(ids[1] ?? '')).status]).toEqual(['replaced', 'issued'])
  })

  test('what is refused or withdrawn frees the card that it was to follow', async () => {
    const before = await issued('x')
    for (const [label, step] of [['a', 'refuse'], ['b', 'withdraw']] as const) {
      await ask(`1/${label}`, before.id)
      const id = idAsked(`1/${label}`)
      expect((await card(before.id)).renewedById).toBe(id)
      expect([await run(`2/e${label}`, step, { cardIds: [id], reason: ' ' }, [id]), await run(`2/r${label}`, step, { cardIds: [id], reason: 'Ausgetreten' }, [id])]).toEqual(['service-cards/reason-missing', 'applied'])
      expect((await card(before.id)).renewedById).toBeNull()
    }
  })

  test('a next card that was lost before it was handed over frees the card before, which the service renews and not the lost one', async () => {
    const before = await issued('x')
    await run('1/h', 'hand-over', { cardId: before.id }, [before.id])
    await ask('1/n', before.id)
    const lost = idAsked('1/n')
    expect([await run('2/a', 'approve', { cardIds: [lost] }, [lost]), await run('2/i', 'issue', { cardIds: [lost] }, [lost]), await run('2/b', 'block', { cardId: lost, reason: 'lost', note: '' })]).toEqual(['applied', 'applied', 'applied'])
    expect([(await card(before.id)).renewedById, await ask('1/l', lost), await ask('1/o', before.id)]).toEqual([null, 'service-cards/wrong-status', 'applied'])
    expect([(await card(before.id)).renewedById, (await card(idAsked('1/o'))).renewsId]).toEqual([idAsked('1/o'), before.id])
  })

  test('a block holds for ever and stands in the signed list, as what was replaced does; what has ended by its days leaves the list', async () => {
    const [lost, other] = [await issued('x'), await issued('y')]
    expect([await run('1/c', 'block', { cardId: lost.id, reason: 'lost', note: '' }, [], 'clerk'), await run('2/b', 'block', { cardId: lost.id, reason: 'lost', note: ' im Zug ' }, [], 'officer'), await run('2/d', 'block', { cardId: lost.id, reason: 'stolen', note: '' })])
      .toEqual(['commands/not-allowed', 'applied', 'service-cards/wrong-status'])
    expect(await card(lost.id)).toMatchObject({ status: 'blocked', blocked: { reason: 'lost', note: 'im Zug', byName: 'Person 2' } })
    await add([{ table: 'service_cards', row: aServiceCard('replaced', { status: 'replaced', number: 'FW-2025-0001', validUntil: '2027-01-01' }) }, { table: 'service_cards', row: aServiceCard('over', { status: 'blocked', number: 'FW-2024-0001', validUntil: '2026-11-01' }) }])
    const list = await opened()
    expect(list).toEqual({ t: own.townId, at: NOW, d: 7, b: ['FW-2025-0001', lost.number] })
    expect(list?.b).not.toContain(other.number)
  })

  test.each([
    ['has cards out', 'handed-over', '2026-11-24', [3, 3]], ['has cards whose days have just ended', 'issued', '2026-11-22', [3, 3]], ['has cards of earlier days alone', 'handed-over', '2026-11-21', [7, 0]],
    ['has blocked cards alone', 'blocked', '2027-01-01', [7, 0]],
  ] as const)('an organisation that gives out no more and %s says for how long the list is trusted, or does not', async (_what, status, validUntil, days) => {
    const quiet = aCardOrganisation({ id: CardOrganisationId.parse(derivedUuid('test', 'quiet')), prefix: 'WW', listDays: 3, active: false })
    await add([{ table: 'card_organisations', row: quiet }, { table: 'service_cards', row: aServiceCard('out', { organisationId: quiet.id, status, number: 'WW-2021-0001', validUntil }) }])
    const beside = await opened()
    await add([{ table: 'card_organisations', row: { ...aCardOrganisation(), active: false } }])
    expect([beside?.d, (await opened())?.d]).toEqual(days)
  })

  test('only a lead of the department sets up who gives out cards, and no unit that cards name is taken away', async () => {
    const { id: organisationId, scope: _scope, version: _version, ...content } = aCardOrganisation({ name: 'Wasserwehr' })
    const set = (label: string, role: Role, units = content.units) => run(label, 'set-organisation', { organisationId, departmentId: 'ordnung', content: { ...content, units } as unknown as Json }, [], role)
    expect([await set('a', 'clerk'), await set('b', 'lead', []), await set('c', 'lead')]).toEqual(['commands/not-allowed', 'service-cards/no-such-unit', 'applied'])
  })

  test('a photo goes some days after the last card that shows it has ended, and the name some years after', async () => {
    const over = aServiceCard('over', { status: 'handed-over', number: 'FW-2021-0001', validUntil: '2026-11-01', handedOverAt: NOW })
    await add([{ table: 'service_cards', row: over }])
    const forget = (days: number) => Promise.all([forgetOldCards(own.database.db, own.townId, plusDays(NOW, days)), deleteOldPhotos(own.database.db, own.townId, plusDays(NOW, days))])
    expect([await forget(7), (await stored('card_photos', aCardPhoto().id))?.id]).toEqual([[0, 0], aCardPhoto().id])
    expect([await forget(8), await stored('card_photos', aCardPhoto().id)]).toEqual([[0, 1], undefined])
    expect([await forget(3 * 366 - 30), (await card(over.id)).familyName]).toEqual([[0, 0], 'Großkopf'])
    expect(await forget(3 * 366)).toEqual([1, 0])
    expect(await card(over.id)).toMatchObject({ familyName: '', givenName: '', photoId: null, number: 'FW-2021-0001' })
  })
})
