// A file the reader has already, as it crosses a door: its path within what was chosen, and its bytes.
import { z } from 'zod'

export const SavedFile = z.object({ path: z.string().min(1).max(1_000), base64: z.string().max(100_000_000) })
