import { expect, test } from 'vitest'
import { checkCycles, checkRooms } from './rooms.ts'
import { parseSource } from './source.ts'

const refusals = (path: string, text: string): readonly string[] => checkRooms(parseSource(path, text)).map(({ message }) => message)

test.each([
  ['shared imports nothing of ours', 'shared/ids.ts', `import { a } from '../service/a.ts'`, /rooms do not import each other.*hand the rest in/],
  ['the renderer does not reach into the core', 'renderer/app/main.tsx', `import type { A } from '../../main/core/core.ts'`, /renderer\/ must not import "main\/core\/core.ts".*shared\/contract/],
  ['the core does not reach into the service', 'main/core/sync/push.ts', `import { a } from '../../../service/app.ts'`, /shared\/wire/],
  ['the service does not reach into the core', 'service/app.ts', `export * from '../main/core/core.ts'`, /rooms do not import each other/],
  ['the core does not know its shells', 'main/core/core.ts', `import { a } from '../electron/main.ts'`, /main\/core\/ must not import/],
  ['a shell takes the core by its front door', 'main/electron/main.ts', `import { a } from '../core/cache/open.ts'`, /builds the core from main\/core\/core.ts/],
  ['the shells do not know each other', 'main/browser/main.ts', `import { a } from '../electron/menu.ts'`, /builds the core from/],
  ['the preload script stays alone', 'preload/preload.ts', `import { a } from '../main/core/core.ts'`, /preload\/ must not import/],
  ['a dynamic import counts', 'renderer/app/main.tsx', `const a = import('../../service/app.ts')`, /renderer\/ must not import/],
  ['a type import counts', 'renderer/app/main.tsx', `type A = import('../../service/app.ts').A`, /renderer\/ must not import/],
  ['tests of a room stay in it', 'main/core/sync/push.test.ts', `import { a } from '../../../service/app.ts'`, /main\/core\/ must not import/],
  ['the core runs without Electron', 'main/core/core.ts', `import { app } from 'electron'`, /runs without Electron.*from the shell/],
  ['the browser shell runs without Electron', 'main/browser/main.ts', `import { app } from 'electron/main'`, /runs without Electron/],
  ['the renderer has no Electron', 'renderer/app/main.tsx', `import { shell } from 'electron'`, /runs without Electron/],
  ['the renderer has no Node', 'renderer/app/main.tsx', `import { readFile } from 'node:fs/promises'`, /there is no Node/],
  ['nor by the short name', 'renderer/app/main.tsx', `import path from 'path'`, /there is no Node/],
  ['shared has no Node', 'shared/ids.ts', `import { randomUUID } from 'node:crypto'`, /there is no Node/],
  ['the preload script has no Node', 'preload/preload.ts', `import { join } from 'node:path'`, /there is no Node/],
  ['domains do not import siblings', 'shared/domains/alerts/rules.ts', `import { a } from '../passes/rules.ts'`, /"alerts" must not import its sibling "passes".*shared\/domains/],
  ['not in another room either', 'renderer/domains/alerts/page.tsx', `import { a } from '../../../shared/domains/passes/rules.ts'`, /sibling "passes"/],
  ['builders are for tests', 'service/demo/town.ts', `import { a } from '../../shared/domains/alerts/testing.ts'`, /from tests only/],
  ['every file stands in a room', 'helpers/a.ts', ``, /stands in no room/],
])('%s', (_name, path, text, message) => {
  expect(refusals(path, text)).toEqual([expect.stringMatching(message)])
})

test.each([
  ['shared', 'main/core/core.ts', `import { a } from '../../shared/ids.ts'`],
  ['the core from a shell', 'main/browser/main.ts', `import { a } from '../core/core.ts'`],
  ['Electron in its shell', 'main/electron/main.ts', `import { app } from 'electron'`],
  ['Node in the service', 'service/app.ts', `import { join } from 'node:path'`],
  ['Node in a test of shared', 'shared/ids.test.ts', `import { readFileSync } from 'node:fs'`],
  ['the own domain in shared', 'service/domains/alerts/effects.ts', `import { a } from '../../../shared/domains/alerts/rules.ts'`],
  ['people from any domain', 'shared/domains/alerts/rules.ts', `import { a } from '../people/person.ts'`],
  ['domains where they meet', 'renderer/app/routes.tsx', `import { a } from '../domains/alerts/page.tsx'`],
  ['builders in a test', 'service/commands/run.test.ts', `import { a } from '../../shared/domains/alerts/testing.ts'`],
  ['anything from tests', 'tests/contract/desk.ts', `import { a } from '../../service/app.ts'; import { b } from '../../main/core/core.ts'`],
])('allows %s', (_name, path, text) => {
  expect(refusals(path, text)).toEqual([])
})

test('refuses files that import each other in a circle, told once', () => {
  const sources = [
    parseSource('shared/a.ts', `import { b } from './b.ts'`),
    parseSource('shared/b.ts', `import { c } from './domains/c.ts'`),
    parseSource('shared/domains/c.ts', `import type { a } from '../a.ts'`),
    parseSource('shared/d.ts', `import { a } from './a.ts'`),
  ]
  expect(checkCycles(sources).map(({ message }) => message)).toEqual([
    expect.stringMatching(/circle: shared\/a.ts -> shared\/b.ts -> shared\/domains\/c.ts -> shared\/a.ts. Move what both ends need/),
  ])
})
