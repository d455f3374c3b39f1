// The kinds and states there are, as plain lists: whoever only goes through them (the query language in the window) needs no schemas along.

export const itemKinds = ['article', 'talk', 'paper', 'book', 'repo', 'document', 'index', 'other'] as const
export const itemStates = ['complete', 'partial', 'waiting', 'failed', 'to-find'] as const
