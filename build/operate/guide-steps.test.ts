import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { ROOT } from '../paths.ts'
import { commandsIn } from './guide-steps.ts'

const MOST_COMMANDS = 5

test('commands are read out of a guide as somebody would type them', () => {
  expect(commandsIn('Text\n\n```sh\n# a comment\none --with \\\n  two\nthree\n```\n\n```\nnot a command\n```\n')).toEqual(['one --with two', 'three'])
})

test('the guide of the installation has at most five commands, and each is one that there is', () => {
  const commands = commandsIn(readFileSync(join(ROOT, 'docs/install-service.md'), 'utf8'))
  expect(commands.length).toBeGreaterThan(2)
  expect(commands.length).toBeLessThanOrEqual(MOST_COMMANDS)
  for (const command of commands) expect(command).toMatch(/^sudo (apt-get install -y .*\.deb|rathaus-service (setup|town add|check)\b)/)
})
