/** One protection taken away on purpose, by one small change of one source file, and the test that has to notice. */
export interface Mutant {
  /** Unique; kebab-case, says what is broken. */
  readonly name: string
  /** What somebody could do if it shipped like this. */
  readonly harm: string
  readonly file: string
  /** Stands in the file exactly once. */
  readonly search: string
  readonly replace: string
  readonly probe: Probe
  /** Fast and without a browser or a database: tried in every run of the tests, too. */
  readonly isQuick?: boolean
}

/** The test that has to turn red. */
export interface Probe {
  readonly file: string
  /** A part of the test's title, as it stands in the file. */
  readonly test: string
}

/** The file's text with the protection taken away. Throws when the text searched for is not there exactly once: then the list is older than the code. */
export function broken({ name, file, search, replace }: Omit<Mutant, 'harm' | 'probe'>, text: string): string {
  const places = text.split(search).length - 1
  if (places !== 1) throw new Error(`${name}: ${file} holds the text to be replaced ${places} times, not once: ${search}`)
  return text.replace(search, () => replace)
}

/** What vitest looks for in titles: placeholders of tables stand for anything. */
export const patternOf = ({ test }: Probe): string =>
  test.replaceAll(/[.*+?^${}()|[\]\\]/g, sign => `\\${sign}`).replaceAll(/%[a-z]/g, '.*')
