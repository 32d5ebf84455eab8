/** Somebody who can be named in a text by `@` and the whole name. */
export interface Mentionable {
  readonly personId: string
  readonly name: string
  readonly note?: string | undefined
}

/** The persons a text names, each once. Of names that begin alike the longest counts. */
export function mentionsIn<Person extends Mentionable>(text: string, people: readonly Person[]): readonly Person[] {
  const byLength = people.toSorted((one, other) => other.name.length - one.name.length)
  const named = new Set<Person>()
  for (let at = text.indexOf('@'); at >= 0; at = text.indexOf('@', at + 1)) {
    const person = byLength.find(({ name }) => text.startsWith(name, at + 1) && !/[\p{L}\p{N}]/u.test(text[at + 1 + name.length] ?? ''))
    if (person && beginsWord(text, at)) named.add(person)
  }
  return [...named]
}

/** What is being typed after an `@` before the caret; undefined where nobody is being named. */
export function mentionBefore(text: string, caret: number): { readonly from: number; readonly typed: string } | undefined {
  const from = text.lastIndexOf('@', caret - 1)
  if (from < 0 || !beginsWord(text, from)) return undefined
  const typed = text.slice(from + 1, caret)
  return typed.length <= LONGEST_NAME && !/[\n@]|\s\s/.test(typed) ? { from, typed } : undefined
}

const LONGEST_NAME = 60

/** Not inside an e-mail address. */
const beginsWord = (text: string, at: number): boolean => at === 0 || /[\s(]/.test(text[at - 1] ?? '')

/** Colleagues whose name, or a part of it, begins as typed; nobody once a whole name stands there and the text goes on. */
export function peopleFor<Person extends Mentionable>(typed: string, people: readonly Person[]): readonly Person[] {
  const wanted = fold(typed)
  return people.filter(({ name }) => fold(name).startsWith(wanted) || fold(name).split(/[\s-]+/).some(part => part.startsWith(wanted)))
}

const fold = (text: string): string => text.toLocaleLowerCase('de').normalize('NFD').replaceAll(/\p{M}/gu, '')
