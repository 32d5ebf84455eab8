import type { Database } from './database.ts'

/** Whether every page of the file can be read and hangs together. Takes its time: for a thread of its own. */
export const check = (db: Database): boolean => db.pragma('quick_check(1)', { simple: true }) === 'ok'
