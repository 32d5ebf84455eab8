import { writeSync } from 'node:fs'
import { openDesk } from '../sync/support/desk.ts'
import { createWeather } from '../sync/support/weather.ts'

// A desk in its first load, until it is killed or complete.
const [, , url = '', login = '', file = ''] = process.argv
const desk = await openDesk(url, login, createWeather(), file)
desk.sync.status.subscribe(({ load, ready, connection, problem }) => {
  if (problem) writeSync(1, `${problem}\n`)
  if (load) writeSync(1, `loading ${load.rows}\n`)
  if (ready && connection === 'online') writeSync(1, 'complete\n')
})
