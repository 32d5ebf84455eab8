import { CompactSign, compactVerify, createLocalJWKSet, importJWK, type JSONWebKeySet } from 'jose'
import type { Change } from '../../../../shared/command.ts'
import type { Vaccination } from '../../../../shared/domains/vaccinations/tables.ts'
import { stands } from '../../../../shared/domains/vaccinations/twins.ts'
import type { Completion } from '../../../commands/context.ts'
import { SIGNED_BY, type SigningKey } from '../../../store/signing-keys.ts'
import { signingKey } from './seal-keys.ts'
import { SealedDose, sealedDose } from './sealed-dose.ts'

/** A documentation as a signed text that a QR code can hold (JWS, compact); whoever has the open keys can check it. */
export async function sealOf(town: string, record: Vaccination, { kid, jwk }: SigningKey): Promise<string> {
  const bytes = new TextEncoder().encode(JSON.stringify(sealedDose(town, record)))
  return new CompactSign(bytes).setProtectedHeader({ alg: SIGNED_BY, kid }).sign(await importJWK(jwk, SIGNED_BY))
}

/** What a seal holds, if one of the keys made it; null for anything else. */
export async function openSeal(seal: string, keys: JSONWebKeySet): Promise<SealedDose | null> {
  try {
    const { payload } = await compactVerify(seal, createLocalJWKSet(keys), { algorithms: [SIGNED_BY] })
    return SealedDose.safeParse(JSON.parse(new TextDecoder().decode(payload))).data ?? null
  } catch {
    return null
  }
}

/** Seals what a command documents, once it has its number. */
export const sealed = (completion: Completion): Completion => async (trx, context) => {
  const { actor: { townId }, now } = context.moment
  const changes: Change[] = []
  for (const change of await completion(trx, context)) {
    const isNew = change.table === 'vaccinations' && change.row.seal === '' && change.row.number !== '' && stands(change.row)
    changes.push(isNew ? { table: 'vaccinations', row: { ...change.row, seal: await sealOf(townId, change.row, await signingKey(trx, townId, now)) } } : change)
  }
  return changes
}
