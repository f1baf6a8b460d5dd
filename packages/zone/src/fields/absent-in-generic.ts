import type { Field } from '../field.ts'

/**
 * The same field, which may be absent from octets: most readers take a key, a certificate or strings without any data in the generic form,
 * although no text of the type states it. `nothing` stands for the value then.
 * @internal
 */
export function absentInGeneric<Value, Form>(field: Field<Value, Form>, nothing: Value): Field<Value, Form> {
  return {
    ...field,
    read(wire) {
      if (wire.left > 0) return field.read(wire)
      wire.leaveGeneric()
      return nothing
    },
  }
}
