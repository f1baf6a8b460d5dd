/** A text as a literal. */
export const quoted = (text: string): string => `'${JSON.stringify(text).slice(1, -1).replaceAll('\\"', '"').replaceAll("'", "\\'")}'`

/** Text as it may stand in a doc comment: on one line, without its end and without tags. */
export const commentText = (text: string): string =>
  text
    .replaceAll(/\s+/g, ' ')
    .replaceAll('*/', '*∕')
    .replaceAll(/(^|[\s{])@(?=[a-z])/gi, '$1\\@')
    .trim()

/** Text as a sentence of a doc comment; nothing stays nothing. */
export const sentence = (text: string): string => {
  const words = commentText(text)
  return words === '' || /[.!?:]$/.test(words) ? words : `${words}.`
}

/** A name of a field in an object; `__proto__` would set the object's prototype. */
export const keyOf = (name: string): string => (name === '__proto__' ? "['__proto__']" : /^[A-Za-z_$][\w$]*$/.test(name) ? name : quoted(name))

const words = (text: string): string[] => text.replaceAll(/(\p{Ll}|\d)(\p{Lu})/gu, '$1 $2').split(/(?:[^\p{ID_Continue}]|_)+/u).filter((word) => word !== '')

/** A text with a capital first letter. */
export const capital = (word: string): string => word.charAt(0).toUpperCase() + word.slice(1)

const camel = (text: string): string => words(text).map((word, index) => (index === 0 ? word.charAt(0).toLowerCase() + word.slice(1) : capital(word))).join('')

/** Words that can't be names, with names that say the same. */
const reserved: Readonly<Record<string, string>> = { delete: 'remove', import: 'importAll', export: 'exportAll', default: 'standard', new: 'create', switch: 'change', void: 'cancel', package: 'pack' }

/** The rest of the words that a name in a module can't be, and those that a module of declarations uses itself. */
const unusable = new Set('arguments await break case catch class const continue cursor debugger do download else endpoint enum eval extends false finally for function if implements in instanceof interface let listing null pageNumber private protected public return static super this throw true try typeof undefined var while with yield z'.split(' '))

/** A name for a value, from any text. */
export const valueName = (text: string): string => {
  const name = camel(text)
  if (Object.hasOwn(reserved, name)) return reserved[name] as string
  return /^\p{ID_Start}/u.test(name) && !unusable.has(name) ? name : `call${capital(name)}`
}

/** A name for a type, from any text. */
export const typeName = (text: string): string => {
  const name = capital(camel(text))
  return /^\p{ID_Start}/u.test(name) ? name : `Type${name}`
}

/** The names that a module has given away. */
export class Names {
  readonly #taken = new Set(['Download', 'Endpoint', 'Infinity', 'JSON', 'Listing', 'NaN', 'RegExp', 'Schema', 'Set', 'Upload'])

  /** True for a name that is free. */
  isFree(name: string): boolean {
    return !this.#taken.has(name)
  }

  /** Gives a name away, with a number behind it when others have it or `also` says that it will not do. */
  take(name: string, also: (name: string) => readonly string[] = () => []): string {
    let free = name
    for (let number = 2; [free, ...also(free)].some((one) => this.#taken.has(one)); number++) free = `${name}${number}`
    for (const one of [free, ...also(free)]) this.#taken.add(one)
    return free
  }
}
