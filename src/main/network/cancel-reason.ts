// What a cancelled operation of this room throws.

/** The reason the signal's owner gave, or an AbortError when it is no error. */
export function cancelReason(signal: AbortSignal): Error {
  return signal.reason instanceof Error ? signal.reason : new DOMException('cancelled', 'AbortError')
}
