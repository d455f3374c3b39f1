// Pictures that are here already, so that a refresh asks only for what is new or missing.
import { Failure } from '../../../shared/failure.ts'
import type { LocalAsset } from '../../../shared/journey.ts'
import type { Cache, StoredCopy } from '../../cache/cache.ts'

/** The assets of a copy by their remote address. One whose file is gone is left out, and so is fetched again. */
export async function knownAssets(copy: StoredCopy | null, cache: Cache): Promise<ReadonlyMap<string, LocalAsset>> {
  const known = new Map<string, LocalAsset>()
  if (!copy) return known
  for (const asset of cache.copies.assetsOf(copy.id)) {
    if (asset.role !== 'image' && asset.role !== 'lead' && asset.role !== 'favicon' && asset.role !== 'poster') continue
    try {
      known.set(asset.url, { ...asset, role: asset.role, bytes: await cache.blobs.read(asset.sha256) })
    } catch (error) {
      if (!(error instanceof Failure && error.code === 'cache.missing-blob')) throw error
    }
  }
  return known
}
