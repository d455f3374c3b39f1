// Raised whenever cleaning changes what comes out; stored with every copy.

export const extractorVersion = 2
