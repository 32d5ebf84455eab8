import { parentPort, workerData } from 'node:worker_threads'
import { boundFile, type Pile } from './bound-file.ts'

/** What is to be bound into one file. */
export interface Binding {
  readonly piles: readonly Pile[]
  readonly isDuplex: boolean
}

const { piles, isDuplex } = workerData as Binding
const file = await boundFile(piles, isDuplex)
parentPort?.postMessage(file, [])
