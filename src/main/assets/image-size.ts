// How large a picture is drawn, in pixels.
export type ImageSize = { readonly width: number; readonly height: number }
