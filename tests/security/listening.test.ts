import { readdirSync, readFileSync, readlinkSync } from 'node:fs'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { startTown, type TestTown } from '../support/town.ts'

let town: TestTown
beforeAll(async () => {
  town = await startTown({ rows: 100 })
})
afterAll(() => town.close())

/** `0100007F:1F90` in the kernel's table is 127.0.0.1:8080; only lines that listen count. */
const LISTENS = '0A'
const LOOPBACK = /^(0100007F|00000000000000000000000001000000|0000000000000000FFFF00000100007F):/

interface Listening {
  readonly address: string
  readonly inode: string
}

const tables = (): readonly Listening[] => ['/proc/net/tcp', '/proc/net/tcp6'].flatMap(table =>
  readFileSync(table, 'utf8').split('\n').slice(1).map(line => line.trim().split(/\s+/)).filter(columns => columns[3] === LISTENS).map(columns => ({ address: columns[1] ?? '', inode: columns[9] ?? '' })))

/** A process with all that it has started. */
function family(pid: number): readonly number[] {
  const children = readdirSync(`/proc/${pid}/task`).flatMap(task => readFileSync(`/proc/${pid}/task/${task}/children`, 'utf8').split(' ').filter(text => text.trim() !== '').map(Number))
  return [pid, ...children.flatMap(family)]
}

function addressesOf(pid: number): readonly string[] {
  const sockets = new Set(family(pid).flatMap(one => readdirSync(`/proc/${one}/fd`).flatMap(name => {
    try {
      return /^socket:\[(\d+)\]$/.exec(readlinkSync(`/proc/${one}/fd/${name}`))?.[1] ?? []
    } catch {
      // It was closed between the two looks.
      return []
    }
  })))
  return tables().filter(({ inode }) => sockets.has(inode)).map(({ address }) => address)
}

const portOf = (address: string): number => Number.parseInt(address.split(':')[1] ?? '', 16)

test.runIf(process.platform === 'linux')('desk and demo service listen on this computer alone, and the desk at the one address that it says', { timeout: 120_000 }, async () => {
  const desk = await town.openDesk('listening')
  const [ofDesk, ofService] = [addressesOf(desk.child.pid), addressesOf(town.pids.service)]
  expect(ofService.map(portOf)).toContain(Number(new URL(town.service).port))
  expect([...ofDesk, ...ofService].filter(address => !LOOPBACK.test(address))).toEqual([])
  expect(ofDesk.map(portOf)).toEqual([Number(new URL(desk.url).port)])
})
