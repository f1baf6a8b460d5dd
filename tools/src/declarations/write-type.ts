import ts from 'typescript'
import { docCommentOfProperty, indented } from './doc-comment.ts'
import type { Names } from './names.ts'
import { isSchema, sidesOf } from './schema-types.ts'

/** Writes types out as text for one file: members with their doc comments, named types by name. */
export class TypeWriter {
  readonly #checker: ts.TypeChecker
  readonly #names: Names
  readonly #file: ts.SourceFile
  readonly #open: ts.Type[] = []

  constructor(checker: ts.TypeChecker, names: Names, file: ts.SourceFile) {
    this.#checker = checker
    this.#names = names
    this.#file = file
  }

  /** A type as text. */
  write(type: ts.Type, indent = ''): string {
    const { flags } = type
    if (flags & ts.TypeFlags.BooleanLiteral) return this.#checker.typeToString(type)
    if (flags & (ts.TypeFlags.StringLiteral | ts.TypeFlags.TemplateLiteral | ts.TypeFlags.NumberLiteral | ts.TypeFlags.BigIntLiteral)) return this.#literal(type)
    if (this.#checker.isTupleType(type) || this.#checker.isArrayType(type)) return this.#list(type as ts.TypeReference, indent)
    const name = this.#names.of(type, this.#file)
    if (name !== undefined) return name + this.#argumentsOf(type, indent)
    if (type.isUnion()) return this.#union(type, indent)
    if (type.isIntersection() && type.types.some((part) => (part.flags & ts.TypeFlags.Object) === 0)) return type.types.map((part) => this.write(part, indent)).join(' & ')
    if (isSchema(this.#checker, type)) return this.schema(type, indent)
    if (flags & (ts.TypeFlags.Object | ts.TypeFlags.Intersection)) return this.#structure(type, indent)
    return this.#checker.typeToString(type, undefined, ts.TypeFormatFlags.NoTruncation)
  }

  /** What an alias stands for, as text. */
  written(alias: ts.TypeAliasDeclaration): string {
    const type = this.#checker.getTypeAtLocation(alias.type)
    return this.#names.of(type, this.#file) === alias.name.text ? this.#structure(type, '') : this.write(type)
  }

  /** The opaque form of a schema; `output` names its output where an interface does. */
  schema(type: ts.Type, indent = '', output?: string): string {
    const sides = sidesOf(this.#checker, type)
    const same = this.#checker.isTypeAssignableTo(sides.input, sides.output) && this.#checker.isTypeAssignableTo(sides.output, sides.input)
    return `import('@zonewright/core').Schema<${output ?? this.write(sides.output, indent)}${same ? '' : `, ${this.write(sides.input, indent)}`}>`
  }

  /** The members of an object type, one or more lines each, with their doc comments. */
  members(type: ts.Type, indent: string): string {
    if (this.#open.includes(type)) throw new Error(`${this.#file.fileName}: a type contains itself and has no name; export an interface made from its schema`)
    this.#open.push(type)
    const lines: string[] = []
    for (const { keyType, type: value, isReadonly } of this.#checker.getIndexInfosOfType(type)) lines.push(`${indent}${isReadonly ? 'readonly ' : ''}[key: ${this.write(keyType)}]: ${this.write(value, indent)}`)
    for (const property of this.#inOrder(this.#checker.getPropertiesOfType(type))) {
      const comment = docCommentOfProperty(property)
      if (comment !== undefined) lines.push(indented(comment, indent))
      const optional = (property.flags & ts.SymbolFlags.Optional) !== 0
      const readonly = isReadonly(property)
      const key = /^[\p{ID_Start}$_][\p{ID_Continue}$]*$/u.test(property.name) ? property.name : quoted(property.name)
      lines.push(`${indent}${readonly ? 'readonly ' : ''}${key}${optional ? '?' : ''}: ${this.write(this.#checker.getTypeOfSymbol(property), indent)}`)
    }
    this.#open.pop()
    return lines.map((line) => `${line}\n`).join('')
  }

  /** As they are declared: first those of this file, then those that come from others. A computed type has lost that order. */
  #inOrder(properties: readonly ts.Symbol[]): ts.Symbol[] {
    const place = (property: ts.Symbol): readonly [string, number] => {
      const declaration = property.declarations?.[0]
      const file = declaration?.getSourceFile()
      return [file === undefined || file === this.#file ? '' : file.fileName, declaration?.pos ?? 0]
    }
    return properties
      .map((property) => ({ property, place: place(property) }))
      .toSorted(({ place: [file, position] }, { place: [otherFile, otherPosition] }) => (file === otherFile ? position - otherPosition : file < otherFile ? -1 : 1))
      .map(({ property }) => property)
  }

  #literal(type: ts.Type): string {
    return type.isStringLiteral() ? quoted(type.value) : this.#checker.typeToString(type, undefined, ts.TypeFormatFlags.NoTruncation)
  }

  #argumentsOf(type: ts.Type, indent: string): string {
    const isReference = ((type as ts.ObjectType).objectFlags ?? 0) & ts.ObjectFlags.Reference
    if (type.aliasSymbol !== undefined || !isReference) return ''
    const parameters = (type as ts.TypeReference).target.typeParameters ?? []
    const values = this.#checker.getTypeArguments(type as ts.TypeReference).slice(0, parameters.length)
    // What is the default anyway stays unsaid: `Uint8Array`, not `Uint8Array<ArrayBufferLike>`.
    if (values.every((value, index) => value === this.#checker.getDefaultFromTypeParameter(parameters[index] as ts.TypeParameter))) return ''
    return `<${values.map((value) => this.write(value, indent)).join(', ')}>`
  }

  #union(type: ts.UnionType, indent: string): string {
    const isBoolean = (part: ts.Type): boolean => (part.flags & ts.TypeFlags.BooleanLiteral) !== 0
    const whole = type.types.filter(isBoolean).length === 2
    const parts = whole ? type.types.filter((part) => !isBoolean(part)) : type.types
    const isEmpty = (part: ts.Type): number => (part.flags & ts.TypeFlags.Undefined ? 2 : part.flags & ts.TypeFlags.Null ? 1 : 0)
    const written = parts.toSorted((one, other) => isEmpty(one) - isEmpty(other)).map((part) => ({ text: this.write(part, indent), empty: isEmpty(part) > 0, part }))
    const texts = written.filter(({ empty }) => !empty).map(({ text, part }) => (part.getCallSignatures().length > 0 ? `(${text})` : text))
    if (whole) texts.push('boolean')
    return [...texts, ...written.filter(({ empty }) => empty).map(({ text }) => text)].join(' | ')
  }

  #list(type: ts.TypeReference, indent: string): string {
    const elements = this.#checker.getTypeArguments(type)
    if (!this.#checker.isTupleType(type)) return `${type.symbol.name === 'ReadonlyArray' ? 'readonly ' : ''}${this.#grouped(elements[0] ?? this.#checker.getUnknownType(), indent)}[]`
    const { elementFlags, readonly } = type.target as ts.TupleType
    const parts = elements.map((part, index) => {
      const flag = elementFlags[index] ?? ts.ElementFlags.Required
      return flag & ts.ElementFlags.Rest ? `...${this.#grouped(part, indent)}[]` : flag & ts.ElementFlags.Optional ? `${this.#grouped(part, indent)}?` : this.write(part, indent)
    })
    return `${readonly ? 'readonly ' : ''}[${parts.join(', ')}]`
  }

  #structure(type: ts.Type, indent: string): string {
    if (type.getCallSignatures().length > 0 || type.getConstructSignatures().length > 0) return this.#checker.typeToString(type, undefined, ts.TypeFormatFlags.NoTruncation | ts.TypeFormatFlags.UseFullyQualifiedType)
    const [only, ...others] = this.#checker.getIndexInfosOfType(type)
    const count = this.#checker.getPropertiesOfType(type).length
    if (count === 0 && only !== undefined && others.length === 0) {
      const record = `Record<${this.write(only.keyType)}, ${this.write(only.type, indent)}>`
      return only.isReadonly ? `Readonly<${record}>` : record
    }
    return count === 0 ? '{}' : `{\n${this.members(type, `${indent}  `)}${indent}}`
  }

  /** In brackets where a postfix would otherwise belong to a part of it. */
  #grouped(type: ts.Type, indent: string): string {
    const text = this.write(type, indent)
    const isList = this.#checker.isArrayType(type) || this.#checker.isTupleType(type)
    const compound = (type.isUnion() && (type.flags & ts.TypeFlags.Boolean) === 0) || type.isIntersection() || type.getCallSignatures().length > 0 || (isList && text.startsWith('readonly '))
    return compound && (isList || this.#names.of(type, this.#file) === undefined) ? `(${text})` : text
  }
}

/** TypeScript keeps what a mapped type says about a property in a place without a public door. */
const readonlyFlag = 8
const isReadonly = (property: ts.Symbol): boolean =>
  (((property as { links?: { checkFlags?: number } }).links?.checkFlags ?? 0) & readonlyFlag) !== 0 ||
  (property.declarations ?? []).some((declaration) => ts.isPropertySignature(declaration) && (ts.getCombinedModifierFlags(declaration) & ts.ModifierFlags.Readonly) !== 0)

const quoted = (text: string): string => `'${JSON.stringify(text).slice(1, -1).replaceAll('\\"', '"').replaceAll("'", "\\'")}'`
