/**
 * Counts the groups of a POSIX extended regular expression (IEEE 1003.2 section 2.8.4); -1 when `text` is none.
 *
 * Strict where the standard leaves the meaning open, as BIND is: nothing to repeat, a repetition of a repetition
 * and an empty branch are refused, a lone `)` is a character.
 * @internal
 */
export function countGroups(text: string): number {
  let index = 0
  let groups = 0
  let depth = 0
  // What stands before: nothing that could be repeated, an atom, or an atom with its repetition.
  let before: 'start' | 'anchor' | 'atom' | 'repeated' = 'start'
  while (index < text.length) {
    const character = text[index]
    if (character === '\\') {
      const escaped = text[index + 1]
      if (escaped === undefined) return -1
      if (escaped >= '0' && escaped <= '9' && Number(escaped) > groups) return -1
      index += 2
      before = 'atom'
    } else if (character === '[') {
      index = bracketEnd(text, index + 1)
      if (index < 0) return -1
      before = 'atom'
    } else if (character === '(') {
      groups++
      depth++
      index++
      before = text[index] === ')' ? 'atom' : 'start'
    } else if (character === ')' && depth > 0) {
      if (before === 'start') return -1
      depth--
      index++
      before = 'atom'
    } else if (character === '|') {
      if (before === 'start') return -1
      index++
      before = 'start'
    } else {
      const repetition = repetitionEnd(text, index)
      if (repetition < 0) return -1
      if (repetition > index && before !== 'atom') return -1
      before = repetition > index ? 'repeated' : character === '^' || character === '$' ? 'anchor' : 'atom'
      index = Math.max(repetition, index + 1)
    }
  }
  return depth > 0 || before === 'start' ? -1 : groups
}

/** End of the repetition at `index`; `index` itself when there is none, -1 when it is malformed. */
function repetitionEnd(text: string, index: number): number {
  const character = text[index]
  if (character === '*' || character === '+' || character === '?') return index + 1
  if (character !== '{' || !/^[\d,]/.test(text.slice(index + 1))) return index
  const bounds = /^\{(\d*)(,?)(\d*)\}/.exec(text.slice(index))
  if (bounds === null) return -1
  const [whole, low = '', comma, high = ''] = bounds
  if (Number(low) > 255 || Number(high) > 255) return -1
  if (comma === ',' && high !== '' && Number(low) > Number(high)) return -1
  return index + whole.length
}

/** Index behind the `]` of the bracket expression whose inside starts at `start`; -1 when it has no end or a wrong range. */
function bracketEnd(text: string, start: number): number {
  let index = text[start] === '^' ? start + 1 : start
  const first = index
  let low = ''
  while (index < text.length) {
    if (text[index] === ']' && index > first) return index + 1
    const range: boolean = text[index] === '-' && index > first && text[index + 1] !== ']'
    if (range && low === '') return -1
    if (range) index++
    const member = memberAt(text, index)
    if (member === undefined) return -1
    if (range && member.value !== '' && low !== 'class' && member.value < low) return -1
    low = range ? '' : member.value === '' ? 'class' : member.value
    index = member.end
  }
  return -1
}

const classes = new Set(['alnum', 'digit', 'punct', 'alpha', 'graph', 'space', 'blank', 'lower', 'upper', 'cntrl', 'print', 'xdigit'])

/** A character, collating element, equivalence class or character class inside brackets; the value of a class is empty. */
function memberAt(text: string, index: number): { value: string; end: number } | undefined {
  const kind = text[index + 1]
  if (text[index] !== '[' || (kind !== ':' && kind !== '.' && kind !== '=')) return { value: text[index] ?? '', end: index + 1 }
  const end = text.indexOf(`${kind}]`, index + 2)
  const inside = text.slice(index + 2, end)
  if (end < 0 || inside === '' || (kind === ':' && !classes.has(inside))) return undefined
  return { value: kind === '.' && inside.length === 1 ? inside : '', end: end + 2 }
}
