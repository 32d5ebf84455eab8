import { exportJWK, generateKeyPair, SignJWT, type JSONWebKeySet } from 'jose'
import { beforeAll, expect, test } from 'vitest'
import { API_AUDIENCE, createTokenVerifier } from '../tokens.ts'

const ISSUER = 'https://anmeldung.example'
let keys: JSONWebKeySet
let sign: (claims: Record<string, unknown>) => Promise<string>

beforeAll(async () => {
  const { publicKey, privateKey } = await generateKeyPair('ES256', { extractable: true })
  keys = { keys: [{ ...(await exportJWK(publicKey)), kid: 'test', alg: 'ES256', use: 'sig' }] }
  sign = claims => new SignJWT({ preferred_username: 'katrin.sommer', ...claims }).setProtectedHeader({ alg: 'ES256', typ: 'at+jwt', kid: 'test' })
    .setIssuer(ISSUER).setAudience(API_AUDIENCE).setSubject('x').setIssuedAt().setExpirationTime('5 minutes').sign(privateKey)
})

async function groupsOf(claims: Record<string, unknown>, groupsClaim?: string): Promise<readonly string[] | null> {
  const verified = await createTokenVerifier({ issuer: ISSUER, audience: API_AUDIENCE, fetch, keys, ...(groupsClaim === undefined ? {} : { groupsClaim }) }).verify(await sign(claims))
  if (!verified.ok) throw new Error(verified.error.code)
  return verified.value.groups
}

test.each([
  ['a list', { groups: ['Ordnungsamt', 'IT'] }, ['Ordnungsamt', 'IT']],
  ['a single one', { groups: 'Ordnungsamt' }, ['Ordnungsamt']],
  ['none', { groups: [] }, []],
  ['no claim at all: nobody keeps rights because a list is left out', {}, []],
  ['too many to list, as their issuer says', { _claim_names: { groups: 'src1' } }, null],
  ['too many to list, as their issuer says otherwise', { hasgroups: true }, null],
  ['something else', { groups: { a: 1 } }, null],
])('groups are read: %s', async (_what, claims, groups) => {
  expect(await groupsOf(claims, 'groups')).toEqual(groups)
})

test('under the name that the town says, and not at all where people sign in at this service', async () => {
  expect(await groupsOf({ 'urn:amt:rollen': ['IT'] }, 'urn:amt:rollen')).toEqual(['IT'])
  expect(await groupsOf({ groups: ['IT'] })).toBeNull()
})
