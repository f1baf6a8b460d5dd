import ts from 'typescript'

/** Specifiers that a consumer would have to install: the schema library and undici are built in. */
const hidden = /^(?:zod|undici)(?:\/|$)|^@zonewright\/core\/schema$/

/** Names the places where declaration files still need a package that consumers don't have. */
export const leaks = (files: ReadonlyMap<string, string>, allowed: readonly string[]): string[] => {
  const found: string[] = []
  for (const [path, text] of files) {
    if (allowed.includes(path)) continue
    for (const { fileName } of ts.preProcessFile(text).importedFiles) if (hidden.test(fileName)) found.push(`${path} imports ${fileName}`)
  }
  return found
}
