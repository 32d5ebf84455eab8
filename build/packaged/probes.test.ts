import { chmodSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { placeOf, PROBES, switchesProbe, type Place } from './probes.ts'

// What a desk must not let happen, tried on two stand-ins: one refuses all of it, the other is Node itself or does as it is told.
/** What the program says when everything is there. */
const RUNNING = `echo '{"event":"core.running"}' >&2`

let folder: string
let good: Place
let bad: Place

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'probes-'))
  good = standIn('good', `[ $# -gt 0 ] && exit 1\nmkdir -m 700 -p "$XDG_CONFIG_HOME"\n${RUNNING}\nexec sleep 60`)
  bad = standIn('bad', `mkdir -p "$XDG_CONFIG_HOME/desk"\necho x > "$XDG_CONFIG_HOME/desk/Cookies"\napp="$(dirname "$0")/resources/app"\n[ -e "$app" ] && "${process.execPath}" "$app"\n[ -n "$NODE_OPTIONS" ] && "${process.execPath}" -e 0\n${RUNNING}\nexec sleep 60`)
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

function standIn(name: string, script: string): Place {
  mkdirSync(join(folder, name, 'resources'), { recursive: true })
  const program = join(folder, name, 'desk')
  writeFileSync(program, `#!/bin/sh\n${script}\n`)
  chmodSync(program, 0o755)
  return placeOf(program)
}

const probe = (words: string) => {
  const found = PROBES.find(({ name }) => name.includes(words))
  if (!found) throw new Error(`no probe ${words}`)
  return found
}

test.each([
  ['NODE_OPTIONS', 'the script ran'],
  ['a folder beside', 'it was started instead'],
  ['in the profile', expect.stringContaining('Cookies')],
])('the probe "%s" is content with the one and finds the other', async (words, wrong) => {
  const { run } = probe(words)
  expect([await run(good), await run(bad)]).toEqual([undefined, wrong])
})

test.each([['ELECTRON_RUN_AS_NODE', 'it ran the script'], ['--inspect', 'it listens']])('the probe "%s" finds a program that is Node', async (words, wrong) => {
  const { run } = probe(words)
  expect([await run(good), await run(placeOf(process.execPath))]).toEqual([undefined, wrong])
})

test('a program that does not start is found', async () => {
  const { run } = probe('starts')
  expect([await run(good), await run(placeOf('/bin/true'))]).toEqual([undefined, 'it did not start'])
})

test('a program that goes on in spite of a switch is found', async () => {
  const { run } = switchesProbe(['no-sandbox', 'remote-debugging-port'])
  expect([await run(good), await run(bad)]).toEqual([undefined, 'it went on with no-sandbox, remote-debugging-port'])
})
