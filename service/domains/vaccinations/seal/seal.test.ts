import { compactVerify, decodeProtectedHeader, importJWK } from 'jose'
import { beforeEach, describe, expect, test } from 'vitest'
import type { Change } from '../../../../shared/command.ts'
import { aDraft, aReadyVisit, aVaccination, aVaccinee, SESSION_NOW } from '../../../../shared/domains/vaccinations/testing.ts'
import type { Vaccination } from '../../../../shared/domains/vaccinations/tables.ts'
import { anActor } from '../../../../shared/domains/staff/testing.ts'
import { derivedUuid } from '../../../../shared/ids.ts'
import type { Json } from '../../../../shared/json.ts'
import { plusDays } from '../../../../shared/time.ts'
import { aCommand, commandId, testPipeline } from '../../../commands/testing.ts'
import { commitChanges } from '../../../store/commit.ts'
import { loadRecords } from '../../../store/records.ts'
import { anOrigin, testEngines } from '../../../store/testing.ts'
import { COMPLETIONS } from '../../completions.ts'
import { townPerTest } from '../../testing.ts'
import { aVaccinationPlace, sessionClock } from '../testing.ts'
import { sealAddress, sealIn } from './address.ts'
import { checkSeal } from './check-seal.ts'
import { openSeal, sealOf } from './seal.ts'
import { publishedKeys, renewSealKey, signingKey } from './seal-keys.ts'
import { scanned } from './testing.ts'

/** As it is printed. */
const SIDE_MM = 40
const URL = 'https://rathaus.tangerhuette.example'

describe.each(testEngines())('seals on $kind', ({ open }) => {
  const own = townPerTest(open)
  const add = (...changes: readonly Change[]) => own.database.db.transaction().execute(trx => commitChanges(trx, { ...anOrigin(), townId: own.townId }, changes))
  const get = async (id: string): Promise<Vaccination> => (await loadRecords(own.database.db, own.townId, [{ table: 'vaccinations', id }], false)).get(`vaccinations/${id}`) as Vaccination
  const send = async (label: string, name: string, input: object) => {
    const basedOn = await Promise.all('vaccinationId' in input ? [get(String(input.vaccinationId))] : [])
    const command = aCommand(label, name, input as Json, { recordedAt: SESSION_NOW, basedOn: basedOn.map(({ id, version }) => ({ table: 'vaccinations', id, version })) })
    const [answer] = await testPipeline(own.database, { clock: sessionClock, completions: COMPLETIONS }).run(anActor('lead', '1', { townId: own.townId }), [command])
    expect(answer?.kind).toBe('applied')
    return derivedUuid(commandId(label), 'vaccination')
  }
  const documented = async (): Promise<Vaccination> => {
    const visit = aReadyVisit()
    await add({ table: 'vaccination_visits', row: visit })
    return get(await send('d', 'vaccinations.document', { visitId: visit.id, draft: aDraft(), history: [], flags: [] }))
  }
  const check = async (text: string) => checkSeal(own.database.db, own.townId, text)
  beforeEach(() => add(...aVaccinationPlace()))

  test('what is documented is sealed, and reads as genuine until it is corrected or withdrawn', async () => {
    const record = await documented()
    const address = sealAddress(URL, record.seal)
    expect(await check(address)).toMatchObject({ kind: 'genuine', dose: { n: 'I-2026-000001', p: ['Großkopf', 'Änne', '1948-03-02'], d: '2026-11-24', v: ['Beispielgrippe 2026/2027', 'AB123'], x: [['6142004', 'Influenza', 1]] } })
    const { person, vaccineId, lot, expiresOn, doses, vaccinatorName, nextDoses } = record
    const content = { person, vaccineId, lot, expiresOn, doses, vaccinatorName, nextDoses, site: 'right-arm' }
    const after = await get(await send('c', 'vaccinations.correct', { vaccinationId: record.id, content, reason: 'Arm verwechselt' }))
    expect([(await check(address)).kind, (await check(after.seal)).kind]).toEqual(['replaced', 'genuine'])
    await send('v', 'vaccinations.void', { vaccinationId: after.id, reason: 'Nie gegeben' })
    expect([(await check(address)).kind, (await check(after.seal)).kind]).toEqual(['replaced', 'withdrawn'])
  })

  test('whatever was changed, cut off, invented or sealed elsewhere is not ours', async () => {
    const { seal } = await documented()
    const [head = '', body = '', signature = ''] = seal.split('.')
    const forged = Buffer.from(Buffer.from(body, 'base64url').toString().replace('AB123', 'AB124')).toString('base64url')
    const unsigned = `${Buffer.from('{"alg":"none"}').toString('base64url')}.${body}.`
    const elsewhere = await sealOf('stendal', aVaccination(), await signingKey(own.database.db, own.townId, SESSION_NOW))
    for (const text of [`${head}.${forged}.${signature}`, seal.slice(0, -4), unsigned, elsewhere, '', 'a.b.c', '🦄'.repeat(500), `${head}.${body}.${'A'.repeat(86)}`]) expect(await check(text)).toEqual({ kind: 'not-ours' })
    expect((await check(`  ${URL}/verify/vaccination#${seal.match(/.{1,60}/g)?.join('\r\n')} `)).kind).toBe('genuine')
  })

  test('a new key seals from now on; what the one before sealed is checked for ever, and nobody can seal with it again', async () => {
    const { db } = own.database
    const before = (await documented()).seal
    const second = await signingKey(db, own.townId, plusDays(SESSION_NOW, 366))
    await renewSealKey(db, own.townId, plusDays(SESSION_NOW, 400))
    expect((await check(before)).kind).toBe('genuine')
    const kids = (await publishedKeys(db, own.townId)).keys.map(({ kid }) => kid)
    expect([kids.length, kids[1], kids[2]]).toEqual([3, second.kid, decodeProtectedHeader(before).kid])
    const rows = await db.selectFrom('vaccination_keys').select('private_key').where('town_id', '=', own.townId).orderBy('made_at').execute()
    expect(rows.map(({ private_key }) => private_key !== null)).toEqual([false, false, true])
  })

  test('anybody checks with the published keys alone, and these tell nothing that could sign', async () => {
    const { seal } = await documented()
    const { keys: [key] } = await publishedKeys(own.database.db, own.townId)
    if (!key) throw new Error('no key')
    const { payload } = await compactVerify(seal, await importJWK(key, 'EdDSA'))
    expect(JSON.parse(new TextDecoder().decode(payload))).toMatchObject({ n: 'I-2026-000001' })
    expect(Object.keys(key).toSorted()).toEqual(['alg', 'crv', 'kid', 'kty', 'use', 'x'])
  })

  test('a documentation that is no longer kept is still ours', async () => {
    const seal = await sealOf(own.townId, aVaccination('gone', { number: 'I-2016-000001' }), await signingKey(own.database.db, own.townId, SESSION_NOW))
    expect((await check(seal)).kind).toBe('not-kept')
  })

  test('the same documentation gives the same seal', async () => {
    const key = await signingKey(own.database.db, own.townId, SESSION_NOW)
    expect(new Set(await Promise.all([1, 2, 3].map(() => sealOf(own.townId, aVaccination(), key)))).size).toBe(1)
  })

  test.each([
    ['one disease', aVaccination(), 0.43],
    ['six diseases and long names', aVaccination('six', {
      vaccineName: 'Beispielimpfstoff sechsfach 2026/2027', diseases: Array.from({ length: 6 }, (_, index) => ({ code: `39798200${index}`, name: `Krankheit Nummer ${index}` })),
      doses: Array.from({ length: 6 }, (_, index) => ({ code: `39798200${index}`, number: 3 })), person: aVaccinee({ familyName: 'Freifrau von Großkopf-Müllerschön', givenName: 'Anne-Sophie Charlotte' }),
    }), 0.33],
    ['everything as long as it may be', aVaccination('long', {
      vaccineName: 'ü'.repeat(160), lot: 'L'.repeat(40), diseases: Array.from({ length: 8 }, (_, index) => ({ code: `${index}`.repeat(18), name: 'ß'.repeat(120) })),
      doses: [], person: aVaccinee({ familyName: 'Ä'.repeat(120), givenName: 'Ö'.repeat(120) }), responsible: { ...aVaccination().responsible, name: 'Ü'.repeat(160) },
    }), 0.21],
  ])('a code with %s is read from paper', async (_, record, leastMm) => {
    const address = sealAddress(URL, await sealOf(own.townId, record, await signingKey(own.database.db, own.townId, SESSION_NOW)))
    const { text, modules } = scanned(address)
    expect(text).toBe(address)
    expect(SIDE_MM / modules).toBeGreaterThan(leastMm)
    expect(await openSeal(sealIn(text ?? ''), await publishedKeys(own.database.db, own.townId))).not.toBeNull()
  })
})
