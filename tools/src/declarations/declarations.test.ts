import { mkdirSync, symlinkSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { TemporaryFolder } from '../sandbox/temporary.ts'
import { readMember, root } from '../workspace.ts'
import { declarationsOf } from './declarations.ts'

const build = (files: Readonly<Record<string, string>>): Map<string, string> => {
  const entries = Object.keys(files).filter((path) => !path.startsWith('helper'))
  const exports = Object.fromEntries(entries.map((path) => [`./${path}`, { '@zonewright/source': `./src/${path}.ts`, types: `./dist/${path}.d.ts`, default: `./dist/${path}.js` }]))
  using folder = new TemporaryFolder({
    'package.json': JSON.stringify({ name: 'sample', type: 'module', exports }),
    'tsconfig.json': JSON.stringify({ extends: join(root, 'tsconfig.base.json'), compilerOptions: { types: [], rootDir: '/' }, include: ['src'] }),
    ...Object.fromEntries(Object.entries(files).map(([path, text]) => [`src/${path}.ts`, text])),
  })
  mkdirSync(join(folder.path, 'node_modules/@zonewright'), { recursive: true })
  symlinkSync(join(root, 'packages/core'), join(folder.path, 'node_modules/@zonewright/core'))
  return declarationsOf(readMember(folder.path))
}

describe('what is published of a module of declarations', () => {
  const files = build({
    tree: `/**
 * Trees.
 * @module
 */
import { type Endpoint, type Facts, type Protocol, type Schema, defineEndpoint } from '@zonewright/core'
import * as z from '@zonewright/core/schema'
import { kinds, place, unused } from './helper.ts'

/** A leaf. */
export const Leaf = z.object({
  /** Its colour. */
  colour: z.enum(['green', 'red']),
  /** Its 'size', or null. */
  'size-mm': z.optional(z.nullable(z.number())),
})
export interface Leaf extends z.output<typeof Leaf> {}

const Tree = z.strictObject({
  ...place,
  /** Its leaves. */
  leaves: z.array(Leaf),
  /** Where it stands. */
  at: z.optional(z.object({
    /** Degrees. */
    north: z.number(),
  })),
  /** Some or one. */
  mixed: z.array(z.union([z.string(), z.literal(1), z.boolean()])),
  /** Free text by name. */
  notes: z.record(z.string(), z.unknown()),
  /** A picture. */
  picture: z.upload(),
  /** What it is. */
  kind: z.enum(kinds),
})
/** What to plant. */
export interface Tree extends z.input<typeof Tree> {}

const hidden = z.string()
export const colour = z.enum(['green', 'red'])
export type Colour = z.output<typeof colour>

const protocol = {} as Protocol
const endpoint = <I, O>(route: string, facts: Facts & { readonly input: Schema; readonly result: Schema }): Endpoint<I, O> => defineEndpoint<I, O>(protocol, route, facts)

/**
 * Plant a tree.
 * @example await cf.plant({})
 */
export const plant = endpoint<Tree, Leaf[]>('POST /trees/{tree_id}', { input: Tree, result: hidden })
`,
    helper: `import * as z from '@zonewright/core/schema'

/** Where a tree belongs. */
export const place = {
  /** Identifier of the tree. */
  tree_id: z.string(),
}

export const kinds = ['oak', 'elm'] as const

/** Nobody asks for it. */
export const unused = z.object({ a: z.string() })
`,
    plain: `import { deep } from './helper2.ts'

/** A number that is computed. */
export const sum = (a: number, b = 1) => ({ total: a + b, deep: deep() })
`,
    helper2: `export interface Deep {
  readonly level: number
}
export interface Other {
  readonly level: number
}
export const deep = (): Deep => ({ level: 1 })
`,
  })

  it('writes interfaces out with the docs of their fields, and makes schemas opaque', () => {
    expect(files.get('tree.d.ts')).toBe(`/**
 * Trees.
 * @module
 */
import { type Endpoint, type Schema } from '@zonewright/core';
/** A leaf. */
export declare const Leaf: Schema<Leaf>;
/** A leaf. */
export interface Leaf {
    /** Its colour. */
    colour: 'green' | 'red';
    /** Its 'size', or null. */
    'size-mm'?: number | null | undefined;
}
/** What to plant. */
export interface Tree {
    /** Its leaves. */
    leaves: Leaf[];
    /** Where it stands. */
    at?: {
        /** Degrees. */
        north: number;
    } | undefined;
    /** Some or one. */
    mixed: (string | 1 | boolean)[];
    /** Free text by name. */
    notes: Record<string, unknown>;
    /** A picture. */
    picture: string | Uint8Array | {
        readonly name: string;
        readonly type?: string | undefined;
        readonly content: string | Uint8Array;
    };
    /** What it is. */
    kind: 'oak' | 'elm';
    /** Identifier of the tree. */
    tree_id: string;
}
export declare const colour: Schema<'green' | 'red'>;
export type Colour = 'green' | 'red';
/**
 * Plant a tree.
 * @example await cf.plant({})
 */
export declare const plant: Endpoint<Tree, Leaf[]>;
`)
  })

  it('imports types by name where the compiler would refer to a file in the middle of a line', () => {
    expect(files.get('plain.d.ts')).toBe(`import type { Deep } from './helper2.js';
/** A number that is computed. */
export declare const sum: (a: number, b?: number) => {
    total: number;
    deep: Deep;
};
`)
  })

  it('leaves out what no entry leads to: files, exports and imports', () => {
    expect([...files.keys()].toSorted()).toEqual(['helper2.d.ts', 'plain.d.ts', 'tree.d.ts'])
    expect(files.get('helper2.d.ts')).toBe('export interface Deep {\n    readonly level: number;\n}\n')
  })
})

describe('a type that contains itself', () => {
  it('is written by its name', () => {
    const files = build({ one: `import * as z from '@zonewright/core/schema'
const Folder = z.object({
  /** Its name. */
  name: z.string(),
  /** Folders in it. */
  get inner() {
    return z.optional(z.array(Folder))
  },
})
export interface Folder extends z.output<typeof Folder> {}
` })
    expect(files.get('one.d.ts')).toBe(`export interface Folder {
    /** Its name. */
    name: string;
    /** Folders in it. */
    inner?: Folder[] | undefined;
}
`)
  })
})

describe('what can not be published', () => {
  it('refuses an export whose type needs the schema library', () => {
    expect(() => build({ one: `import * as z from '@zonewright/core/schema'\nexport const listOf = (item: z.output<ReturnType<typeof z.string>>) => z.array(z.literal(item))\n` })).toThrow(/consumers don't have these.*\n.*one\.d\.ts imports (?:zod|@zonewright\/core\/schema)/)
  })

  it('refuses an export whose inferred type follows from an opaque schema', () => {
    expect(() => build({ one: `import type { Schema } from '@zonewright/core'\nimport * as z from '@zonewright/core/schema'\nconst A = z.object({ a: z.string() })\nconst parse = <O>(schema: Schema<O>): O => schema as O\nexport const read = () => parse(A)\n` })).toThrow('the type of read follows from a schema; write it down')
  })

  it('refuses a type that contains itself without a name', () => {
    expect(() => build({ one: `import * as z from '@zonewright/core/schema'\nconst A = z.object({ get inner() { return z.optional(A) } })\nconst B = z.object({ a: A })\nexport interface B extends z.output<typeof B> {}\n` })).toThrow('contains itself and has no name')
  })
})
