/** So many letters are in hand at once: enough for two cores, and few enough that none waits long for its turn. */
const LANES = 6

/** Works through many one by one in a few lanes, in their order; whatever has failed last is thrown after those in hand are done. */
export async function inLanes<Item>(items: Iterable<Item>, work: (item: Item) => Promise<void>): Promise<void> {
  const rest = items[Symbol.iterator]()
  const lane = async (): Promise<void> => {
    for (let next = rest.next(); !next.done; next = rest.next()) await work(next.value)
  }
  const ended = await Promise.allSettled(Array.from({ length: LANES }, lane))
  const failed = ended.find(end => end.status === 'rejected')
  if (failed) throw failed.reason
}
