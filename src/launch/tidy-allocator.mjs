// The environment in which a program of ours that lives long gives freed memory back. Only who starts a program can set it, so the launcher does.
// Our own children get the same from src/main/platform/fork-program.ts, whoever started their parent.

/**
 * For glibc, which otherwise keeps a store of freed memory for every thread and raises its threshold for giving large pieces straight back:
 * after 200 pages that was 50 MB of a core's 259. Other systems do not read these; what the reader has set stands.
 * @param {NodeJS.ProcessEnv} env
 * @returns {NodeJS.ProcessEnv}
 */
export function withTidyAllocator(env) {
  return { MALLOC_ARENA_MAX: '2', MALLOC_MMAP_THRESHOLD_: '131072', MALLOC_TRIM_THRESHOLD_: '131072', ...env }
}
