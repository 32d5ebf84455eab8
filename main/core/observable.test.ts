import { expect, test } from 'vitest'
import { follow, followJoined, observable } from './observable.ts'

test('tells every listener each new value until it leaves', () => {
  const source = observable(1)
  const heard: number[] = []
  const leave = source.subscribe(value => heard.push(value))
  source.set(2)
  leave()
  source.set(3)
  expect({ heard, now: source.value }).toEqual({ heard: [2], now: 3 })
})

test('follow starts with the value as it stands and ends with the signal', async () => {
  const source = observable('a')
  const stop = new AbortController()
  const heard: string[] = []
  const reading = (async () => {
    for await (const value of follow(source, stop.signal)) {
      heard.push(value)
      if (value === 'a') queueMicrotask(() => source.set('b'))
      if (value === 'b') queueMicrotask(() => stop.abort())
    }
  })()
  await reading
  expect(heard).toEqual(['a', 'b'])
})

test('followJoined leaves nothing out and keeps one value at most for a reader that is busy', async () => {
  const source = observable('')
  const stop = new AbortController()
  const heard: string[] = []
  const changes = followJoined(source, (earlier, later) => earlier + later, stop.signal)
  const first = changes.next()
  source.set('a')
  heard.push((await first).value ?? '')
  for (const value of ['b', 'c', 'd']) source.set(value)
  heard.push((await changes.next()).value ?? '')
  const last = changes.next()
  stop.abort()
  expect({ heard, last: await last }).toEqual({ heard: ['a', 'bcd'], last: { done: true, value: undefined } })
})
