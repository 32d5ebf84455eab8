const LETTERS: Readonly<Record<string, string>> = { ä: 'ae', ö: 'oe', ü: 'ue', ß: 'ss' }
const LONGEST = 50

/** A title in plain letters as an id, with a number where that is taken; `instead` where no letter is left of it. */
export function plainId(title: string, taken: readonly string[], instead: string): string {
  const plain = title.toLowerCase().replace(/[äöüß]/g, letter => LETTERS[letter] ?? '').normalize('NFD').replace(/\p{Mn}/gu, '')
  const slug = plain.replace(/[^a-z0-9]+/g, '-').replace(/^[^a-z]+/, '').slice(0, LONGEST).replace(/-+$/, '')
  const base = slug.length > 1 ? slug : instead
  const used = new Set(taken)
  let id = base
  for (let number = 2; used.has(id); number++) id = `${base}-${number}`
  return id
}
