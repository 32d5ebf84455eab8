import type { ResourceId } from '../../../../shared/ids.ts'
import type { Resource } from '../../../../shared/domains/appointments/tables.ts'
import type { Language } from '../../../texts/languages.ts'
import { listed } from './weekday-words.ts'

/** `Schalter 3` as its word and its number; undefined for what has none. */
function numbered(name: string): { readonly word: string; readonly number: number } | undefined {
  const found = /^(.*\S)\s+(\d+)$/.exec(name)
  return found?.[1] === undefined ? undefined : { word: found[1], number: Number(found[2]) }
}

/** Counters in words, in their order; neighbours that are numbered by the first and the last: `Schalter 1–3 und Trauzimmer`. */
export function counterWords(ids: readonly ResourceId[], resources: readonly Pick<Resource, 'id' | 'name'>[], language: Language): string {
  const words: string[] = []
  let run: { readonly word: string; readonly from: number; to: number } | undefined
  const end = (): void => {
    if (run) words.push(run.from === run.to ? `${run.word} ${run.from}` : `${run.word} ${run.from}–${run.to}`)
    run = undefined
  }
  for (const { name } of resources.filter(({ id }) => ids.includes(id))) {
    const one = numbered(name)
    if (one && run && run.word === one.word && one.number === run.to + 1) run.to = one.number
    else {
      end()
      if (one) run = { word: one.word, from: one.number, to: one.number }
      else words.push(name)
    }
  }
  end()
  return listed(words, language)
}
