/** The columns of records in tables and CSV. */
export const recordColumns = ['id', 'name', 'type', 'priority', 'content', 'ttl', 'proxied', 'comment', 'tags'] as const
