import { CLOCK_WRONG_MINUTES } from '../contract/status.ts'
import type { Diagnosis } from './diagnosis.ts'

/** Likely causes, the one that explains the others first. */
const FINDINGS = ['disk-full', 'damaged', 'program-too-old', 'database-newer', 'keychain', 'mass-delete', 'clock', 'signed-out', 'offline', 'stuck', 'loading', 'refused', 'slow'] as const
type Finding = (typeof FINDINGS)[number]

const LITTLE_DISK_MB = 500
const LONG_OFFLINE_MINUTES = 15
const LONG_WAITING_MINUTES = 30
const SLOW_COUNTING_MS = 2_000

/** What a diagnosis says is wrong, without guessing: each follows from numbers and codes in the file. Empty where nothing is. */
export function findingsOf(diagnosis: Diagnosis): readonly Finding[] {
  const { state, machine, events, refused } = diagnosis
  const codes = new Set([state.problem, ...events.map(({ code }) => code)])
  const reasons = new Set(events.map(({ reason }) => reason))
  const isOffline = state.connection !== 'online'
  const holds: Readonly<Record<Finding, boolean>> = {
    'disk-full': codes.has('storage/disk-full') || reasons.has('ENOSPC') || (machine.freeDiskMb !== null && machine.freeDiskMb < LITTLE_DISK_MB),
    damaged: codes.has('storage/unreadable') || reasons.has('EIO'),
    'program-too-old': codes.has('sync/client-too-old'),
    'database-newer': codes.has('storage/newer-database'),
    keychain: [...codes].some(code => code?.startsWith('keychain/')),
    'mass-delete': codes.has('sync/mass-delete-stopped'),
    clock: codes.has('session/clock-differs') || Math.abs(state.clockAheadMinutes) >= CLOCK_WRONG_MINUTES,
    'signed-out': ['session/expired', 'session/unknown-account', 'session/device-cut-off'].some(code => codes.has(code)),
    offline: isOffline && state.sinceMinutes >= LONG_OFFLINE_MINUTES,
    stuck: !isOffline && (state.oldestWaitingMinutes ?? 0) >= LONG_WAITING_MINUTES,
    loading: state.isLoading || !state.isReady,
    refused: state.attention > 0 || refused.length > 0,
    slow: diagnosis.countingMs >= SLOW_COUNTING_MS,
  }
  return FINDINGS.filter(finding => holds[finding])
}
