import { implement } from '@orpc/server'
import { coreContract } from '../../../shared/contract/contract.ts'
import type { Result } from '../../../shared/result.ts'
import type { Desk } from '../desk.ts'
import type { Imports } from '../domains/notices/import/imports.ts'
import { follow } from '../observable.ts'
import { shownDesk } from './guard.ts'

/** Tables on their way from a file to a run of notices. */
export function noticeImportRouter(desk: Desk) {
  const os = implement(coreContract.noticeImport)
  const withImports = async <Value>(act: (imports: Imports) => Result<Value> | Promise<Result<Value>>): Promise<Result<Value>> => {
    const open = desk.shown()
    return open.ok ? act(open.value.imports) : open
  }
  return {
    begin: os.begin.handler(({ input }) => withImports(imports => imports.begin(input))),
    append: os.append.handler(({ input: { id, start, content } }) => withImports(imports => imports.append(id, start, Buffer.from(content, 'base64')))),
    read: os.read.handler(({ input }) => withImports(imports => imports.read(input.id, input.reading))),
    resume: os.resume.handler(({ input }) => withImports(imports => imports.resume(input.id))),
    watch: os.watch.handler(async function* ({ signal }) {
      for await (const draft of follow(shownDesk(desk).imports.draft, signal)) yield { draft }
    }),
    problems: os.problems.handler(({ input: { id, only, start, end } }) => withImports(imports => imports.problems(id, { only, start, end }))),
    'set-kind': os['set-kind'].handler(({ input }) => withImports(imports => imports.setKind(input.id, input.kindId))),
    map: os.map.handler(({ input }) => withImports(imports => imports.map(input.id, input.field, input.heading))),
    fix: os.fix.handler(({ input }) => withImports(imports => imports.fix(input.id, input.field, input.value))),
    mend: os.mend.handler(({ input }) => withImports(imports => imports.mend(input.id, input.line, input.column, input.text))),
    'leave-out': os['leave-out'].handler(({ input }) => withImports(imports => imports.leaveOut(input.id, input.lines, input.isOut))),
    take: os.take.handler(({ input }) => withImports(imports => imports.take(input.id, input.title))),
    drop: os.drop.handler(async ({ input }) => {
      const open = desk.shown()
      if (open.ok) await open.value.imports.drop(input.id)
      return {}
    }),
  }
}
