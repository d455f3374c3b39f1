// One picture that belongs to no article (a talk's thumbnail), brought onto this machine by the same rules.
import type { AssetRequest, LocalAsset } from '../../shared/journey.ts'
import { type PictureTools, pictureSource } from './picture-source.ts'

/** The picture, or null when no address gives one. Throws only when cancelled. */
export async function localiseImage(
  input: {
    readonly urls: readonly string[]
    readonly role: AssetRequest['role']
    readonly privateHosts: ReadonlySet<string>
    /** Largest picture kept, in bytes. */
    readonly maxAssetBytes: number
    readonly signal: AbortSignal
  },
  tools: PictureTools,
): Promise<LocalAsset | null> {
  const page = { url: input.urls[0] ?? '', companions: new Map() }
  const had = await pictureSource({ ...input, page, known: new Map() }, tools)(input)
  return had.had === 'picture' ? { ...had.asset, role: input.role } : null
}
