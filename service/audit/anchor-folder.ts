import { open, readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { TownId } from '../../shared/ids.ts'
import type { Anchor } from './anchors.ts'

/** As long as an anchor can be, and no longer. */
const MOST_BYTES = 8_000
/** More than two years of nights. */
const MOST_READ = 800

const beginning = (townId: TownId): string => `anker-${townId}-`

/** Puts an anchor down as a file of its own, read-only and never over another one: `anker-tangerhuette-20261124T010000Z-1234.json`. */
export async function keepAnchor(folder: string, anchor: Anchor): Promise<void> {
  const moment = anchor.at.replaceAll(/[-:]|\.\d+/g, '')
  const file = await open(join(folder, `${beginning(anchor.town)}${moment}-${anchor.entries}.json`), 'wx', 0o440)
  try {
    await file.writeFile(`${JSON.stringify(anchor)}\n`)
    await file.sync()
  } finally {
    await file.close()
  }
}

/** The texts of a town's anchors in a folder, the newest first. What is not one by its name is left alone. */
export async function keptAnchors(folder: string, townId: TownId): Promise<readonly string[]> {
  const names = (await readdir(folder)).filter(name => name.startsWith(beginning(townId)) && name.endsWith('.json')).toSorted().toReversed()
  const texts: string[] = []
  for (const name of names.slice(0, MOST_READ)) texts.push((await readFile(join(folder, name), 'utf8')).slice(0, MOST_BYTES))
  return texts
}
