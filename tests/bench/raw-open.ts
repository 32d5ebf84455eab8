import Database from 'better-sqlite3'
import { BENCH_KEY } from './big-cache.ts'

// The least one can do: open the encrypted file and read the newest hundred rows.
const db = new Database(process.argv[2] ?? '')
for (const pragma of ["cipher='aegis'", "algorithm='aegis-256'", `key='raw:${Buffer.from(BENCH_KEY).toString('hex')}'`, 'journal_mode=WAL', 'synchronous=FULL', 'temp_store=MEMORY']) db.pragma(pragma)
db.prepare('SELECT id, number, reference, subject, status FROM applications ORDER BY number DESC LIMIT 100').all()
process.stdout.write('ready\n')
