/**
 * Sets the clock of this process to an ISO moment of local time; it goes on from there. Needs nothing from outside itself,
 * because Electron's main process gets it as source text, with Electron's modules before the moment.
 */
export function setClock(_modules: unknown, at: string): void {
  const kept = globalThis as typeof globalThis & { realDate?: DateConstructor }
  const real = (kept.realDate ??= Date)
  const ahead = new real(at).getTime() - real.now()
  const now = (): number => real.now() + ahead
  globalThis.Date = new Proxy(real, {
    construct: (target, args, newTarget) =>
      Reflect.construct(target, args.length === 0 ? [now()] : args, newTarget) as Date,
    apply: () => new real(now()).toString(),
    get: (target, key) => (key === 'now' ? now : (Reflect.get(target, key) as unknown)),
  })
}
