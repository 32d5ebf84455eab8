/** Runs one step after the other, in the order asked for; a step that throws does not hold up the next. */
export function queue(): <Value>(step: () => Promise<Value>) => Promise<Value> {
  let last: Promise<unknown> = Promise.resolve()
  return step => {
    const result = last.then(step)
    last = result.catch(() => undefined)
    return result
  }
}
