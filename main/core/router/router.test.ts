import { expect, test } from 'vitest'
import { isContractProcedure } from '@orpc/contract'
import { isProcedure } from '@orpc/server'
import { COMMANDS } from '../../../shared/commands.ts'
import { coreContract } from '../../../shared/contract/contract.ts'
import type { Desk } from '../desk.ts'
import type { Session } from '../session/session.ts'
import { createRouter, type RouterParts } from './router.ts'

type Branch = Readonly<Record<string, unknown>>

/** The names of the leaves that are what `isLeaf` says. */
function leaves(branch: Branch, isLeaf: (value: unknown) => boolean, path = ''): readonly string[] {
  return Object.entries(branch).flatMap(([name, part]) => (isLeaf(part) ? [`${path}${name}`] : leaves(part as Branch, isLeaf, `${path}${name}.`)))
}

const asked = leaves(coreContract, isContractProcedure)
const answered = leaves(createRouter({ session: {} as Session, desk: {} as Desk, diagnosis: {} as RouterParts['diagnosis'] }), isProcedure)

test('every entry of the contract is answered, and nothing beside it', () => {
  expect(answered.toSorted()).toEqual(asked.toSorted())
})

test('every command can be given by a screen, or the desk gives it by itself', () => {
  const missing = COMMANDS.filter(command => !asked.includes(command.name) && !('isByItself' in command && command.isByItself))
  expect(missing.map(({ name }) => name)).toEqual([])
})
