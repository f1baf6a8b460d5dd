/** A class whose objects are kept. */
export interface ObjectClass {
  readonly id: string
  readonly name: string
  /** Each object has a database of its own. */
  readonly sqlite: boolean
}

type Fields = Readonly<Record<string, unknown>>

const isObject = (value: unknown): value is Fields => typeof value === 'object' && value !== null && !Array.isArray(value)
const textsOf = (value: unknown): readonly string[] => (Array.isArray(value) ? value.filter((item) => typeof item === 'string') : [])

/** The classes after a change of them: steps in their order, or one step by itself. */
export const objectClasses = (before: readonly ObjectClass[], migrations: unknown, newId: () => string): readonly ObjectClass[] => {
  if (!isObject(migrations)) return before
  const steps = Array.isArray(migrations['steps']) ? migrations['steps'].filter(isObject) : [migrations]
  return steps.reduce<readonly ObjectClass[]>((classes, step) => {
    const added = [...textsOf(step['new_classes']).map((name) => ({ name, sqlite: false })), ...textsOf(step['new_sqlite_classes']).map((name) => ({ name, sqlite: true }))]
    const gone = new Set(textsOf(step['deleted_classes']))
    const renamed = new Map((Array.isArray(step['renamed_classes']) ? step['renamed_classes'].filter(isObject) : []).map(({ from, to }) => [from, String(to)]))
    return [...classes.filter(({ name }) => !gone.has(name)).map((one) => ({ ...one, name: renamed.get(one.name) ?? one.name })), ...added.map((one) => ({ id: newId(), ...one }))]
  }, before)
}
