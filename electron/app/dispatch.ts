import { Failure, type AppError } from '../../shared/errors.ts'
import { contract, isCallName, type Handlers } from '../../shared/ipc/contract.ts'
import { err, ok, type Result } from '../../shared/result.ts'

/**
 * The one door into the core: validates the input, calls the handler, answers with a value. Never throws.
 * `report` writes a fault to the log and gives its reference.
 */
export async function dispatch(
  handlers: Handlers,
  report: (error: unknown) => string,
  name: unknown,
  raw: unknown,
): Promise<Result<unknown, AppError>> {
  if (!isCallName(name)) return err({ code: 'invalid-input', where: String(name) })
  const input = contract[name].input.safeParse(raw)
  if (!input.success)
    return err({ code: 'invalid-input', where: `${name}: ${input.error.issues[0]?.path.join('.') ?? ''}` })
  try {
    // The one cast: the name and its parsed input belong together, which the compiler can't follow.
    const handler = handlers[name] as (input: unknown) => unknown
    return ok(await handler(input.data))
  } catch (e) {
    return err(e instanceof Failure ? e.error : { code: 'internal', reference: report(e) })
  }
}
