import { parseArgs, type ParseArgsOptionsConfig } from 'node:util'

/** What a command tells whoever called it. */
export function say(...sentences: readonly string[]): void {
  process.stdout.write(sentences.map(sentence => `${sentence}\n`).join(''))
}

/** Options as they were typed; null for unknown or incomplete ones. */
export function optionsIn<Options extends ParseArgsOptionsConfig>(args: readonly string[], options: Options) {
  try {
    return parseArgs({ args: [...args], options }).values
  } catch {
    return null
  }
}

/** Why something was not done; the exit code of a command that refused. */
export function refuse(sentences: readonly string[]): number {
  process.stderr.write(sentences.map(sentence => `${sentence}\n`).join(''))
  return 2
}
