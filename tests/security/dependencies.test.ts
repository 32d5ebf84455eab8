import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import * as z from 'zod'
import { ROOT } from '../../build/paths.ts'

const Locked = z.object({
  version: z.string().optional(), license: z.string().optional(), integrity: z.string().optional(), resolved: z.string().optional(), hasInstallScript: z.boolean().optional(), link: z.boolean().optional(),
})
const Lock = z.object({ lockfileVersion: z.number(), packages: z.record(z.string(), Locked) })
const Manifest = z.object({
  license: z.string(), allowScripts: z.record(z.string(), z.boolean()),
  dependencies: z.record(z.string(), z.string()), devDependencies: z.record(z.string(), z.string()), optionalDependencies: z.record(z.string(), z.string()),
})

const read = (name: string): unknown => JSON.parse(readFileSync(join(ROOT, name), 'utf8'))
const { lockfileVersion, packages } = Lock.parse(read('package-lock.json'))
const manifest = Manifest.parse(read('package.json'))
const others = Object.entries(packages).filter(([path]) => path !== '')

const nameOf = (path: string): string => path.slice(path.lastIndexOf('node_modules/') + 'node_modules/'.length)

/** What may stand beside a program under EUPL-1.2, alone or in one of the licences of its appendix. */
const COMPATIBLE: ReadonlySet<string> = new Set([
  'MIT', 'MIT-0', 'ISC', 'Apache-2.0', 'BSD-2-Clause', 'BSD-3-Clause', '0BSD', 'BlueOak-1.0.0', 'Unlicense', 'CC0-1.0', 'WTFPL', 'Zlib', 'Python-2.0', 'OFL-1.1', 'MPL-2.0', 'EUPL-1.2',
])

/** An SPDX expression without brackets inside of brackets, which no package here needs: one of the choices has to be compatible as a whole. */
function isCompatible(expression: string): boolean {
  const choices = expression.replaceAll(/[()]/g, '').split(/ OR /i)
  return choices.some(choice => choice.split(/ AND /i).every(licence => COMPATIBLE.has(licence.trim())))
}

test('the lock file names every package with the hash of what is installed', () => {
  expect(lockfileVersion).toBe(3)
  expect(packages['']?.license).toBe(manifest.license)
  expect(others.length).toBeGreaterThan(100)
  expect(others.filter(([, { integrity = '' }]) => !/^sha512-[A-Za-z0-9+/]{86}==$/.test(integrity)).map(([path]) => path)).toEqual([])
  expect(others.filter(([path]) => !path.startsWith('node_modules/')).map(([path]) => path)).toEqual([])
})

test('nothing is installed from an address of its own', () => {
  const wanted = [manifest.dependencies, manifest.devDependencies, manifest.optionalDependencies].flatMap(each => Object.entries(each))
  expect(wanted.filter(([, version]) => !/^(npm:[\w@/-]+@)?\^?\d+\.\d+\.\d+$/.test(version))).toEqual([])
  expect(others.filter(([, { resolved, link }]) => link === true || (resolved !== undefined && !resolved.startsWith('https://'))).map(([path]) => path)).toEqual([])
})

test('of every package with a script that runs at the installation it is decided whether it may', () => {
  const scripted = new Set(others.filter(([, { hasInstallScript }]) => hasInstallScript === true).map(([path]) => nameOf(path)))
  const undecided = [...scripted].filter(name => !Object.hasOwn(manifest.allowScripts, name))
  expect(undecided).toEqual([])
  const allowed = Object.entries(manifest.allowScripts).filter(([, isAllowed]) => isAllowed).map(([name]) => name)
  expect(allowed.toSorted()).toEqual(['keytar', 'node'])
})

test('every licence goes together with ours', () => {
  expect(others.filter(([, { license = '' }]) => !isCompatible(license)).map(([path, { license = '' }]) => `${path} ${license}`)).toEqual([])
})

test.each([['GPL-3.0-only', false], ['SSPL-1.0', false], ['MIT AND GPL-3.0-only', false], ['', false], ['UNLICENSED', false], ['(MIT OR GPL-3.0-only)', true], ['MIT and ISC', true]])('%s goes together with ours: %s', (licence, isFine) => {
  expect(isCompatible(licence)).toBe(isFine)
})
