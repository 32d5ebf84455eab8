/** What a command tells whoever called it. */
export function say(...sentences: readonly string[]): void {
  process.stdout.write(sentences.map(sentence => `${sentence}\n`).join(''))
}

/** Why something was not done; the exit code of a command that refused. */
export function refuse(sentences: readonly string[]): number {
  process.stderr.write(sentences.map(sentence => `${sentence}\n`).join(''))
  return 2
}
