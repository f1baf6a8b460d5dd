/** Names that a program may have its answer wrapped in: JavaScript names with dots, no expression. */
const functionName = /^[A-Za-z_$][\w$]*(?:\.[A-Za-z_$][\w$]*)*$/

/** Longest name; longer ones have been used to smuggle other file formats into an answer. */
const longest = 64

/**
 * May an answer be wrapped in a call of this function?
 * @example isCallback('jQuery.cb_12') // true
 */
export const isCallback = (name: string): boolean => name.length <= longest && functionName.test(name)

/** Two characters end a line in JavaScript and not in JSON, and one name is no member but what an object descends from. */
const scriptSafe = (json: string): string => json.replaceAll('\u2028', '\\u2028').replaceAll('\u2029', '\\u2029').replaceAll(/(?<=[{,])"__proto__":/g, '["__proto__"]:')

/** A JSON text as a script that hands it to a function. */
export const wrapInCall = (name: string, json: string): string => `${name}(${scriptSafe(json)})`
