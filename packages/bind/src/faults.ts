/** What one row of the table of faults says; `text` is the offending text as it goes into the message. */
export interface Fault {
  /** What is wrong, naming the offending text. */
  problem(text: string): string
  /** What would have been right. */
  readonly expected: string
  /** What to do next. */
  readonly advice: string
}

/**
 * Every way in which a master file can be wrong, except the fields of rdata, which the zone package describes.
 * @example faults['bad-ttl'].problem('"300x"') // '"300x" is not a TTL'
 */
export const faults = {
  'quote-open': {
    problem: () => 'the quoted string is not closed on its line',
    expected: 'a closing quotation mark before the end of the line',
    advice: 'close the string, or split a long text into several quoted strings inside parentheses',
  },
  'parenthesis-open': {
    problem: () => 'the parenthesis is never closed',
    expected: 'a closing parenthesis in the same record',
    advice: 'add the closing parenthesis; the lines behind this one have been read as records of their own',
  },
  'parenthesis-skipped': {
    problem: () => 'the parenthesis is never closed, one of too many; the lines that it takes in have not been read',
    expected: 'a closing parenthesis in the same record',
    advice: 'close this parenthesis and those of the errors above, and read the file again',
  },
  'parenthesis-extra': {
    problem: () => 'the closing parenthesis has no opening one',
    expected: 'an opening parenthesis before it in the same record',
    advice: 'remove it, or escape it as \\) when it belongs to a name or text',
  },
  'record-too-long': {
    problem: () => 'the record is longer than the reader keeps in memory',
    expected: 'at most maxRecordBytes octets in one record, comments in it included',
    advice: 'look for a missing line end, or raise the option maxRecordBytes',
  },
  'utf-16': {
    problem: () => 'the file is in UTF-16',
    expected: 'UTF-8 or ASCII',
    advice: 'save the file again as UTF-8',
  },
  'bad-ttl': {
    problem: (text) => `${text} is not a TTL`,
    expected: 'seconds or units such as 1h30m',
    advice: 'write whole numbers, each with one of the units w, d, h, m, s',
  },
  'ttl-range': {
    problem: (text) => `TTL ${text} is too large`,
    expected: 'at most 4294967295 seconds, better 2147483647 (RFC 2181 section 8)',
    advice: 'lower the TTL; a day is 86400',
  },
  'ttl-missing': {
    problem: () => 'the record has no TTL and none is known',
    expected: 'a TTL in the record, an earlier TTL, $TTL, or an SOA record first',
    advice: 'put $TTL 3600 at the top of the file, or set the option defaultTtl',
  },
  'bad-class': {
    problem: (text) => `class ${text} is not the class of the zone`,
    expected: 'the one class of the whole file: IN unless the option class names another',
    advice: 'remove the class or the record; a file of another class is read with the option class, such as CH',
  },
  'bad-type': {
    problem: (text) => `${text} is not a record type`,
    expected: 'a type such as A, MX or TYPE65280',
    advice: 'check the spelling and that owner, TTL and class stand before the type',
  },
  'type-missing': {
    problem: () => 'the record ends before its type',
    expected: 'a type such as A, MX or TYPE65280',
    advice: 'complete the record, or turn the line into a comment with a semicolon',
  },
  'bad-name': {
    problem: (text) => `${text} is not a domain name`,
    expected: 'labels of 1 to 63 octets with dots between them, at most 255 octets in all',
    advice: 'check for two dots in a row and for labels that are too long',
  },
  'owner-missing': {
    problem: () => 'the line starts with a blank, but there is no owner to repeat',
    expected: 'an owner name in the first column',
    advice: 'write the owner, or @ for the origin; after an error in an owner the lines that repeat it are errors too',
  },
  'owner-first': {
    problem: () => 'the record does not start with its owner',
    expected: 'an owner name in the first column, without quotes',
    advice: 'remove the quotes, or the blank behind the parenthesis; a blank inside a name is written \\032',
  },
  'head-quoted': {
    problem: (text) => `${text} stands in quotes or right behind a quoted text`,
    expected: 'owner, origin, TTL, class and type as plain words, with blanks between them',
    advice: 'remove the quotes, which are for texts',
  },
  'origin-missing': {
    problem: (text) => `${text} is relative, but no origin is known`,
    expected: 'an absolute name with a final dot',
    advice: 'put $ORIGIN at the top of the file, or set the option origin',
  },
  'rdata-origin-missing': {
    problem: (text) => `the rdata of ${text} has a relative name, but no origin is known`,
    expected: 'absolute names with a final dot',
    advice: 'put $ORIGIN at the top of the file, or set the option origin',
  },
  'directive-unknown': {
    problem: (text) => `${text} is not a directive`,
    expected: '$ORIGIN, $TTL, $INCLUDE or $GENERATE',
    advice: 'check the spelling; an owner that starts with a dollar sign is written \\$',
  },
  'directive-indented': {
    problem: (text) => `${text} does not start in the first column`,
    expected: 'no blank before a directive',
    advice: 'remove the blanks at the start of the line',
  },
  'directive-short': {
    problem: (text) => `${text} ends too early`,
    expected: '$ORIGIN name, $TTL time, $INCLUDE file [origin], or $GENERATE range owner [ttl] [class] type rdata',
    advice: 'complete the directive on its line',
  },
  'directive-long': {
    problem: (text) => `${text} does not belong to the directive`,
    expected: 'the end of the line',
    advice: 'remove it, or put a semicolon before a comment',
  },
  'include-off': {
    problem: () => '$INCLUDE is not allowed',
    expected: 'a file that is complete in itself',
    advice: 'paste the included file in its place, or give the option include a resolver',
  },
  'include-depth': {
    problem: (text) => `including ${text} nests too deep`,
    expected: 'at most maxIncludeDepth files inside one another',
    advice: 'include the files from one place, or raise the option maxIncludeDepth',
  },
  'include-limit': {
    problem: (text) => `including ${text} makes too many files`,
    expected: 'at most maxIncludes inclusions in all',
    advice: 'look for files that include each other many times over, or raise the option maxIncludes',
  },
  'include-cycle': {
    problem: (text) => `${text} includes itself`,
    expected: 'a file that is not being read already',
    advice: 'remove one $INCLUDE of the circle',
  },
  'include-failed': {
    problem: (text) => `${text} cannot be included`,
    expected: 'a file that the resolver finds',
    advice: 'see the cause of this error for what the resolver says',
  },
  'generate-range': {
    problem: (text) => `${text} is not a range`,
    expected: 'start-stop or start-stop/step with 0 <= start <= stop <= 2147483647 and step > 0',
    advice: 'write for example 1-127 or 0-254/2',
  },
  'generate-limit': {
    problem: (text) => `range ${text} makes too many records`,
    expected: 'at most generateLimit records from all $GENERATE of a file, with 256 octets of text for each',
    advice: 'narrow the range, or raise the option generateLimit',
  },
  'generate-modifier': {
    problem: (text) => `${text} is not a modifier of $GENERATE`,
    expected: '${offset}, ${offset,width} or ${offset,width,base} with width up to 255 and base d, o, x, X, n or N',
    advice: 'close the brace; a dollar sign itself is written \\$ or $$',
  },
  'generate-number': {
    problem: (text) => `${text} makes a negative number`,
    expected: 'a number from 0 up in every base except d',
    advice: 'raise the offset or the start of the range',
  },
  'bad-tags': {
    problem: (text) => `${text} is not a list of tags`,
    expected: 'tags such as cf-proxied:true,team:dns,note:"quoted, value" after cf_tags=',
    advice: 'quote values that contain one of " = , \\ as JSON strings; a comment that only mentions cf_tags= ends with another cf_tags=',
  },
  'follow-ups': {
    // The number comes in quotes, as every text.
    problem: (text) => `${text.replaceAll('"', '')} more errors behind the open parenthesis are left out, this one first`,
    expected: 'the closing parenthesis that an error above asks for',
    advice: 'close the parenthesis and read the file again: most of these errors follow from it',
  },
  'too-many-errors': {
    problem: () => 'there are too many errors; the rest of the file has not been read',
    expected: 'at most maxErrors errors',
    advice: 'repair the errors above first, or raise the option maxErrors',
  },
} as const satisfies Record<string, Fault>

/** Stable name of a row in the table of faults. */
export type FaultCode = keyof typeof faults
